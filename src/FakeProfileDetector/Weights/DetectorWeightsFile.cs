using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using FakeProfileDetector.History;

namespace FakeProfileDetector.Weights;

/// <summary>Reads and writes files of weights. Whatever is in a file that is accepted gives finite scores.</summary>
internal static class DetectorWeightsFile
{
    private const string Format = "fake-profile-detector-weights";
    private const int FormatVersion = 1;
    private const int MaximumBytes = 1024 * 1024;
    private const int MaximumRanges = 100;

    // Weights beyond this many nats claim odds of 22,000 to one for a single count.
    private const double MaximumNats = 10;

    private const double MinimumPrior = 0.0001;
    private const double MaximumPrior = 0.9999;

    private const string Recalibrate = "take a file that calibrate wrote with this version, or calibrate again.";

    // Relaxed, because the names hold ÷ and people read the file; it goes into no page.
    private static readonly WeightsJsonContext Context = new(new JsonSerializerOptions(WeightsJsonContext.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    internal static DetectorWeights Read(Stream stream, string name)
    {
        WeightsDocument document;
        try
        {
            document = JsonSerializer.Deserialize(ReadBytes(stream, name), Context.WeightsDocument)
                ?? throw new DetectorWeightsException(name, string.Empty, $"it is empty; {Recalibrate}");
        }
        catch (JsonException e)
        {
            var field = e.Path is { Length: > 2 } path ? path[2..] : string.Empty;
            throw new DetectorWeightsException(name, field, $"it is missing, unknown or of another type than expected; {Recalibrate}", e);
        }

        return Check(document, name);
    }

    internal static void Write(DetectorWeights weights, Stream stream) => JsonSerializer.Serialize(
        stream,
        new WeightsDocument(
            Format,
            FormatVersion,
            ScoringModel.Version,
            ProvenanceDocument.Of(weights.Provenance),
            weights.PriorProbability,
            weights.SignalScales.OrderBy(scale => scale.Key, StringComparer.Ordinal).ToDictionary(),
            [.. weights.History.Features.Select(feature => new FeatureDocument(
                feature.Feature.Key,
                [.. feature.UpperEdges],
                [.. feature.Nats],
                [.. feature.Fakes],
                [.. feature.Genuine]))]),
        Context.WeightsDocument);

    private static byte[] ReadBytes(Stream stream, string name)
    {
        var bytes = new byte[MaximumBytes + 1];
        var read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return read <= MaximumBytes
            ? bytes[..read]
            : throw new DetectorWeightsException(name, string.Empty, $"it is larger than {MaximumBytes} bytes and no file of weights; {Recalibrate}");
    }

    private static DetectorWeights Check(WeightsDocument document, string name)
    {
        void Require(bool holds, string field, string problem)
        {
            if (!holds)
            {
                throw new DetectorWeightsException(name, field, problem);
            }
        }

        Require(document.Format == Format, "format", $"it is not \"{Format}\"; {Recalibrate}");
        Require(document.FormatVersion == FormatVersion, "formatVersion", $"it is {document.FormatVersion} where {FormatVersion} is expected; {Recalibrate}");
        Require(document.ScoringVersion == ScoringModel.Version, "scoringVersion",
            $"it is \"{document.ScoringVersion}\" where this library scores as \"{ScoringModel.Version}\"; {Recalibrate}");
        Require(document.PriorProbability is null or (>= MinimumPrior and <= MaximumPrior), "priorProbability",
            $"it must lie between {MinimumPrior} and {MaximumPrior}, or be null; correct it.");
        foreach (var (signal, scale) in document.SignalScales)
        {
            Require(scale is >= 0 and <= DetectorWeights.MaximumScale, $"signalScales.{signal}",
                $"it must lie between 0 and {DetectorWeights.MaximumScale}; correct it.");
        }

        var features = new HistoryFeatureWeights[HistoryFeatureCatalog.All.Length];
        Require(document.Provenance.CrossValidation is null or { AreaUnderCurve: >= 0 and <= 1, BrierScore: null or (>= 0 and <= 1), ExpectedCalibrationError: null or (>= 0 and <= 1) },
            "provenance.crossValidation", "every figure must lie between 0 and 1; correct it.");
        Require(document.Provenance.Signals.All(signal => signal is not null), "provenance.signals", "no name may be null; correct it.");
        Require(document.History.All(feature => feature is not null), "history", "no entry may be null; remove it.");
        foreach (var feature in document.History)
        {
            var place = HistoryFeatureCatalog.All.IndexOf(HistoryFeatureCatalog.All.FirstOrDefault(known => known.Key == feature.Feature)!);
            Require(place >= 0, $"history[{feature.Feature}]", "this feature is unknown; remove it, or calibrate again with this version.");
            Require(features[place] is null, $"history[{feature.Feature}]", "this feature stands there twice; remove one of them.");
            features[place] = Check(feature, HistoryFeatureCatalog.All[place], Require);
        }

        var missing = HistoryFeatureCatalog.All.Where((_, i) => features[i] is null).Select(feature => feature.Key);
        Require(!missing.Any(), "history", $"there are no weights for {string.Join(", ", missing)}; {Recalibrate}");
        var weights = new DetectorWeights(new([.. features]), document.Provenance.ToProvenance());
        return weights.With(document.PriorProbability, document.SignalScales, weights.Provenance);
    }

    private static HistoryFeatureWeights Check(FeatureDocument document, HistoryFeature feature, Action<bool, string, string> require)
    {
        var field = $"history[{feature.Key}]";
        var edges = document.UpperEdges;
        require(edges.Length is > 0 and < MaximumRanges, $"{field}.upperEdges", $"1 to {MaximumRanges - 1} edges are expected; correct them.");
        require(edges.All(double.IsFinite), $"{field}.upperEdges", "every edge must be a finite number; correct them.");
        require(edges.Zip(edges.Skip(1)).All(pair => pair.First < pair.Second), $"{field}.upperEdges", "the edges must rise; sort them together with their weights.");
        require(document.Nats.Length == edges.Length + 1, $"{field}.nats", "one weight more than edges is expected; correct them.");
        require(document.Nats.All(nats => double.IsFinite(nats) && Math.Abs(nats) <= MaximumNats), $"{field}.nats",
            $"every weight must lie between −{MaximumNats} and {MaximumNats}; correct them.");
        foreach (var (name, counts) in new[] { ("fakes", document.Fakes), ("genuine", document.Genuine) })
        {
            require(counts.Length == 0 || counts.Length == document.Nats.Length, $"{field}.{name}", "one count a weight, or none, is expected; correct them.");
            require(counts.All(count => count >= 0), $"{field}.{name}", "no count may be negative; correct them.");
        }

        return new(feature, [.. edges], [.. document.Nats]) { Fakes = [.. document.Fakes], Genuine = [.. document.Genuine] };
    }
}

/// <summary>A file of weights as it stands on disk. The names are a contract with whoever reads the files.</summary>
internal sealed record WeightsDocument(
    string Format,
    int FormatVersion,
    string ScoringVersion,
    ProvenanceDocument Provenance,
    double? PriorProbability,
    Dictionary<string, double> SignalScales,
    FeatureDocument[] History);

/// <summary>The ranges of one fact: edges, weights and, where they were learned, how many labeled accounts each range had.</summary>
internal sealed record FeatureDocument(string Feature, double[] UpperEdges, double[] Nats, int[] Fakes, int[] Genuine);

/// <summary>Where weights come from.</summary>
internal sealed record ProvenanceDocument(
    string Method,
    string Data,
    [property: JsonPropertyName("learntAt")] DateTimeOffset? LearnedAt,
    int Fakes,
    int Genuine,
    int Groups,
    string[] Signals,
    CrossValidationDocument? CrossValidation)
{
    internal static ProvenanceDocument Of(WeightsProvenance from) =>
        new(from.Method, from.Data, from.LearnedAt, from.Fakes, from.Genuine, from.Groups, [.. from.Signals], CrossValidationDocument.Of(from.CrossValidation));

    internal WeightsProvenance ToProvenance() => new()
    {
        Method = Method,
        Data = Data,
        LearnedAt = LearnedAt,
        Fakes = Fakes,
        Genuine = Genuine,
        Groups = Groups,
        Signals = [.. Signals],
        CrossValidation = CrossValidation?.ToCrossValidation(),
    };
}

/// <summary>How well the weights did.</summary>
internal sealed record CrossValidationDocument(int Folds, double AreaUnderCurve, double? BrierScore, double? ExpectedCalibrationError)
{
    internal static CrossValidationDocument? Of(CrossValidation? from) => from is null
        ? null
        : new(from.Folds, from.AreaUnderCurve, from.BrierScore, from.ExpectedCalibrationError);

    internal CrossValidation ToCrossValidation() => new(Folds, AreaUnderCurve, BrierScore, ExpectedCalibrationError);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowDuplicateProperties = false)]
[JsonSerializable(typeof(WeightsDocument))]
internal sealed partial class WeightsJsonContext : JsonSerializerContext;
