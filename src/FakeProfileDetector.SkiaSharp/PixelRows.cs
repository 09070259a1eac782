using System.Runtime.InteropServices;
using SkiaSharp;

namespace FakeProfileDetector.SkiaSharp;

/// <summary>A picture's pixels from the codec, band by band where it can, else all at once.</summary>
internal static class PixelRows
{
    // What fits a core's cache; a single row may be larger.
    private const int BandBytes = 256 * 1024;

    /// <summary>Takes one row of unpremultiplied RGBA; rows may come in any order.</summary>
    internal delegate void Sink(ReadOnlySpan<byte> rgba, int y);

    /// <summary>Hands every row of a frame to the sink; pictures that come in bands have one frame.</summary>
    /// <returns>Success, or why rows are missing.</returns>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    internal static SKCodecResult Read(ReadOnlySpan<byte> encoded, SKCodec codec, int frame, Sink sink, CancellationToken cancellationToken)
    {
        var info = new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul);
        return ImageFormat.ComesInBands(encoded)
            ? ReadBands(codec, info, sink, cancellationToken)
            : ReadWhole(codec, frame, info, sink, cancellationToken);
    }

    private static unsafe SKCodecResult ReadBands(SKCodec codec, SKImageInfo info, Sink sink, CancellationToken cancellationToken)
    {
        var status = codec.StartScanlineDecode(info);
        cancellationToken.ThrowIfCancellationRequested();
        if (status != SKCodecResult.Success)
        {
            return status;
        }

        var band = Math.Clamp(BandBytes / info.RowBytes, 1, info.Height);
        var rgba = (byte*)NativeMemory.Alloc((nuint)band, (nuint)info.RowBytes);
        try
        {
            for (var done = 0; done < info.Height; done += band)
            {
                var rows = Math.Min(band, info.Height - done);
                var read = codec.GetScanlines((nint)rgba, rows, info.RowBytes);
                cancellationToken.ThrowIfCancellationRequested();
                if (read != rows)
                {
                    // By rows, the codec does not tell why it stops. A BMP has nothing but its end to stop at.
                    return codec.EncodedFormat == SKEncodedImageFormat.Bmp ? SKCodecResult.IncompleteInput : SKCodecResult.ErrorInInput;
                }

                // A band of a bottom-up BMP is upright in itself; only the order of the bands is reversed.
                var top = codec.ScanlineOrder == SKCodecScanlineOrder.BottomUp ? info.Height - done - rows : done;
                Put(rgba, rows, info, top, sink);
            }

            return SKCodecResult.Success;
        }
        finally
        {
            NativeMemory.Free(rgba);
        }
    }

    private static unsafe SKCodecResult ReadWhole(SKCodec codec, int frame, SKImageInfo info, Sink sink, CancellationToken cancellationToken)
    {
        // Native memory, freed at once: a pool would round a hostile 160 MB up and keep it. Zeroed, because what a broken
        // file leaves unwritten must not be what was there before.
        var rgba = (byte*)NativeMemory.AllocZeroed((nuint)info.Height, (nuint)info.RowBytes);
        try
        {
            var status = frame == 0 ? codec.GetPixels(info, (nint)rgba) : codec.GetPixels(info, (nint)rgba, info.RowBytes, new SKCodecOptions(frame));
            cancellationToken.ThrowIfCancellationRequested();
            if (status == SKCodecResult.Success)
            {
                Put(rgba, info.Height, info, top: 0, sink);
            }

            return status;
        }
        finally
        {
            NativeMemory.Free(rgba);
        }
    }

    private static unsafe void Put(byte* rgba, int rows, SKImageInfo info, int top, Sink sink)
    {
        for (var row = 0; row < rows; row++)
        {
            sink(new(rgba + ((nint)row * info.RowBytes), info.RowBytes), top + row);
        }
    }
}
