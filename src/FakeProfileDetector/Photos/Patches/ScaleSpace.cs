namespace FakeProfileDetector.Photos.Patches;

/// <summary>A picture under growing blur, and the differences between neighboring blurs.</summary>
/// <remarks>
/// Each octave doubles the blur in three steps and halves the size (D. Lowe, "Distinctive image features from
/// scale-invariant keypoints", IJCV 60(2), 2004). The first octave begins above the blur where JPEG and resizing decide.
/// </remarks>
internal sealed class ScaleSpace
{
    internal const int Octaves = 3;

    /// <summary>Steps in which an octave doubles the blur; extrema are sought in as many differences.</summary>
    internal const int Steps = 3;

    /// <summary>Blur of an octave's first level, in its own pixels.</summary>
    internal const double FirstSigma = 1.6;

    /// <summary>Differences in an octave.</summary>
    internal const int Differences = Steps + 2;

    private const int Levels = Steps + 3;

    // What a resampled picture is assumed to be blurred by already.
    private const double SourceSigma = 0.6;

    private static readonly GaussianBlur First = new(Math.Sqrt((FirstSigma * FirstSigma) - (SourceSigma * SourceSigma)));
    private static readonly GaussianBlur[] Further = [.. Enumerable.Range(1, Levels - 1).Select(level => new GaussianBlur(
        Math.Sqrt(Math.Pow(SigmaOf(level), 2) - Math.Pow(SigmaOf(level - 1), 2))))];

    private readonly FloatPlane[] _levels = [.. Enumerable.Range(0, Octaves * Levels).Select(_ => new FloatPlane())];
    private readonly FloatPlane[] _differences = [.. Enumerable.Range(0, Octaves * Differences).Select(_ => new FloatPlane())];
    private float[] _line = [];

    internal FloatPlane Source { get; } = new();

    /// <summary>Blur of a level, or of the lower of a difference's two, in the octave's pixels.</summary>
    internal static double SigmaOf(double level) => FirstSigma * Math.Pow(2, level / Steps);

    internal FloatPlane Level(int octave, int level) => _levels[(octave * Levels) + level];

    internal FloatPlane Difference(int octave, int index) => _differences[(octave * Differences) + index];

    /// <summary>Fills all levels from <see cref="Source"/>.</summary>
    internal void Build()
    {
        for (var octave = 0; octave < Octaves; octave++)
        {
            if (octave == 0)
            {
                First.Apply(Source, Level(0, 0), difference: null, ref _line);
            }
            else
            {
                Halve(Level(octave - 1, Steps), Level(octave, 0));
            }

            for (var level = 1; level < Levels; level++)
            {
                Further[level - 1].Apply(Level(octave, level - 1), Level(octave, level), Difference(octave, level - 1), ref _line);
            }
        }
    }

    private static void Halve(FloatPlane source, FloatPlane target)
    {
        target.Resize(source.Width / 2, source.Height / 2);
        for (var y = 0; y < target.Height; y++)
        {
            var from = source.Row(2 * y);
            var to = target.Row(y);
            for (var x = 0; x < to.Length; x++)
            {
                to[x] = from[2 * x];
            }
        }
    }
}
