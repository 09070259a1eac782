using System.Collections.Immutable;
using System.Globalization;
using FakeProfileDetector.History;
using FakeProfileDetector.Reasons;

namespace FakeProfileDetector.Signals.SparseHistory;

internal sealed class SparseHistoryEvaluator(SparseHistoryOptions options) : IBuiltInSignal
{
    // A history that doubles the odds, at the least, is called thin.
    private const double ThinBits = 1;

    public string Name => SparseHistorySignal.SignalName;

    public BuiltInEvidence Evidence => BuiltInEvidence.History;

    public ValueTask<SignalResult> EvaluateAsync(ProfileContext context, CancellationToken cancellationToken) => new(Evaluate(context));

    private SignalResult Evaluate(ProfileContext context)
    {
        var standing = context.Standing;
        var reasons = ImmutableArray.CreateBuilder<Reason>();

        if (!standing.IsKnown)
        {
            return standing.Impossible.IsEmpty
                ? SignalResult.Abstain(new(ReasonCodes.HistoryUnknown, "Nothing is known of the account's history."))
                : SignalResult.Abstain(Impossible(standing));
        }

        if (standing.IsNewcomer)
        {
            reasons.Add(new(ReasonCodes.AccountNew, "The account is too young to have a history."));
        }
        else if (standing.EvidenceBits >= ThinBits)
        {
            reasons.Add(new(ReasonCodes.HistoryThin, "The account's history is thin."));
        }

        foreach (var finding in standing.Findings.OrderByDescending(finding => Math.Abs(finding.Nats)))
        {
            if (Math.Abs(finding.Bits) >= options.ReasonThresholdBits)
            {
                reasons.Add(Describe(finding));
            }
        }

        if (!standing.Impossible.IsEmpty)
        {
            reasons.Add(Impossible(standing));
        }

        if (reasons.Count == 0)
        {
            reasons.Add(new(ReasonCodes.HistoryOrdinary, "The account's history is ordinary."));
        }

        return SignalResult.Evidence(standing.EvidenceBits, reasons.ToArray()).WithCoverage(standing.Coverage);
    }

    private static Reason Describe(HistoryFinding finding)
    {
        var feature = finding.Feature;
        var adverse = finding.Nats > 0;
        var value = finding.Value.ToString("0.##", CultureInfo.InvariantCulture);
        var (code, phrase) = finding switch
        {
            { Value: 0, Feature: { NoneCode: { } noneCode, NonePhrase: { } nonePhrase } } => (noneCode, nonePhrase),
            _ when adverse => (feature.AdverseCode, feature.AdversePhrase),
            _ => (feature.SupportingCode, feature.SupportingPhrase),
        };
        return new(code, $"The account has {phrase} ({feature.Name}: {value}).")
        {
            Facts = ImmutableSortedDictionary<string, string>.Empty
                .Add(feature.Name, value)
                .Add("bits", finding.Bits.ToString("0.00", CultureInfo.InvariantCulture)),
        };
    }

    private static Reason Impossible(AccountStanding standing)
    {
        var facts = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal, StringComparer.Ordinal);
        foreach (var (name, value) in standing.Impossible.SelectMany(impossible => impossible.Values))
        {
            if (value is not null)
            {
                facts[name] = value.ToString(value is DateTimeOffset ? "O" : null, CultureInfo.InvariantCulture);
            }
        }

        var texts = standing.Impossible.Select(impossible => impossible.Text);
        return new(ReasonCodes.HistoryImpossible, $"Not scored, because it cannot be true: {string.Join("; ", texts)}.") { Facts = facts.ToImmutable() };
    }
}
