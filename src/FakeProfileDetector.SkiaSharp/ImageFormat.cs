namespace FakeProfileDetector.SkiaSharp;

/// <summary>The allow-list of formats, told apart by their first bytes and never by a file's name.</summary>
internal static class ImageFormat
{
    private static ReadOnlySpan<byte> Jpeg => [0xFF, 0xD8, 0xFF];

    private static ReadOnlySpan<byte> Png => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Whether the bytes begin like JPEG, PNG, GIF, BMP or WebP.</summary>
    internal static bool IsAllowed(ReadOnlySpan<byte> encoded) =>
        IsJpeg(encoded)
        || IsPng(encoded)
        || encoded.StartsWith("GIF87a"u8)
        || encoded.StartsWith("GIF89a"u8)
        || encoded.StartsWith("BM"u8)
        || (encoded.StartsWith("RIFF"u8) && encoded.Length >= 12 && encoded[8..].StartsWith("WEBP"u8));

    /// <summary>Whether the bytes begin like JPEG.</summary>
    internal static bool IsJpeg(ReadOnlySpan<byte> encoded) => encoded.StartsWith(Jpeg);

    /// <summary>Whether the bytes begin like PNG.</summary>
    internal static bool IsPng(ReadOnlySpan<byte> encoded) => encoded.StartsWith(Png);

    /// <summary>Whether the codec hands out such a file band by band: JPEG, and BMP but for run lengths, which may jump over rows.</summary>
    internal static bool ComesInBands(ReadOnlySpan<byte> encoded)
    {
        const int BmpCompression = 30;
        return IsJpeg(encoded)
            || (encoded.StartsWith("BM"u8) && encoded.Length > BmpCompression && encoded[BmpCompression] is not (1 or 2));
    }
}
