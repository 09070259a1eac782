namespace FakeProfileDetector.Photos.Coenm;

/// <summary>
/// For each sample of a resized row or column the source samples that it mixes and their weights, with the roundings of
/// ImageSharp 2.1: the bicubic function in single precision, the sum in double precision, the weights in single precision.
/// </summary>
internal sealed class ResizeKernels
{
    private const int Support = 2;
    private const double Tolerance = 1e-8;

    private readonly int[] _first;
    private readonly float[][] _weights;

    internal ResizeKernels(int sourceSize, int targetSize)
    {
        var ratio = (double)sourceSize / targetSize;
        var scale = Math.Max(ratio, 1);
        var radius = (int)Ceiling(scale * Support);
        var repeats = Repetition.Of(sourceSize, targetSize, ratio, radius);
        _first = new int[targetSize];
        _weights = new float[targetSize][];
        for (var index = 0; index < targetSize; index++)
        {
            var center = ((index + 0.5) * ratio) - 0.5;
            var first = (int)Ceiling(center - radius);
            _first[index] = Math.Max(first, 0);
            _weights[index] = repeats.Original(index) is var original && original < index
                ? _weights[original]
                : Weights(_first[index], Math.Min((int)Floor(center + radius), sourceSize - 1), center, scale);
        }
    }

    internal int First(int index) => _first[index];

    internal ReadOnlySpan<float> Weights(int index) => _weights[index];

    private static float[] Weights(int first, int last, double center, double scale)
    {
        var values = new double[last - first + 1];
        var sum = 0.0;
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Bicubic((float)((first + i - center) / scale));
            sum += values[i];
        }

        return Array.ConvertAll(values, value => (float)(sum > 0 ? value / sum : value));
    }

    private static float Bicubic(float distance)
    {
        var x = MathF.Abs(distance);
        return x switch
        {
            <= 1 => (((1.5f * x) - 2.5f) * x * x) + 1,
            < 2 => (((((-0.5f * x) + 2.5f) * x) - 4) * x) + 2,
            _ => 0,
        };
    }

    // A place that is whole but for rounding is whole.
    private static double Ceiling(double value) => IsWhole(value) ? Math.Round(value) : Math.Ceiling(value);

    private static double Floor(double value) => IsWhole(value) ? Math.Round(value) : Math.Floor(value);

    private static bool IsWhole(double value) => Math.Abs(value - Math.Round(value)) < Tolerance;

    /// <summary>The weights of the inner samples repeat; the original computes one period and copies it, roundings included.</summary>
    private readonly record struct Repetition(int Period, int FirstCopy, int AfterLastCopy)
    {
        internal static Repetition Of(int sourceSize, int targetSize, double ratio, int radius)
        {
            var period = targetSize / GreatestCommonDivisor(sourceSize, targetSize);
            var firstInside = (radius - ((ratio - 1) * 0.5) - 1) / ratio;
            var corner = (int)Ceiling(firstInside);
            if (Math.Abs(firstInside - corner) < Tolerance)
            {
                corner++;
            }

            return 2 * (corner + period) < targetSize
                ? new(period, corner + period, targetSize - corner)
                : new(period, targetSize, targetSize);
        }

        private static int GreatestCommonDivisor(int a, int b) => b == 0 ? a : GreatestCommonDivisor(b, a % b);

        /// <summary>The sample whose weights this one takes over; itself where it takes over none.</summary>
        internal int Original(int index) => index >= FirstCopy && index < AfterLastCopy ? index - Period : index;
    }
}
