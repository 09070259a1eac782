using System.Diagnostics.CodeAnalysis;

namespace FakeProfileDetector.Photos.Jpeg;

/// <summary>Puts decoded blocks into a plane of luma, at full size or with one sample for several pixels.</summary>
/// <remarks>Blocks wait until there are two, because two are transformed in the time of one; <see cref="Flush"/> at the end.</remarks>
internal ref struct LumaBlocks
{
    private readonly LumaImage _image;
    private readonly Span<byte> _pixels;
    private readonly int _side;
    private CoefficientPair _blocks;
    private int _waiting;
    private int _waitingX;
    private int _waitingY;

    internal LumaBlocks(LumaImage image)
    {
        _image = image;
        _pixels = image.Pixels;
        _side = 8 / image.Grid.Scale;
    }

    /// <summary>Coefficients that the samples are made of, in stream order: all, those up to the first diagonal one, or the constant.</summary>
    internal readonly int Wanted => _side switch
    {
        8 => ZigZag.BlockSize,
        2 => 5,
        _ => 1,
    };

    /// <summary>Coefficients of a block that are kept between the scans of a progressive file: all, or the constant.</summary>
    /// <param name="scale">Pixels of the photo on each side of a sample.</param>
    internal static int CoefficientsKept(int scale) => scale == 8 ? 1 : ZigZag.BlockSize;

    /// <summary>The first coefficient of the block to be filled next, all zero but for the first, which is to be set.</summary>
    [UnscopedRef]
    internal ref short Next => ref _blocks.First(_waiting);

    /// <summary>Stores a block that has a constant only; <see cref="Next"/> stays as it is.</summary>
    internal readonly void PutFlat(int column, int row, int constant)
    {
        var value = InverseDct.Flat(constant);
        var (x, y) = (column * _side, row * _side);
        var width = Math.Min(_side, _image.Width - x);
        var height = Math.Min(_side, _image.Height - y);
        for (var line = 0; line < height; line++)
        {
            _pixels.Slice(((y + line) * _image.Width) + x, width).Fill(value);
        }
    }

    /// <summary>Stores the block that <see cref="Next"/> was filled with.</summary>
    internal void Put(int column, int row)
    {
        if (_side == 2)
        {
            PutMeans(column * 2, row * 2);
            _blocks = default;
        }
        else if (_waiting == 0)
        {
            (_waitingX, _waitingY) = (column * 8, row * 8);
            _waiting = 1;
        }
        else
        {
            Transform(column * 8, row * 8);
        }
    }

    /// <summary>Forgets what <see cref="Next"/> was filled with.</summary>
    internal void Discard()
    {
        Flush();
        _blocks = default;
    }

    /// <summary>Stores the block that still waits for another, if there is one.</summary>
    internal void Flush()
    {
        if (_waiting > 0)
        {
            TransformAside(_waitingX, _waitingY, hasSecond: false);
        }
    }

    /// <summary>Transforms the waiting block and another one.</summary>
    private void Transform(int x, int y)
    {
        if (IsCut(_waitingX, _waitingY) || IsCut(x, y))
        {
            TransformAside(x, y, hasSecond: true);
            return;
        }

        var stride = _image.Width;
        InverseDct.ToPixels(ref _blocks, _pixels[((_waitingY * stride) + _waitingX)..], stride, _pixels[((y * stride) + x)..], stride);
        _blocks = default;
        _waiting = 0;
    }

    /// <summary>Transforms blocks of which the plane's edge may cut one, or which are alone.</summary>
    private void TransformAside(int x, int y, bool hasSecond)
    {
        Span<byte> pixels = stackalloc byte[2 * ZigZag.BlockSize];
        var first = pixels[..ZigZag.BlockSize];
        var second = pixels[ZigZag.BlockSize..];
        InverseDct.ToPixels(ref _blocks, first, 8, second, 8);
        PutPixels(_waitingX, _waitingY, first);
        if (hasSecond)
        {
            PutPixels(x, y, second);
        }

        _blocks = default;
        _waiting = 0;
    }

    private readonly bool IsCut(int x, int y) => x + 8 > _image.Width || y + 8 > _image.Height;

    private readonly void PutPixels(int x, int y, ReadOnlySpan<byte> block)
    {
        var width = Math.Min(8, _image.Width - x);
        var height = Math.Min(8, _image.Height - y);
        for (var line = 0; line < height; line++)
        {
            block.Slice(line * 8, width).CopyTo(_pixels[(((y + line) * _image.Width) + x)..]);
        }
    }

    private void PutMeans(int x, int y)
    {
        Span<byte> means = stackalloc byte[4];
        InverseDct.ToMeans(ref Next, means);
        var width = Math.Min(2, _image.Width - x);
        var height = Math.Min(2, _image.Height - y);
        for (var line = 0; line < height; line++)
        {
            means.Slice(line * 2, width).CopyTo(_pixels[(((y + line) * _image.Width) + x)..]);
        }
    }
}
