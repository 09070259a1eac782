using FakeProfileDetector.Reviews;

namespace FakeProfileDetector.SharedPhotos;

/// <summary>The decisions that one check has to respect: on the profile and on those that share its photo.</summary>
internal sealed class DecisionLookup
{
    private readonly Dictionary<string, ReviewDecision> _ofOne = new(StringComparer.Ordinal);

    // The parent of each profile that is decided to be the same person as another; a root has none.
    private readonly Dictionary<string, string> _sameAs = new(StringComparer.Ordinal);

    // Pairs that were decided to be different people, in ordinal order: as decided, and as the people they stand for.
    private readonly HashSet<(string, string)> _apart = [];

    private DecisionLookup()
    {
    }

    /// <summary>No decision at all.</summary>
    internal static DecisionLookup None { get; } = new();

    internal static DecisionLookup Of(IReadOnlyList<ReviewDecision> decisions)
    {
        if (decisions.Count == 0)
        {
            return None;
        }

        var result = new DecisionLookup();
        foreach (var decision in decisions)
        {
            if (decision.OtherProfileId is not { } other)
            {
                result._ofOne[decision.ProfileId] = decision;
            }
            else if (decision.Kind == ReviewDecisionKind.DifferentPeople)
            {
                result._apart.Add((decision.ProfileId, other));
            }
            else if (result.PersonOf(decision.ProfileId) is var a && result.PersonOf(other) is var b && a != b)
            {
                result._sameAs[a] = b;
            }
        }

        foreach (var (a, b) in result._apart.ToArray())
        {
            result._apart.Add(Ordered(result.PersonOf(a), result.PersonOf(b)));
        }

        return result;
    }

    /// <summary>The decision on a profile alone; null when there is none.</summary>
    internal ReviewDecision? On(string profileId) => _ofOne.GetValueOrDefault(profileId);

    internal bool IsConfirmedFake(string profileId) => On(profileId)?.Kind == ReviewDecisionKind.ConfirmedFake;

    /// <summary>Whether a profile is confirmed authentic with the photo that it has had since then.</summary>
    internal bool IsAuthentic(string profileId, DateTimeOffset photoSince) =>
        On(profileId) is { Kind: ReviewDecisionKind.Authentic, DecidedAt: var decidedAt } && photoSince <= decidedAt;

    /// <summary>Whether two profiles were decided to be one person, directly or by way of others.</summary>
    internal bool AreSamePerson(string a, string b) => _sameAs.Count > 0 && PersonOf(a) == PersonOf(b) && !_apart.Contains(Ordered(a, b));

    /// <summary>Whether two profiles were decided to be different people, themselves or as the people they are.</summary>
    internal bool AreDifferentPeople(string a, string b) => _apart.Count > 0
        && (_apart.Contains(Ordered(a, b)) || (PersonOf(a) != PersonOf(b) && _apart.Contains(Ordered(PersonOf(a), PersonOf(b)))));

    private static (string, string) Ordered(string a, string b) => string.CompareOrdinal(a, b) < 0 ? (a, b) : (b, a);

    private string PersonOf(string profileId)
    {
        while (_sameAs.TryGetValue(profileId, out var parent))
        {
            profileId = parent;
        }

        return profileId;
    }
}
