using System.Buffers;

namespace FakeProfileDetector.Photos.Pdq;

/// <summary>What Meta's C++ tool does to a large photo before it hashes it: 512 × 512 of its pixels.</summary>
/// <remarks>Pixel x of the target is pixel ⌊x · side ÷ 512⌋ of the photo on either axis, also where that axis is stretched.</remarks>
internal static class PdqSqueeze
{
    internal const int Side = 512;

    internal static bool IsNeeded(int width, int height) => width > Side || height > Side;

    /// <summary>Takes 512 × 512 of the plane's values.</summary>
    /// <returns>A pooled array, to be returned.</returns>
    internal static T[] Rent<T>(ReadOnlySpan<T> plane, int width, int height)
    {
        var squeezed = ArrayPool<T>.Shared.Rent(Side * Side);
        Span<int> places = stackalloc int[Side];
        for (var x = 0; x < Side; x++)
        {
            places[x] = Place(x, width);
        }

        for (var y = 0; y < Side; y++)
        {
            var source = plane.Slice(Place(y, height) * width, width);
            var target = squeezed.AsSpan(y * Side, Side);
            for (var x = 0; x < target.Length; x++)
            {
                target[x] = source[places[x]];
            }
        }

        return squeezed;
    }

    private static int Place(int target, int side) => (int)((long)target * side / Side);
}
