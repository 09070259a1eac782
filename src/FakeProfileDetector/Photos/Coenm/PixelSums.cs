using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FakeProfileDetector.Photos.Coenm;

/// <summary>Sums of a picture's pixels over rectangles of up to 8 × 8, two rows of rectangles at a time.</summary>
internal readonly ref struct PixelSums
{
    /// <summary>Length of the buffer: what is left of eight rows when whole vectors of the widest rectangles are read.</summary>
    internal const int BufferLength = MaximumRows * EndLength;

    private const int MaximumRows = 8;
    private const int EndLength = 8 * PairLanes.Count;

    private readonly ReadOnlySpan<byte> _luma;
    private readonly int _width;
    private readonly int _height;
    private readonly int _bitsAcross;
    private readonly int _bitsDown;
    private readonly Span<byte> _ends;

    /// <summary>Sees a picture as rectangles.</summary>
    /// <param name="luma">Row by row without gaps.</param>
    /// <param name="width">In pixels.</param>
    /// <param name="height">In pixels.</param>
    /// <param name="bitsAcross">Rectangles are 2 to this power wide, 0–3; the last of a row may be narrower.</param>
    /// <param name="bitsDown">Rectangles are 2 to this power high, 0–3; those of the last row may be lower.</param>
    /// <param name="buffer"><see cref="BufferLength"/> zeros.</param>
    internal PixelSums(ReadOnlySpan<byte> luma, int width, int height, int bitsAcross, int bitsDown, Span<byte> buffer)
    {
        _luma = luma;
        _width = width;
        _height = height;
        _bitsAcross = bitsAcross;
        _bitsDown = bitsDown;
        _ends = buffer;
    }

    /// <summary>Two rows of sums: in each lane the sum of the first row and that of the second; zero below the picture.</summary>
    /// <param name="pair">The first row is twice this.</param>
    /// <param name="target">Lanes in the order of <see cref="PairLanes"/>, padded to its <see cref="PairLanes.Count"/>.</param>
    internal void ReadPair(int pair, Span<int> target)
    {
        switch (_bitsAcross)
        {
            case 0: ReadPair<PixelGroups.One>(pair, target); break;
            case 1: ReadPair<PixelGroups.Two>(pair, target); break;
            case 2: ReadPair<PixelGroups.Four>(pair, target); break;
            default: ReadPair<PixelGroups.Eight>(pair, target); break;
        }
    }

    private void ReadPair<TGroups>(int pair, Span<int> target)
        where TGroups : struct, IPixelGroups
    {
        Debug.Assert(target.Length >= (_width + TGroups.Pixels - 1) / TGroups.Pixels * PairLanes.Count, "Lanes are written in vectors.");
        var first = (2 * pair) << _bitsDown;
        var second = first + (1 << _bitsDown);
        var firstRows = Math.Clamp(_height - first, 0, 1 << _bitsDown);
        var secondRows = Math.Clamp(_height - second, 0, 1 << _bitsDown);
        ref var lanes = ref MemoryMarshal.GetReference(target);
        ref var pixels = ref MemoryMarshal.GetReference(_luma);
        ref var firstPixels = ref Unsafe.Add(ref pixels, first * _width);
        ref var secondPixels = ref Unsafe.Add(ref pixels, secondRows == 0 ? 0 : second * _width);
        var x = 0;
        for (; x <= _width - TGroups.Pixels; x += TGroups.Pixels)
        {
            PairLanes.Store(
                TGroups.Sum(ref Unsafe.Add(ref firstPixels, x), _width, firstRows),
                TGroups.Sum(ref Unsafe.Add(ref secondPixels, x), _width, secondRows),
                ref lanes);
            lanes = ref Unsafe.Add(ref lanes, PairLanes.Count);
        }

        if (x < _width)
        {
            ref var ends = ref MemoryMarshal.GetReference(_ends);
            CopyEnds(x, first, firstRows);
            var firstSums = TGroups.Sum(ref ends, EndLength, firstRows);
            CopyEnds(x, second, secondRows);
            PairLanes.Store(firstSums, TGroups.Sum(ref ends, EndLength, secondRows), ref lanes);
        }
    }

    /// <summary>Copies what is left of some rows in front of zeros.</summary>
    private void CopyEnds(int x, int first, int rows)
    {
        for (var y = 0; y < rows; y++)
        {
            _luma.Slice(((first + y) * _width) + x, _width - x).CopyTo(_ends[(y * EndLength)..]);
        }
    }
}
