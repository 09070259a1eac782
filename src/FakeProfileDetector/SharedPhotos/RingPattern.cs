using FakeProfileDetector.Profiles;

namespace FakeProfileDetector.SharedPhotos;

/// <summary>What accounts that one hand made have in common; being new is none of it.</summary>
[Flags]
internal enum RingPattern
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Most accounts were made within a few days.</summary>
    Burst = 1,

    /// <summary>Most accounts have the same counts.</summary>
    EqualHistories = 2,

    /// <summary>All copies of the photo are one file.</summary>
    EqualCopies = 4,

    /// <summary>All go by one given or family name beside others that differ.</summary>
    NamePattern = 8,

    /// <summary>Most handles are of one plan; since a network may hand them out so, that tells no one hand by itself.</summary>
    HandlePattern = 16,

    /// <summary>Most handles are of one series: a counter, or numbers that nearly follow each other.</summary>
    HandleSeries = 32,
}

/// <summary>Looks for the patterns of one hand in a group that shares a photo.</summary>
internal static class RingPatterns
{
    private static readonly (RingPattern Pattern, double LogOdds)[] Weights =
    [
        (RingPattern.Burst, SharedPhotoWeights.RingBurst),
        (RingPattern.EqualHistories, SharedPhotoWeights.RingEqualHistories),
        (RingPattern.EqualCopies, SharedPhotoWeights.RingEqualCopies),
        (RingPattern.NamePattern, SharedPhotoWeights.RingNamePattern),
        (RingPattern.HandlePattern, SharedPhotoWeights.RingHandlePattern),
        (RingPattern.HandleSeries, SharedPhotoWeights.RingHandleSeries),
    ];

    /// <summary>The patterns that most of the people show, the first among them.</summary>
    internal static RingPattern Of(IReadOnlyList<Person> people)
    {
        if (people.Count < SharedPhotoWeights.RingPeople || people[0].IsVerified)
        {
            return RingPattern.None;
        }

        var first = people[0].Holders.First();
        var others = people.Skip(1).Where(person => !person.IsVerified).Select(person => person.Holders.First()).ToArray();
        var enough = Math.Max(SharedPhotoWeights.RingPeople - 1, (int)Math.Ceiling(SharedPhotoWeights.RingShare * (people.Count - 1)));
        var found = If(RingPattern.Burst, others.Count(other => (other.CreatedAt - first.CreatedAt)?.Duration() <= SharedPhotoWeights.RingBurstWithin) >= enough)
            | If(RingPattern.EqualHistories, others.Count(other => HaveEqualCounts(first.History, other.History)) >= enough)
            | If(RingPattern.EqualCopies, first.Photo is not null && others.Count(other => first.Photo.Equals(other.Photo)) >= enough)
            | If(RingPattern.NamePattern, others.Count(other => first.Names.Compare(other.Names).Relation is Names.NameRelation.SharesGivenName) >= enough)
            | OfHandles(people, enough);

        // One file by itself is how people share a picture, in good faith or not.
        return found == RingPattern.EqualCopies ? RingPattern.None : found;
    }

    /// <summary>How many times likelier a ring is by what the accounts have in common, logarithm.</summary>
    internal static double LogOdds(RingPattern patterns) => Weights.Where(entry => patterns.HasFlag(entry.Pattern)).Sum(entry => entry.LogOdds);

    /// <summary>Whether a pattern tells by itself that one hand made the accounts; one file and handles of one plan only add to another.</summary>
    internal static bool TellsOneHand(RingPattern patterns) =>
        (patterns & (RingPattern.Burst | RingPattern.EqualHistories | RingPattern.NamePattern | RingPattern.HandleSeries)) != 0;

    /// <summary>What the handles have in common; those of accounts that are known to belong together may well be alike.</summary>
    private static RingPattern OfHandles(IReadOnlyList<Person> people, int enough)
    {
        if (people[0].HandleShapes.Count == 0)
        {
            return RingPattern.None;
        }

        var likenesses = people.Skip(1)
            .Where(other => !other.IsVerified && !GoodFaith.AreRelated(people[0], other))
            .Select(other => people[0].HandleShapes.SelectMany(_ => other.HandleShapes, (own, shape) => own.LikenessTo(shape)).DefaultIfEmpty().Max())
            .ToArray();
        return likenesses.Count(likeness => likeness == HandleLikeness.Series) >= enough ? RingPattern.HandleSeries
            : If(RingPattern.HandlePattern, likenesses.Count(likeness => likeness != HandleLikeness.None) >= enough);
    }

    private static RingPattern If(RingPattern pattern, bool holds) => holds ? pattern : RingPattern.None;

    /// <summary>Whether three counts or more are known of both and equal. Those of empty accounts are equal by themselves.</summary>
    private static bool HaveEqualCounts(AccountHistory? a, AccountHistory? b)
    {
        if (a is null || b is null)
        {
            return false;
        }

        var (known, telling) = (0, 0);
        foreach (var (x, y) in ((long?, long?)[])[(a.Connections, b.Connections), (a.Following, b.Following), (a.Posts, b.Posts), (a.BioLength, b.BioLength)])
        {
            if (x is null || y is null)
            {
                continue;
            }

            if (x != y)
            {
                return false;
            }

            known++;
            telling += x >= SharedPhotoWeights.TellingCount ? 1 : 0;
        }

        return known >= 3 && telling >= 2;
    }
}
