using System.Collections.Frozen;
using System.Collections.Immutable;
using FakeProfileDetector.History;

namespace FakeProfileDetector.Weights;

/// <summary>What the evidence weighs: the ranges of each fact of a history, a scale for each signal, and the prior.</summary>
/// <remarks>
/// <see cref="Default"/> is learned on public sets of labeled accounts. Ranking carries over from one network to another,
/// thresholds do not: learn weights of your own from labeled accounts with <see cref="Calibration.DetectorCalibrator"/>.
/// </remarks>
/// <threadsafety>Immutable; safe to share between threads.</threadsafety>
public sealed class DetectorWeights
{
    /// <summary>The maximum factor of a signal; the minimum is 0.</summary>
    internal const double MaximumScale = 4;

    private static readonly Lazy<DetectorWeights> Shipped = new(static () =>
    {
        using var stream = typeof(DetectorWeights).Assembly.GetManifestResourceStream("default-weights.json")!;
        return DetectorWeightsFile.Read(stream, "default-weights.json");
    });

    internal DetectorWeights(HistoryWeights history, WeightsProvenance provenance)
    {
        History = history;
        Provenance = provenance;
    }

    /// <summary>The weights that the library ships; their prior is left to the options.</summary>
    public static DetectorWeights Default => Shipped.Value;

    /// <summary>Probability of a fake before any evidence; null leaves it to <see cref="FakeProfileDetectorOptions.PriorProbability"/>.</summary>
    /// <value>
    /// 0.0001–0.9999, or null. Where it is learned it is that of a profile of which every signal says nothing, which lies below the
    /// share of fakes where most fakes give themselves away.
    /// </value>
    public double? PriorProbability { get; internal init; }

    /// <summary>Factors by the name of the signal, 0–4; a signal that is not named counts as it is.</summary>
    internal IReadOnlyDictionary<string, double> SignalScales { get; init; } = FrozenDictionary<string, double>.Empty;

    /// <summary>How well each account was told by weights learned without its fold; null when that was not measured.</summary>
    public CrossValidation? CrossValidation => Provenance.CrossValidation;

    /// <summary>What the weights were learned from, how, and how well they did on accounts they had not seen.</summary>
    internal WeightsProvenance Provenance { get; }

    internal HistoryWeights History { get; }

    /// <summary>Reads a file of weights.</summary>
    /// <param name="path">The file's path.</param>
    /// <returns>The weights.</returns>
    /// <exception cref="ArgumentException"><paramref name="path"/> is null, empty or white space.</exception>
    /// <exception cref="DetectorWeightsException">The file is no file of weights, of another version, or holds nonsense.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static DetectorWeights Load(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        using var stream = File.OpenRead(path);
        return DetectorWeightsFile.Read(stream, Path.GetFileName(path));
    }

    /// <summary>Reads weights from a stream.</summary>
    /// <param name="stream">UTF-8 JSON, at most 1 MiB; read to its end and left open.</param>
    /// <param name="name">What to call it in complaints.</param>
    /// <returns>The weights.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="DetectorWeightsException">It holds no weights, those of another version, or nonsense.</exception>
    public static DetectorWeights Read(Stream stream, string name)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(name);
        return DetectorWeightsFile.Read(stream, name);
    }

    /// <summary>Writes a file of weights for people and programs, over any that was there.</summary>
    /// <param name="path">The file's path.</param>
    /// <exception cref="ArgumentException"><paramref name="path"/> is null, empty or white space.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);

        // Beside the target and then moved there: weights that are in use are replaced whole or not at all.
        var written = $"{path}.new";
        using (var stream = File.Create(written))
        {
            Write(stream);
        }

        File.Move(written, path, overwrite: true);
    }

    /// <summary>Writes the weights as indented UTF-8 JSON.</summary>
    /// <param name="stream">Where to; left open.</param>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    public void Write(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        DetectorWeightsFile.Write(this, stream);
    }

    /// <summary>The same ranges with nothing learned, to learn from scratch; weights that were assumed for want of data stay.</summary>
    /// <returns>The weights.</returns>
    public DetectorWeights Unlearned() => new(
        new([.. History.Features.Select(feature => feature.Fakes.IsEmpty
            ? feature
            : new HistoryFeatureWeights(feature.Feature, feature.UpperEdges, [.. feature.Nats.Select(static _ => 0.0)]))]),
        new() { Method = "Nothing is learned." });

    internal double ScaleOf(string signal) => SignalScales.GetValueOrDefault(signal, 1);

    internal DetectorWeights With(double? prior, IEnumerable<KeyValuePair<string, double>> scales, WeightsProvenance provenance) => new(History, provenance)
    {
        PriorProbability = prior,
        SignalScales = scales.ToFrozenDictionary(StringComparer.Ordinal),
    };
}
