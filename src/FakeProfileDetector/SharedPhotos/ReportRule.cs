using FakeProfileDetector.Names;

namespace FakeProfileDetector.SharedPhotos;

/// <summary>When a shared photo alone may call a profile a likely fake.</summary>
/// <remarks>
/// Both must hold. (a) One person's portrait is on accounts whose personal names cannot be one person's. (b) Another holder is
/// clearly the owner: verified, or far fuller and older, with the photo no later, the more so where this profile's own history
/// speaks for it; or something speaks against this profile by itself: thin though no newcomer, of one pattern with the
/// others, beside a confirmed fake. Where nothing separates two holders a moderator has to look, and nobody is reported.
/// </remarks>
internal static class ReportRule
{
    /// <summary>Whether the first of the people may be called a likely fake.</summary>
    internal static bool MayReport(
        PictureShown shown, SharedPhotoGroup group, IReadOnlyList<OwnerClaim> claims, RingPattern patterns)
    {
        var people = group.People;
        var first = people[0];
        if (first.IsConfirmedFake || people.Skip(1).Any(person => person.IsConfirmedFake))
        {
            return true;
        }

        return shown == PictureShown.Portrait
            && (group.IsDecidedApart || group.Conflict.Relation is NameRelation.Disjoint or NameRelation.PartialConflict or NameRelation.SharesGivenName)
            && !first.IsVerified
            && !people.Skip(1).All(other => GoodFaith.AreRelated(first, other))
            && (people.Skip(1).Index().Any(other => IsClearlyOwner(first, claims[0], other.Item, claims[other.Index + 1]))
                || IsSuspectByItself(people, claims, patterns));
    }

    private static bool IsClearlyOwner(Person first, in OwnerClaim own, Person other, in OwnerClaim claim)
    {
        if (GoodFaith.AreRelated(first, other) || first.IsKnownToBeEarlier(other))
        {
            return false;
        }

        var grounds = claim.GroundsAgainst(own);
        if ((grounds & OwnerGrounds.Reviewed) != 0)
        {
            return true;
        }

        // A fan of a verified figure has a history of its own; of a newcomer there is none to speak of.
        var speaksForItself = !first.IsNewcomer && first.Standing <= SharedPhotoWeights.SpeaksForItself;
        if ((grounds & OwnerGrounds.Verified) != 0)
        {
            return !speaksForItself;
        }

        // A copy that is larger, uncut or in color tells a source from a copy, and no owner from a thief who has it from elsewhere.
        const OwnerGrounds ofAccount = OwnerGrounds.History | OwnerGrounds.Connections | OwnerGrounds.Earlier;
        return (grounds & ofAccount) != 0
            && own.Standing - claim.Standing >= (speaksForItself ? SharedPhotoWeights.FarClearer : SharedPhotoWeights.ClearDifference)
            && claim.History <= SharedPhotoWeights.ClearOwnerHistory
            && !(other.AgeInDays < SharedPhotoWeights.ClearOwnerDays)
            && IsOlder(other, first);
    }

    /// <summary>Whether an account is far older, as far as both ages are known; a newcomer is younger than anybody else.</summary>
    private static bool IsOlder(Person other, Person first) => other.AgeInDays is not { } age || first.AgeInDays is not { } own
        || age >= own * SharedPhotoWeights.FarOlder;

    /// <summary>Whether something speaks against the first person whoever owns the photo; a thin account with the source of all copies is its likeliest owner.</summary>
    private static bool IsSuspectByItself(IReadOnlyList<Person> people, IReadOnlyList<OwnerClaim> claims, RingPattern patterns)
    {
        const OwnerGrounds ofCopy = OwnerGrounds.UncutCopy | OwnerGrounds.ColorCopy;
        if (RingPatterns.TellsOneHand(patterns))
        {
            return true;
        }

        var own = claims[0];
        var limit = people.Count >= SharedPhotoWeights.RingPeople ? SharedPhotoWeights.ThinInGroup : SharedPhotoWeights.Thin;
        return !people[0].IsNewcomer && people[0].Standing >= limit
            && !people.Skip(1).All(people[0].IsKnownToBeEarlier)
            && !(people.Count <= SharedPhotoWeights.RingPeople && claims.Skip(1).All(other => (own.GroundsAgainst(other) & ofCopy) != 0));
    }
}
