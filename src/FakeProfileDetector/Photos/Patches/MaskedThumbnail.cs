using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FakeProfileDetector.Photos.Patches;

/// <summary>A thumbnail and a mask of what is picture and not frame.</summary>
/// <param name="values">Luma.</param>
/// <param name="isPicture">1 where there is picture, 0 where there is frame, in between where the mask was blurred; empty where all is picture.</param>
internal readonly ref struct MaskedThumbnail(ReadOnlySpan<float> values, ReadOnlySpan<float> isPicture)
{
    private const int Side = PatchThumbnail.Side;

    // Of a blurred mask: what is still picture.
    private const float PictureShare = 0.95f;

    // Pixels that are nearly as large need no blur.
    private const double MinimumScale = 1.15;

    internal ReadOnlySpan<float> Values { get; } = values;

    private ReadOnlySpan<float> Mask { get; } = isPicture;

    internal bool IsPicture(int x, int y) => Mask.IsEmpty || Mask[(y * Side) + x] > PictureShare;

    /// <summary>Eight samples from one on, which lie in one row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Vector256<float> Eight(int x, int y) => Vector256.Create(Values.Slice((y * Side) + x, Vector256<float>.Count));

    /// <summary>Which of eight samples are picture: all bits of their lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Vector256<float> ArePicture(int x, int y) => Mask.IsEmpty
        ? Vector256<float>.AllBitsSet
        : Vector256.GreaterThan(Vector256.Create(Mask.Slice((y * Side) + x, Vector256<float>.Count)), Vector256.Create(PictureShare));

    /// <summary>Values and slopes at eight places between pixels.</summary>
    /// <returns>Where there is picture: all bits of these lanes. What the others hold is arbitrary.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Vector256<float> TrySample(Vector256<float> x, Vector256<float> y, out Slopes slopes)
    {
        var last = Vector256.Create(Side - 1f);
        var isWithin = Vector256.GreaterThanOrEqual(x, Vector256<float>.Zero) & Vector256.LessThanOrEqual(x, last)
            & Vector256.GreaterThanOrEqual(y, Vector256<float>.Zero) & Vector256.LessThanOrEqual(y, last);
        if (isWithin == Vector256<float>.Zero)
        {
            slopes = default;
            return isWithin;
        }

        // What is no number or outside must not lead the reading astray.
        (x, y) = (x & isWithin, y & isWithin);
        var beforeLast = Vector256.Create(Side - 2f);
        var (left, top) = (Vector256.MinNative(Vector256.Floor(x), beforeLast), Vector256.MinNative(Vector256.Floor(y), beforeLast));
        var places = Vector256.ConvertToInt32Native((top * Side) + left);
        var (dx, dy) = (x - left, y - top);
        slopes = SlopesOf(EightCorners.Of(Values, Side, places), dx, dy);
        return Mask.IsEmpty ? isWithin : isWithin & Vector256.GreaterThan(SlopesOf(EightCorners.Of(Mask, Side, places), dx, dy).Value, Vector256.Create(PictureShare));
    }

    /// <summary>Blurs a thumbnail, or a mask, until its pixels are as large as those of a coarser one.</summary>
    /// <param name="values">The samples; blurred in place.</param>
    /// <param name="scale">Side of the coarser one's pixels in those of this one.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Smooth(Span<float> values, double scale)
    {
        if (scale < MinimumScale)
        {
            return;
        }

        // A pixel of side s is a box of variance s² / 12; what is missing between the two is a Gaussian of so much.
        var sigma = Math.Sqrt(((scale * scale) - 1) / 12);
        var radius = Math.Max(1, (int)Math.Ceiling(2.5 * sigma));
        Span<float> weights = stackalloc float[(2 * radius) + 1];
        var sum = 0f;
        for (var i = -radius; i <= radius; i++)
        {
            weights[i + radius] = (float)Math.Exp(-i * i / (2 * sigma * sigma));
            sum += weights[i + radius];
        }

        Span<float> line = stackalloc float[Side];
        for (var axis = 0; axis < 2; axis++)
        {
            var (along, across) = axis == 0 ? (1, Side) : (Side, 1);
            for (var row = 0; row < Side; row++)
            {
                for (var i = 0; i < Side; i++)
                {
                    var value = 0f;
                    for (var k = -radius; k <= radius; k++)
                    {
                        value += weights[k + radius] * values[(row * across) + (Math.Clamp(i + k, 0, Side - 1) * along)];
                    }

                    line[i] = value / sum;
                }

                for (var i = 0; i < Side; i++)
                {
                    values[(row * across) + (i * along)] = line[i];
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Slopes SlopesOf(EightCorners corners, Vector256<float> dx, Vector256<float> dy)
    {
        var (a, b, c, d) = corners;
        var above = a + (dx * (b - a));
        var below = c + (dx * (d - c));
        return new(above + (dy * (below - above)), ((Vector256<float>.One - dy) * (b - a)) + (dy * (d - c)), below - above);
    }
}

/// <summary>Eight values between pixels and how they change along both axes.</summary>
internal readonly record struct Slopes(Vector256<float> Value, Vector256<float> X, Vector256<float> Y);

/// <summary>Two thumbnails; the reference is the coarser one.</summary>
internal readonly ref struct ThumbnailPair(MaskedThumbnail reference, MaskedThumbnail other)
{
    internal MaskedThumbnail Reference { get; } = reference;

    internal MaskedThumbnail Other { get; } = other;

    private static Vector256<float> Steps => Vector256.Create(0f, 1, 2, 3, 4, 5, 6, 7);

    /// <summary>The other one's values and slopes where a map lays eight samples of the reference's row.</summary>
    /// <param name="map">From the reference to the other one.</param>
    /// <param name="x">The first sample.</param>
    /// <param name="y">The row.</param>
    /// <param name="xs">Receives the samples' columns.</param>
    /// <param name="slopes">Receives the values and slopes; arbitrary where not both are picture.</param>
    /// <returns>Where both are picture: all bits of these lanes.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Vector256<float> TrySample(Affine map, int x, int y, out Vector256<float> xs, out Slopes slopes)
    {
        xs = Steps + Vector256.Create((float)x);
        return Reference.ArePicture(x, y) & Other.TrySample(
            (Vector256.Create((float)map.A) * xs) + Vector256.Create((float)((map.B * y) + map.X)),
            (Vector256.Create((float)map.C) * xs) + Vector256.Create((float)((map.D * y) + map.Y)),
            out slopes);
    }
}
