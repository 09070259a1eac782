using System.Collections.Immutable;
using FakeProfileDetector.Profiles;

namespace FakeProfileDetector.History;

/// <summary>How established an account is, as log-odds of fake against genuine by its history alone.</summary>
internal sealed class AccountStanding
{
    // Exports are dated to the day and in time zones of their own, which are less than a day apart.
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly int? _ageInDays;

    private AccountStanding(double nats, double coverage, int? ageInDays, ImmutableArray<HistoryFinding> findings, ImmutableArray<ImpossibleHistory> impossible)
    {
        Nats = nats;
        Coverage = coverage;
        _ageInDays = ageInDays;
        Findings = findings;
        Impossible = impossible;
    }

    /// <summary>Sum over the known facts, natural logarithm, uncapped; positive = thin, negative = established.</summary>
    internal double Nats { get; }

    /// <summary>The sum as far as it may speak against a young account; for comparing accounts with each other.</summary>
    internal double ComparableNats => IsNewcomer ? Math.Min(Nats, HistoryWeights.NewcomerMaximumBits * HistoryWeights.NatsPerBit) : Nats;

    /// <summary>What the history says as evidence of its own: limited, and with the allowance for newcomers, in bits.</summary>
    internal double EvidenceBits => IsKnown ? HistoryWeights.EvidenceBits(Nats, _ageInDays) : 0;

    /// <summary>Whether any history is known; that a photo exists is known of nearly everyone and is none.</summary>
    internal bool IsKnown => Findings.Any(finding => finding.Feature != HistoryFeatureCatalog.Photo);

    /// <summary>Whether the account is too young to have a history.</summary>
    internal bool IsNewcomer => _ageInDays <= HistoryWeights.NewcomerDays;

    /// <summary>The known facts and their weights.</summary>
    internal ImmutableArray<HistoryFinding> Findings { get; }

    /// <summary>Facts that cannot be true and are not scored.</summary>
    internal ImmutableArray<ImpossibleHistory> Impossible { get; }

    /// <summary>What the known facts can say as a share of what all can, 0–1.</summary>
    internal double Coverage { get; }

    internal static AccountStanding Of(AccountHistory? history, bool hasPhoto, DateTimeOffset now, HistoryWeights weights)
    {
        history = Usable(history, hasPhoto, now, out var impossible);
        var findings = ImmutableArray.CreateBuilder<HistoryFinding>(HistoryFeatureCatalog.All.Length);
        var (nats, coverage) = (0.0, 0.0);
        foreach (var (place, feature) in weights.Features.Index())
        {
            if (feature.Feature.Read(history, now) is { } value)
            {
                coverage += weights.Shares[place];
                var weight = feature.NatsOf(value);
                nats += weight;
                findings.Add(new(feature.Feature, value, weight));
            }
        }

        return new(nats, Math.Min(coverage, 1), history.AgeInDays(now), findings.DrainToImmutable(), impossible);
    }

    /// <summary>The history as it is weighed: with the photo that the profile shows, and without what cannot be true.</summary>
    internal static AccountHistory Usable(AccountHistory? history, bool hasPhoto, DateTimeOffset now, out ImmutableArray<ImpossibleHistory> impossible)
    {
        history ??= new();
        history = hasPhoto && history.HasPhoto is null ? history with { HasPhoto = true } : history;
        impossible = RemoveImpossible(ref history, now);
        return history;
    }

    /// <summary>Clears what cannot be true, so that a wrong export accuses nobody, and names it.</summary>
    private static ImmutableArray<ImpossibleHistory> RemoveImpossible(ref AccountHistory history, DateTimeOffset now)
    {
        var impossible = ImmutableArray.CreateBuilder<ImpossibleHistory>(0);
        if (history.Connections < 0)
        {
            impossible.Add(new("a negative number of connections", ("connections", history.Connections)));
            history = history with { Connections = null };
        }

        if (history.Following < 0)
        {
            impossible.Add(new("a negative number of followed accounts", ("following", history.Following)));
            history = history with { Following = null };
        }

        if (history.Posts < 0)
        {
            impossible.Add(new("a negative number of posts", ("posts", history.Posts)));
            history = history with { Posts = null };
        }

        if (history.BioLength < 0)
        {
            impossible.Add(new("a negative length of the self-description", ("bioLength", history.BioLength)));
            history = history with { BioLength = null };
        }

        if (history.SectionsFilled < 0 || history.SectionsOffered < 1 || history.SectionsFilled > history.SectionsOffered)
        {
            impossible.Add(new("more sections filled than offered", ("sectionsFilled", history.SectionsFilled), ("sectionsOffered", history.SectionsOffered)));
            history = history with { SectionsFilled = null, SectionsOffered = null };
        }

        if (history.ObservedAt - now > Day)
        {
            impossible.Add(new("an observation in the future", ("observedAt", history.ObservedAt)));
            history = history with { ObservedAt = null, CreatedAt = null, LastActiveAt = null };
        }

        if (history.CreatedAt > (history.ObservedAt ?? now))
        {
            impossible.Add(new("a creation date after the observation", ("createdAt", history.CreatedAt), ("observedAt", history.ObservedAt)));
            history = history with { CreatedAt = null };
        }

        if (history.LastActiveAt - (history.ObservedAt ?? now) > Day)
        {
            impossible.Add(new("a last activity after the observation", ("lastActiveAt", history.LastActiveAt), ("observedAt", history.ObservedAt)));
            history = history with { LastActiveAt = null };
        }

        if (history.CreatedAt - history.LastActiveAt > Day)
        {
            impossible.Add(new("a last activity before the creation", ("lastActiveAt", history.LastActiveAt), ("createdAt", history.CreatedAt)));
            history = history with { CreatedAt = null, LastActiveAt = null };
        }

        return impossible.DrainToImmutable();
    }
}

/// <summary>A known fact and its weight in nats.</summary>
internal readonly record struct HistoryFinding(HistoryFeature Feature, double Value, double Nats)
{
    internal double Bits => Nats / HistoryWeights.NatsPerBit;
}
