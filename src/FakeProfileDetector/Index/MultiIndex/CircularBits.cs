using System.Runtime.CompilerServices;
using FakeProfileDetector.Photos;

namespace FakeProfileDetector.Index.MultiIndex;

/// <summary>Reads bits of a hash as a ring: after bit 255 comes bit 0.</summary>
internal static unsafe class CircularBits
{
    /// <summary>64 bits of the ring, the one at <paramref name="start"/> lowest.</summary>
    /// <param name="hash">The hash.</param>
    /// <param name="start">0–255.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong Read(PhotoHash* hash, int start)
    {
        var words = (ulong*)hash;
        var word = start >> 6;
        var shift = start & 63;

        // The two shifts make 64 in all, and shifting by 64 would be shifting by 0.
        return (words[word] >> shift) | (words[(word + 1) & 3] << 1 << (63 - shift));
    }
}
