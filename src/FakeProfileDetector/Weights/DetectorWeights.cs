using System.Collections.Frozen;
using System.Collections.Immutable;
using FakeProfileDetector.Calibration;
using FakeProfileDetector.Evaluation;
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
    /// <summary>The most, and the inverse of the least, by which a signal may be scaled: 4.</summary>
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
    public IReadOnlyDictionary<string, double> SignalScales { get; internal init; } = FrozenDictionary<string, double>.Empty;

    /// <summary>What the weights were learned from, how, and how well they did on accounts they had not seen.</summary>
    public WeightsProvenance Provenance { get; }

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

/// <summary>What weights were learned from, how, and how well they did on accounts they had not seen.</summary>
/// <threadsafety>Immutable; safe to share between threads.</threadsafety>
public sealed record WeightsProvenance
{
    /// <summary>The method, in words.</summary>
    public required string Method { get; init; }

    /// <summary>The data, in words; empty when not said.</summary>
    public string Data { get; init; } = string.Empty;

    /// <summary>When the weights were learned; null for those shipped.</summary>
    public DateTimeOffset? LearnedAt { get; init; }

    /// <summary>Labeled fakes.</summary>
    public int Fakes { get; init; }

    /// <summary>Labeled genuine accounts.</summary>
    public int Genuine { get; init; }

    /// <summary>Groups of accounts that were kept together in cross-validation.</summary>
    public int Groups { get; init; }

    /// <summary>Names of the signals that the accounts were judged by.</summary>
    public ImmutableArray<string> Signals { get; init; } = [];

    /// <summary>How well each account was told by weights learned without its fold; null when that was not measured.</summary>
    public CrossValidation? CrossValidation { get; init; }
}

/// <summary>Figures of a cross-validation: every account is judged by weights that were learned without it and its group.</summary>
/// <param name="Folds">Parts that the accounts were split into.</param>
/// <param name="AreaUnderCurve">Probability that a fake ranks above a genuine account, 0–1; 0.5 is chance.</param>
/// <param name="BrierScore">Mean squared error of the probability, 0–1; 0 is best. Null where no prior is known.</param>
/// <param name="ExpectedCalibrationError">Mean distance of stated from observed shares of fakes, 0–1, as <see cref="Evaluation.ReliabilityTable"/> measures it. Null where no prior is known.</param>
public sealed record CrossValidation(int Folds, double AreaUnderCurve, double? BrierScore, double? ExpectedCalibrationError);
