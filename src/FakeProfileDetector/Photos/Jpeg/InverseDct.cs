using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace FakeProfileDetector.Photos.Jpeg;

/// <summary>Inverse cosine transform of 8 × 8 blocks to pixels, in integers.</summary>
/// <remarks>
/// The constants, the shifts and the roundings are those of libjpeg's accurate ("islow") transform, so that pixels equal its
/// own: first down the columns to sixteen bits, then along the rows. Source: Loeffler, Ligtenberg, Moschytz, ICASSP 1989.
/// Integer arithmetic gives the same pixels on every CPU.
/// </remarks>
internal static class InverseDct
{
    /// <summary>Bits behind the point of the cosines.</summary>
    internal const int ConstantBits = 13;

    /// <summary>Bits to drop after the first pass, which keeps two behind the point.</summary>
    internal const int FirstShift = ConstantBits - 2;

    /// <summary>Bits to drop after the second pass, with those two and the factor eight of two one-dimensional transforms.</summary>
    internal const int SecondShift = ConstantBits + 2 + 3;

    /// <summary>The pixel that a block of nothing but a constant has everywhere.</summary>
    internal static byte Flat(int constant) => (byte)Math.Clamp(((constant + 4) >> 3) + 128, 0, 255);

    /// <summary>Turns two blocks into pixels.</summary>
    /// <param name="blocks">Dequantized coefficients.</param>
    /// <param name="first">Receives 8 rows of 8 pixels of the first block.</param>
    /// <param name="firstStride">From one row to the next.</param>
    /// <param name="second">Receives those of the second.</param>
    /// <param name="secondStride">From one row to the next.</param>
    internal static void ToPixels(ref CoefficientPair blocks, Span<byte> first, int firstStride, Span<byte> second, int secondStride)
    {
        // The slices check once what the rows need.
        first = first[..((7 * firstStride) + 8)];
        second = second[..((7 * secondStride) + 8)];
        if (Avx2.IsSupported)
        {
            InverseDctAvx2.ToPixels(ref blocks, first, firstStride, second, secondStride);
        }
        else
        {
            InverseDctPortable.ToPixels(ref blocks.First(0), first, firstStride);
            InverseDctPortable.ToPixels(ref blocks.First(1), second, secondStride);
        }
    }

    /// <summary>The means over the four quarters of a block, as far as its three lowest frequencies beside the constant tell.</summary>
    internal static void ToMeans(ref short block, Span<byte> means)
    {
        // Mean over four pixels of the lowest cosine, times √2 for its scale against the constant; the square is for both axes.
        const int Mean = 7423;
        const int BothMeans = 6726;
        const int Shift = ConstantBits + 3;
        var constant = (block << ConstantBits) + (1 << (Shift - 1)) + (128 << Shift);
        var across = Unsafe.Add(ref block, 1) * Mean;
        var down = Unsafe.Add(ref block, CoefficientPair.Stride) * Mean;
        var both = Unsafe.Add(ref block, CoefficientPair.Stride + 1) * BothMeans;
        means[0] = (byte)Math.Clamp((constant + across + down + both) >> Shift, 0, 255);
        means[1] = (byte)Math.Clamp((constant - across + down - both) >> Shift, 0, 255);
        means[2] = (byte)Math.Clamp((constant + across - down - both) >> Shift, 0, 255);
        means[3] = (byte)Math.Clamp((constant - across - down + both) >> Shift, 0, 255);
    }
}
