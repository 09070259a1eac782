using FakeProfileDetector.Photos;
using FakeProfileDetector.Photos.Patches;

namespace FakeProfileDetector.Tests.Photos.Patches;

/// <summary>The steps of patch extraction as plain loops.</summary>
internal static class PlainPatches
{
    private const int Side = 32;
    private const int Frequencies = 20;

    internal static float[] Blur(FloatPlane plane, double sigma)
    {
        var radius = (int)Math.Ceiling(3 * sigma);
        var exact = Enumerable.Range(0, radius + 1).Select(i => Math.Exp(-i * i / (2 * sigma * sigma))).ToArray();
        var sum = exact[0] + (2 * exact.Skip(1).Sum());
        var weights = exact.Select(weight => (float)(weight / sum)).ToArray();
        var down = new float[plane.Width * plane.Height];
        Each(plane, (x, y) => down[(y * plane.Width) + x] =
            Weigh(k => plane.Row(Math.Clamp(y + k, 0, plane.Height - 1))[x], weights));
        var both = new float[down.Length];
        Each(plane, (x, y) => both[(y * plane.Width) + x] =
            Weigh(k => down[(y * plane.Width) + Math.Clamp(x + k, 0, plane.Width - 1)], weights));
        return both;
    }

    /// <summary>A tent around each sample of the target, as wide as two of the coarser grid's; first along columns, then along rows.</summary>
    internal static float[] Resample(FloatPlane plane, int width, int height)
    {
        var (columns, rows) = (Tents(plane.Width, width), Tents(plane.Height, height));
        return [.. from row in rows from column in columns select Sum(column, i => Sum(row, k => plane.Row(k)[i]))];

        static float Sum((int First, float[] Weights) tent, Func<int, float> value)
        {
            var sum = 0f;
            for (var k = 0; k < tent.Weights.Length; k++)
            {
                sum += tent.Weights[k] * value(tent.First + k);
            }

            return sum;
        }

        static (int First, float[] Weights)[] Tents(int from, int to)
        {
            var (step, reach) = ((double)from / to, Math.Max((double)from / to, 1));
            var count = Math.Min((int)Math.Ceiling(2 * reach) + 1, from);
            return [.. Enumerable.Range(0, to).Select(i => TentAt(((i + 0.5) * step) - 0.5))];

            (int First, float[] Weights) TentAt(double center)
            {
                var first = Math.Clamp((int)Math.Ceiling(center - reach), 0, from - count);
                var weights = Enumerable.Range(first, count).Select(k => Math.Max(0, 1 - (Math.Abs(k - center) / reach))).ToArray();
                return (first, [.. weights.Select(weight => (float)((float)weight / weights.Sum()))]);
            }
        }
    }

    /// <summary>Samples with contrast that are above, or below, all their neighbors in place and scale.</summary>
    internal static IEnumerable<(int Octave, int Index, int X, int Y)> Peaks(ScaleSpace space)
    {
        for (var octave = 0; octave < ScaleSpace.Octaves; octave++)
        {
            for (var index = 1; index <= ScaleSpace.Steps; index++)
            {
                var plane = space.Difference(octave, index);
                for (var y = 1; y < plane.Height - 1; y++)
                {
                    for (var x = 1; x < plane.Width - 1; x++)
                    {
                        if (IsPeak(space, octave, index, x, y))
                        {
                            yield return (octave, index, x, y);
                        }
                    }
                }
            }
        }
    }

    /// <summary>Whether the curvatures differ by more than a factor of 5, or in sign.</summary>
    internal static bool IsEdge(ScaleSpace space, (int Octave, int Index, int X, int Y) peak)
    {
        var plane = space.Difference(peak.Octave, peak.Index);
        float At(int dx, int dy) => plane.Row(peak.Y + dy)[peak.X + dx];
        var xx = At(-1, 0) + At(1, 0) - (2 * At(0, 0));
        var yy = At(0, -1) + At(0, 1) - (2 * At(0, 0));
        var xy = (At(1, 1) - At(-1, 1) - At(1, -1) + At(-1, -1)) / 4;
        var (trace, determinant) = (xx + yy, (xx * yy) - (xy * xy));
        return determinant <= 0 || trace * trace * 5 >= 36 * determinant;
    }

