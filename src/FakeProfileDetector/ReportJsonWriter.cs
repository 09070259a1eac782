using System.Text.Json;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Reasons;

namespace FakeProfileDetector;

/// <summary>Writes the contract that <see cref="AuthenticityReportJsonConverter"/> lists.</summary>
internal static class ReportJsonWriter
{
    internal const int ProbabilityDigits = 6;
    internal const int NumberDigits = 3;

    internal static void Write(Utf8JsonWriter writer, AuthenticityReport report)
    {
        writer.WriteStartObject();
        writer.WriteString("profileId", report.ProfileId);
        writer.WriteString("verdict", report.Verdict.ToString());
        Write(writer, "probability", report.Probability, ProbabilityDigits);
        writer.WriteString("recommendedAction", report.RecommendedAction.ToString());
        writer.WriteString("scoringVersion", report.ScoringVersion);
        writer.WriteString("hashAlgorithm", report.HashAlgorithm);
        Write(writer, "priorBits", report.PriorBits, NumberDigits);
        Write(writer, "coverage", report.Coverage, NumberDigits);
        writer.WriteString("mode", report.Mode.ToString());
        writer.WriteStartArray("signals");
        foreach (var signal in report.Signals)
        {
            Write(writer, signal);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("ablation");
        foreach (var ablation in report.Ablations)
        {
            Write(writer, ablation);
        }

        writer.WriteEndArray();
        Write(writer, "posteriorBits", report.PosteriorBits, NumberDigits);
        if (!report.CheckedAt.EqualsExact(default))
        {
            writer.WriteString("checkedAt", report.CheckedAt);
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, SignalReport signal)
    {
        writer.WriteStartObject();
        writer.WriteString("name", signal.Name);
        writer.WriteString("outcome", signal.Outcome.ToString());
        Write(writer, "weightBits", signal.WeightBits, NumberDigits);
        writer.WriteStartArray("reasons");
        foreach (var reason in signal.Reasons)
        {
            Write(writer, reason);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("matches");
        foreach (var match in signal.Matches)
        {
            Write(writer, match);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, Reason reason)
    {
        writer.WriteStartObject();
        writer.WriteString("code", reason.Code);
        writer.WriteString("text", reason.Text);
        writer.WriteStartObject("facts");
        foreach (var (name, value) in reason.Facts)
        {
            writer.WriteString(name, value);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, PhotoMatch match)
    {
        writer.WriteStartObject();
        writer.WriteString("profileId", match.ProfileId);
        writer.WriteNumber("distance", match.Distance);
        writer.WriteString("transform", match.Transform.ToString());
        if (match.Person is { } person)
        {
            writer.WriteNumber("person", person);
        }
        else
        {
            writer.WriteNull("person");
        }

        if (match.Alteration is { } alteration)
        {
            Write(writer, alteration);
        }
        else
        {
            writer.WriteNull("alteration");
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, PhotoAlteration alteration)
    {
        writer.WriteStartObject("alteration");
        writer.WriteString("grade", alteration.Grade.ToString());
        writer.WriteString("text", alteration.ToString());
        writer.WriteBoolean("isMirrored", alteration.IsMirrored);
        Write(writer, "keptShare", alteration.KeptShare, NumberDigits);
        Write(writer, "ownShare", alteration.OwnShare, NumberDigits);
        Write(writer, "scale", alteration.Scale, NumberDigits);
        Write(writer, "rotationDegrees", alteration.RotationDegrees, 1);
        writer.WriteNumber("matchedPatches", alteration.MatchedPatches);
        Write(writer, "matchedShare", alteration.MatchedShare, NumberDigits);
        Write(writer, "correlation", alteration.Correlation, NumberDigits);
        writer.WriteStartObject("kept");
        Write(writer, "left", alteration.Kept.Left, NumberDigits);
        Write(writer, "top", alteration.Kept.Top, NumberDigits);
        Write(writer, "right", alteration.Kept.Right, NumberDigits);
        Write(writer, "bottom", alteration.Kept.Bottom, NumberDigits);
        writer.WriteEndObject();
        writer.WriteBoolean("isNegative", alteration.IsNegative);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, Ablation ablation)
    {
        writer.WriteStartObject();
        writer.WriteString("without", ablation.Signal);
        writer.WriteString("verdict", ablation.Verdict.ToString());
        Write(writer, "probability", ablation.Probability, ProbabilityDigits);
        writer.WriteString("text", ablation.ToString());
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, double? number, int digits)
    {
        if (number is { } value && double.IsFinite(value))
        {
            writer.WriteNumber(name, Math.Round(value, digits));
        }
        else
        {
            writer.WriteNull(name);
        }
    }
}
