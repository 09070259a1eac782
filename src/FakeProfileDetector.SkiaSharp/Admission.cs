using FakeProfileDetector.Photos;
using SkiaSharp;

namespace FakeProfileDetector.SkiaSharp;

/// <summary>Decides which files are decoded at all: the one place where formats and limits are checked.</summary>
internal static class Admission
{
    /// <summary>Why the file must not reach a codec, by its size and first bytes; null when it may.</summary>
    internal static PhotoUnusable? Refuse(ReadOnlySpan<byte> encoded, DecodingGate gate)
    {
        return gate.Refuse(encoded) ?? (ImageFormat.IsAllowed(encoded) ? null : ForeignFile.Explain(encoded, "JPEG, PNG, WebP, GIF or BMP"));
    }

    /// <summary>Why the picture must not be decoded, by what its header states; null when it may. Nothing is allocated before.</summary>
    internal static PhotoUnusable? Refuse(ReadOnlySpan<byte> encoded, SKCodec codec, int bytesKept, DecodingGate gate)
    {
        var (width, height) = (codec.Info.Width, codec.Info.Height);
        return width < 1 || height < 1
            ? new(PhotoUnusableReason.Corrupt, "The header states a picture without pixels; re-save the file.")
            : gate.Refuse(width, height, WorkingMemory.Estimate(encoded, codec, bytesKept));
    }
}
