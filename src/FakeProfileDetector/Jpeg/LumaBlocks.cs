using FakeProfileDetector.Photos;

namespace FakeProfileDetector.Jpeg;

/// <summary>Puts decoded blocks into a plane of luma, at full size or with one sample for several pixels.</summary>
internal readonly ref struct LumaBlocks
{
    private readonly LumaImage _image;
    private readonly Span<byte> _pixels;
    private readonly int _side;

    internal LumaBlocks(LumaImage image)
    {
        _image = image;
        _pixels = image.Pixels;
        _side = 8 / image.Grid.Scale;
    }

    /// <summary>Pixels of the photo for each sample, on each side: 1, 4 or 8.</summary>
    internal int Scale => _image.Grid.Scale;

    /// <summary>Coefficients that the samples are made of, in stream order: all, those up to the first diagonal one, or the constant.</summary>
    internal int Wanted => Scale switch
    {
        1 => ZigZag.BlockSize,
        4 => 5,
        _ => 1,
    };

    /// <summary>Stores a block that has a constant only.</summary>
    internal void PutFlat(int column, int row, int constant)
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

    /// <summary>Stores a block.</summary>
    internal void Put(int column, int row, ref CoefficientBlock block)
    {
        if (_side == 8)
        {
            PutPixels(column * 8, row * 8, ref block);
        }
        else
        {
            PutMeans(column * 2, row * 2, ref block);
        }
    }

    private void PutPixels(int x, int y, ref CoefficientBlock block)
    {
        var stride = _image.Width;
        if (x + 8 <= stride && y + 8 <= _image.Height)
        {
            InverseDct.ToPixels(ref block, _pixels[((y * stride) + x)..], stride);
            return;
        }

        Span<byte> whole = stackalloc byte[ZigZag.BlockSize];
        InverseDct.ToPixels(ref block, whole, 8);
        var width = Math.Min(8, stride - x);
        var height = Math.Min(8, _image.Height - y);
        for (var line = 0; line < height; line++)
        {
            whole.Slice(line * 8, width).CopyTo(_pixels[(((y + line) * stride) + x)..]);
        }
    }

    private void PutMeans(int x, int y, ref CoefficientBlock block)
    {
        Span<byte> means = stackalloc byte[4];
        InverseDct.ToMeans(block, means);
        var width = Math.Min(2, _image.Width - x);
        var height = Math.Min(2, _image.Height - y);
        for (var line = 0; line < height; line++)
        {
            means.Slice(line * 2, width).CopyTo(_pixels[(((y + line) * _image.Width) + x)..]);
        }
    }
}