    internal static PhotoHash Describe(ScaleSpace space, Keypoint keypoint, float angle)
    {
        var patch = Sample(space, keypoint, angle);
        var lanes = new float[8];
        for (var i = 0; i < patch.Length; i++)
        {
            lanes[i % 8] += patch[i];
        }

        var mean = lanes.Aggregate(0f, (sum, lane) => sum + lane) / patch.Length;
        for (var i = 0; i < patch.Length; i++)
        {
            var (x, y) = (((i % Side) + 0.5 - 16) / 16, ((i / Side) + 0.5 - 16) / 16);
            patch[i] = (patch[i] - mean) * (float)Math.Exp(-2 * ((x * x) + (y * y)));
        }

        var half = new float[Frequencies * Side];
        for (var i = 0; i < half.Length; i++)
        {
            var (frequency, x) = (i / Side, i % Side);
            half[i] = Total(k => patch[(k * Side) + x] * Cosine(frequency, k));
        }

        var bits = Enumerable.Range(1, (Frequencies * Frequencies) - 1)
            .Select(i => (X: i % Frequencies, Y: i / Frequencies))
            .OrderBy(f => (f.X * f.X) + (f.Y * f.Y)).ThenBy(f => f.Y)
            .Take(PhotoHash.BitCount)
            .Select(f => Total(k => Cosine(f.X, k) * half[(f.Y * Side) + k]) > 0);
        var bytes = new byte[PhotoHash.ByteCount];
        foreach (var (place, bit) in bits.Index())
        {
            bytes[place / 8] |= (byte)((bit ? 1 : 0) << (place % 8));
        }

        return System.Runtime.InteropServices.MemoryMarshal.Read<PhotoHash>(bytes);
    }

    private static float[] Sample(ScaleSpace space, Keypoint keypoint, float angle)
    {
        var (plane, scale) = keypoint.Octave == 0 ? (space.Source, 1) : (space.Level(keypoint.Octave - 1, 0), 1 << (keypoint.Octave - 1));
        var step = keypoint.Sigma * 12 / Side / scale;
        var (stepX, stepY) = (MathF.Cos(angle) * step, MathF.Sin(angle) * step);
        var patch = new float[Side * Side];
        for (var i = 0; i < patch.Length; i++)
        {
            var (x, y) = ((i % Side) - 15.5f, (i / Side) - 15.5f);
            patch[i] = Between(
                plane,
                ((keypoint.X - 0.5f) / scale) - (y * stepY) + (x * stepX),
                ((keypoint.Y - 0.5f) / scale) + (y * stepX) + (x * stepY));
        }

        return patch;
    }

    private static float Between(FloatPlane plane, float x, float y)
    {
        (x, y) = (Math.Clamp(x, 0, plane.Width - 1), Math.Clamp(y, 0, plane.Height - 1));
        var (left, top) = (Math.Min((int)x, plane.Width - 2), Math.Min((int)y, plane.Height - 2));
        var upper = plane.Row(top)[left..];
        var lower = plane.Row(top + 1)[left..];
        var above = upper[0] + ((x - left) * (upper[1] - upper[0]));
        var below = lower[0] + ((x - left) * (lower[1] - lower[0]));
        return above + ((y - top) * (below - above));
    }

    private static bool IsPeak(ScaleSpace space, int octave, int index, int x, int y)
    {
        var value = space.Difference(octave, index).Row(y)[x];
        if (Math.Abs(value) < 0.6f)
        {
            return false;
        }

        // Of two equal samples side by side the right one is passed over, so that one of the two is found.
        for (var i = 0; i < 27; i++)
        {
            var (dx, dy, level) = ((i % 3) - 1, (i / 3 % 3) - 1, (i / 9) - 1);
            var other = space.Difference(octave, index + level).Row(y + dy)[x + dx];
            var isRight = (dx, dy, level) == (1, 0, 0);
            if ((dx, dy, level) != (0, 0, 0) && !(value > 0 ? value > other : value < other) && !(isRight && value == other))
            {
                return false;
            }
        }

        return true;
    }

    private static float Cosine(int frequency, int place) => (float)Math.Cos(Math.PI / Side * frequency * (place + 0.5));

    private static float Weigh(Func<int, float> at, float[] weights)
    {
        var sum = at(0) * weights[0];
        for (var k = 1; k < weights.Length; k++)
        {
            sum += (at(-k) + at(k)) * weights[k];
        }

        return sum;
    }

    private static float Total(Func<int, float> term)
    {
        var sum = 0f;
        for (var k = 0; k < Side; k++)
        {
            sum += term(k);
        }

        return sum;
    }

    private static void Each(FloatPlane plane, Action<int, int> action)
    {
        for (var y = 0; y < plane.Height; y++)
        {
            for (var x = 0; x < plane.Width; x++)
            {
                action(x, y);
            }
        }
    }
}
