using System.Collections.Immutable;
using System.Text.Json;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Reasons;

namespace FakeProfileDetector;

/// <summary>Reads the contract that <see cref="AuthenticityReportJsonConverter"/> lists.</summary>
internal static class ReportJsonReader
{
    internal static AuthenticityReport Read(JsonElement report) => new(Text(report, "profileId"))
    {
        Verdict = Required<AuthenticityVerdict>(report, "verdict"),
        Probability = Share(report, "probability"),
        RecommendedAction = Optional<RecommendedAction>(report, "recommendedAction"),
        ScoringVersion = Find(report, "scoringVersion") is null ? string.Empty : Text(report, "scoringVersion"),
        HashAlgorithm = Find(report, "hashAlgorithm") is null ? string.Empty : Text(report, "hashAlgorithm"),
        PriorBits = Number(report, "priorBits") ?? double.NaN,
        Coverage = Share(report, "coverage"),
        Mode = Optional<DetectorMode>(report, "mode"),
        Signals = List(report, "signals", Signal),
        Ablations = List(report, "ablation", Ablation),
        PosteriorBits = Number(report, "posteriorBits") ?? double.NaN,
        CheckedAt = Find(report, "checkedAt") is { } time
            ? time.ValueKind == JsonValueKind.String && time.TryGetDateTimeOffset(out var checkedAt) ? checkedAt : throw Wrong("checkedAt")
            : default,
    };

    private static SignalReport Signal(JsonElement signal) => new(
        Text(signal, "name"),
        Required<SignalOutcome>(signal, "outcome"),
        Number(signal, "weightBits") ?? double.NaN,
        List(signal, "reasons", Reason),
        List(signal, "matches", Match));

    private static Reason Reason(JsonElement reason) => new(Text(reason, "code"), Text(reason, "text"))
    {
        Facts = Find(reason, "facts") is { } facts ? Facts(facts) : ImmutableSortedDictionary<string, string>.Empty,
    };

    private static ImmutableSortedDictionary<string, string> Facts(JsonElement facts)
    {
        var read = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var fact in Check(facts, JsonValueKind.Object, "facts").EnumerateObject())
        {
            read[fact.Name] = Check(fact.Value, JsonValueKind.String, "facts").GetString()!;
        }

        return read.ToImmutable();
    }

    private static PhotoMatch Match(JsonElement match) =>
        new(Text(match, "profileId"), Whole(match, "distance") ?? throw Wrong("distance"), Required<DihedralTransform>(match, "transform"))
        {
            Person = Whole(match, "person"),
            Alteration = Find(match, "alteration") is { } alteration ? Alteration(alteration) : null,
        };

    private static PhotoAlteration Alteration(JsonElement alteration) => new()
    {
        Grade = Required<PhotoCopyGrade>(alteration, "grade"),
        IsNegative = Find(alteration, "isNegative") is { ValueKind: JsonValueKind.True },
        IsMirrored = Find(alteration, "isMirrored") is { ValueKind: JsonValueKind.True },
        KeptShare = Number(alteration, "keptShare"),
        OwnShare = Number(alteration, "ownShare"),
        Scale = Number(alteration, "scale") ?? double.NaN,
        RotationDegrees = Number(alteration, "rotationDegrees") ?? double.NaN,
        MatchedPatches = Whole(alteration, "matchedPatches") ?? 0,
        MatchedShare = Number(alteration, "matchedShare") ?? double.NaN,
        Correlation = Number(alteration, "correlation"),
        Kept = Find(alteration, "kept") is { } kept ? Region(kept) : default,
    };

    private static PhotoRegion Region(JsonElement region) => new(
        Number(region, "left") ?? double.NaN,
        Number(region, "top") ?? double.NaN,
        Number(region, "right") ?? double.NaN,
        Number(region, "bottom") ?? double.NaN);

    private static Ablation Ablation(JsonElement ablation) =>
        new(Text(ablation, "without"), Required<AuthenticityVerdict>(ablation, "verdict"), Share(ablation, "probability"));

    /// <summary>The field; null where it is missing or null.</summary>
    private static JsonElement? Find(JsonElement parent, string name) =>
        parent.ValueKind != JsonValueKind.Object ? throw new JsonException($"An object was expected where \"{name}\" was looked for.")
        : parent.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value
        : null;

    private static string Text(JsonElement parent, string name) =>
        Find(parent, name) is { ValueKind: JsonValueKind.String } text ? text.GetString()! : throw Wrong(name);

    private static TEnum Required<TEnum>(JsonElement parent, string name)
        where TEnum : struct, Enum
    {
        // Names alone: TryParse takes numbers, lists and other spellings as well.
        var text = Text(parent, name);
        return Enum.TryParse<TEnum>(text, out var value) && value.ToString() == text && Enum.IsDefined(value) ? value : throw Wrong(name);
    }

    private static TEnum Optional<TEnum>(JsonElement parent, string name)
        where TEnum : struct, Enum =>
        Find(parent, name) is null ? default : Required<TEnum>(parent, name);

    private static double Share(JsonElement parent, string name) =>
        Number(parent, name) is not { } share ? double.NaN : share is >= 0 and <= 1 ? share : throw Wrong(name);

    private static double? Number(JsonElement parent, string name) =>
        Find(parent, name) is not { } number ? null
        : number.ValueKind == JsonValueKind.Number && number.TryGetDouble(out var value) && double.IsFinite(value) ? value
        : throw Wrong(name);

    private static int? Whole(JsonElement parent, string name) =>
        Find(parent, name) is not { } number ? null
        : number.ValueKind == JsonValueKind.Number && number.TryGetInt32(out var value) ? value
        : throw Wrong(name);

    private static ImmutableArray<T> List<T>(JsonElement parent, string name, Func<JsonElement, T> read) =>
        Find(parent, name) is { } list ? [.. Check(list, JsonValueKind.Array, name).EnumerateArray().Select(read)] : [];

    private static JsonElement Check(JsonElement value, JsonValueKind kind, string name) => value.ValueKind == kind ? value : throw Wrong(name);

    private static JsonException Wrong(string name) => new($"The field \"{name}\" of a report is missing or is not what it should be.");
}
