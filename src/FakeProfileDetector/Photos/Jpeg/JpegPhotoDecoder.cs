using FakeProfileDetector.Validation;
using Microsoft.Extensions.Options;

namespace FakeProfileDetector.Photos.Jpeg;

/// <summary>Decodes the luma of JPEG photos, and nothing else of them, in managed code; leaves other files to a fallback.</summary>
/// <remarks>
/// Takes baseline, extended sequential and progressive Huffman-coded files of 8 bits with one or three components. A JPEG
/// stores luma apart from color, so that color need not be decoded and no pixel be converted. At full size the luma equals
/// what libjpeg's accurate integer transform gives. Photos with a side above <see cref="JpegPhotoDecoderOptions.FullSizeSide"/>
/// are decoded to a quarter or an eighth, as long as enough of them is left for the hash.
/// The bytes are untrusted: limits are checked before pixels are allocated, every index that the data steers is checked, and
/// work is bounded by the size of the picture. What this decoder finds damaged, a fallback may still show in part, as browsers do;
/// a file that ends too early is refused, unless it is progressive and all of it has come roughly. Source: ITU-T T.81 (1992).
/// </remarks>
/// <threadsafety>Safe to call from many threads at once.</threadsafety>
public sealed class JpegPhotoDecoder : IPhotoDecoder, IGatedDecoder
{
    // Every block of a scan takes a bit of the file at least, so a file can be too short for its picture.
    private const int MaximumBlocksInByte = 8;

    // More scans than any encoder writes. Each may visit every block with next to no data, so that large pictures get fewer.
    private const int MaximumScans = 100;
    private const int MinimumScansAllowed = 24;
    private const int MaximumVisits = 16_000_000;

    [ThreadStatic]
    private static JpegTables? _tablesOfThread;

    private readonly JpegPhotoDecoderOptions _options;
    private readonly IPhotoDecoder? _fallback;
    private readonly DecodingGate _gate;

    /// <summary>Creates a decoder.</summary>
    /// <param name="fallback">Decodes the formats and the rare or damaged JPEG files that this one does not take; null refuses them.</param>
    /// <param name="options">How to decode; null takes the defaults.</param>
    /// <param name="limits">
    /// What to refuse. Null takes the limits of a fallback of this library, and counts with it how many photos are decoded at
    /// the same time; without such a fallback, the defaults.
    /// </param>
    /// <exception cref="OptionsValidationException">An option or limit is out of range.</exception>
    public JpegPhotoDecoder(IPhotoDecoder? fallback = null, JpegPhotoDecoderOptions? options = null, PhotoLimits? limits = null)
        : this(fallback, options, limits is null ? DecodingGate.Of(fallback) : new DecodingGate(limits))
    {
    }

    private JpegPhotoDecoder(IPhotoDecoder? fallback, JpegPhotoDecoderOptions? options, DecodingGate gate)
    {
        _fallback = fallback;
        _options = OptionsGuard.Checked(options, new JpegPhotoDecoderOptionsValidator()).Copy();
        _gate = gate;
    }

    /// <inheritdoc/>
    DecodingGate IGatedDecoder.Gate => _gate;

    /// <summary>Creates a decoder that shares a gate with others.</summary>
    internal static JpegPhotoDecoder Behind(DecodingGate gate, IPhotoDecoder? fallback, JpegPhotoDecoderOptions options) => new(fallback, options, gate);

    /// <inheritdoc/>
    public PhotoDecodeResult Decode(ReadOnlySpan<byte> encoded, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!JpegParser.IsJpeg(encoded))
        {
            return _fallback?.Decode(encoded, cancellationToken)
                ?? PhotoDecodeResult.Failed(ForeignFile.Explain(encoded, "JPEG, or add the package FakeProfileDetector.SkiaSharp and call UseSkiaSharp() for PNG, WebP, GIF and BMP"));
        }

        if (_gate.Refuse(encoded) is { } tooLarge)
        {
            return PhotoDecodeResult.Failed(tooLarge);
        }

        try
        {
            // Given back before a fallback takes its own.
            using var slot = _gate.Enter(cancellationToken);
            return PhotoDecodeResult.Decoded(DecodeJpeg(encoded, cancellationToken));
        }
        catch (JpegFormatException e) when (e.MayBeDecodedByOthers && _fallback is not null)
        {
            // A decoder that does not know the kind either calls it damaged: what this one found out says more.
            var other = _fallback.Decode(encoded, cancellationToken);
            return other.Failure?.Reason == PhotoUnusableReason.Corrupt && e.Kind is { } kind ? PhotoDecodeResult.Failed(JpegFormatException.Rare(kind)) : other;
        }
        catch (JpegFormatException e)
        {
            return PhotoDecodeResult.Failed(e.Failure);
        }
    }

    private LumaImage DecodeJpeg(ReadOnlySpan<byte> file, CancellationToken cancellationToken)
    {
        var tables = _tablesOfThread ??= new();
        tables.Reset();
        var parser = new JpegParser(file, tables);
        if (!parser.TryReadScan(out var scan))
        {
            throw JpegFormatException.Corrupt("it holds no picture");
        }

        var frame = parser.Frame!;
        var scale = Scale(frame);

        // Where more scans follow, EXIF may still come between them.
        var mayBeTurned = parser.Orientation != ExifOrientation.Upright || frame.IsProgressive || scan.Components.Count < frame.Components.Length;
        CheckSize(frame, file.Length, scale, mayBeTurned);
        var image = new LumaImage(
            JpegFrame.DivideUp(frame.Width, scale),
            JpegFrame.DivideUp(frame.Height, scale),
            new SampleGrid(scale, 0, 0, frame.Width, frame.Height));
        try
        {
            var colors = default(ColorMeter);
            if (frame.IsProgressive)
            {
                DecodeProgressive(ref parser, scan, frame, tables, file, image, ref colors, cancellationToken);
            }
            else
            {
                DecodeSequential(ref parser, scan, frame, tables, file, image, ref colors, cancellationToken);
            }

            image.HasColor = colors.HasColor;
            return LumaTurner.Upright(image, parser.Orientation);
        }
        catch
        {
            image.Dispose();
            throw;
        }
    }

    private void CheckSize(JpegFrame frame, int bytes, int scale, bool mayBeTurned)
    {
        if (_gate.Refuse(frame.Width, frame.Height, WorkingBytes(frame, scale, mayBeTurned) + bytes) is { } refusal)
        {
            throw new JpegFormatException(refusal.Reason, refusal.Message) { Failure = refusal };
        }

        if ((long)frame.Luma.BlocksAcross * frame.Luma.BlocksDown > (long)bytes * MaximumBlocksInByte)
        {
            throw JpegFormatException.Truncated();
        }
    }

    /// <summary>Bytes that luma, a turned copy of it, and the coefficients of a progressive file take at most.</summary>
    private static long WorkingBytes(JpegFrame frame, int scale, bool mayBeTurned)
    {
        var luma = (long)JpegFrame.DivideUp(frame.Width, scale) * JpegFrame.DivideUp(frame.Height, scale);
        var coefficients = frame.IsProgressive
            ? sizeof(short) * (long)frame.Luma.BlocksAcross * frame.Luma.BlocksDown * LumaBlocks.CoefficientsKept(scale)
            : 0;
        return (mayBeTurned ? 2 * luma : luma) + coefficients;
    }

    private int Scale(JpegFrame frame)
    {
        // About four samples for each cell of PDQ's grid of 64 keep the hash where it is; a constant alone for eight pixels tells less
        // than four means do, and needs more of them.
        const int MinimumSideOfQuarter = 240;
        const int MinimumSideOfEighth = 320;
        var side = Math.Min(frame.Width, frame.Height);
        return Math.Max(frame.Width, frame.Height) <= _options.FullSizeSide ? 1
            : side / 8 >= MinimumSideOfEighth ? 8
            : side / 4 >= MinimumSideOfQuarter ? 4
            : 1;
    }

    private static void DecodeSequential(
        ref JpegParser parser, ScanHeader scan, JpegFrame frame, JpegTables tables, ReadOnlySpan<byte> file, LumaImage image, ref ColorMeter colors, CancellationToken cancellationToken)
    {
        var luma = new LumaBlocks(image);
        var seen = 0;
        for (var scans = 1; ; scans++)
        {
            var data = new EntropyData(file, parser.Position);
            try
            {
                SequentialScan.Decode(scan, frame, tables, ref data, ref luma, ref colors, cancellationToken);
                parser.Position = data.Position;
            }
            finally
            {
                data.Dispose();
            }

            for (var i = 0; i < scan.Components.Count; i++)
            {
                seen |= 1 << scan.Components[i].Index;
            }

            // With every component seen, what follows (the end marker, or anything a writer left there) does not matter.
            if (seen == (1 << frame.Components.Length) - 1)
            {
                return;
            }

            if (!parser.TryReadScan(out scan) || scans == frame.Components.Length)
            {
                throw JpegFormatException.Corrupt("a component has no scan");
            }
        }
    }

    private static void DecodeProgressive(
        ref JpegParser parser, ScanHeader scan, JpegFrame frame, JpegTables tables, ReadOnlySpan<byte> file, LumaImage image, ref ColorMeter colors, CancellationToken cancellationToken)
    {
        var luma = new LumaBlocks(image);
        var blocks = frame.Luma.BlocksAcross * frame.Luma.BlocksDown;
        using var coefficients = new LumaCoefficients(blocks, LumaBlocks.CoefficientsKept(image.Grid.Scale));
        var scans = new ProgressiveScans(frame, tables, coefficients, Math.Clamp(MaximumVisits / blocks, MinimumScansAllowed, MaximumScans));
        try
        {
            do
            {
                scans.Decode(ref parser, scan, file, ref colors, cancellationToken);
            }
            while (parser.TryReadScan(out scan));
        }
        catch (JpegFormatException e) when (e.IsTruncated && scans.ShowAll)
        {
            // Browsers show what has come; without its end marker that may be all.
            image.IsTruncated = !scans.IsComplete;
        }

        coefficients.WriteTo(ref luma, frame.Luma, scans.Quantization ?? throw JpegFormatException.Corrupt("it has no luma"), cancellationToken);
    }
}
