using FakeProfileDetector.Names;
using FakeProfileDetector.Profiles;

namespace FakeProfileDetector.SharedPhotos;

/// <summary>How often a picture is shared without theft: couples, teams, fans, templates, company accounts.</summary>
internal static class GoodFaith
{
    /// <summary>Odds of sharing in good faith against an owner and takers, logarithm, before anybody's history.</summary>
    /// <param name="shown">What the picture shows.</param>
    /// <param name="relation">How the first holder's name relates to the one that contradicts it most.</param>
    /// <param name="people">The people, the profile under check first.</param>
    internal static double LogOdds(PictureShown shown, NameRelation relation, IReadOnlyList<Person> people)
    {
        var odds = shown switch
        {
            PictureShown.Portrait => SharedPhotoWeights.GoodFaithPortrait,
            PictureShown.SeveralPeople => SharedPhotoWeights.GoodFaithSeveralPeople,
            PictureShown.Nobody => SharedPhotoWeights.GoodFaithNobody,
            _ => SharedPhotoWeights.GoodFaithUnknown,
        };
        odds += relation == NameRelation.SharesFamilyName ? SharedPhotoWeights.GoodFaithFamilyName : 0;
        return odds + LogOddsOfRelations(people);
    }

    /// <summary>Whether two people know each other, or stand for one organization, as far as the application says.</summary>
    internal static bool AreRelated(Person first, Person other) =>
        IsSameOrganization(first, other) || AreConnected(other);

    /// <summary>Whether two people know each other by the relations, their organization apart.</summary>
    internal static bool AreConnected(Person other) => other.Relations.Any(relation => LogOdds(relation) >= SharedPhotoWeights.Connected);

    /// <summary>Of several others the least related one counts: a thief may be connected with somebody else's friend.</summary>
    private static double LogOddsOfRelations(IReadOnlyList<Person> people) =>
        people.Skip(1).Min(other => (IsSameOrganization(people[0], other) ? SharedPhotoWeights.SameOrganization : 0)
            + other.Relations.Select(LogOdds).DefaultIfEmpty().Max());

    private static double LogOdds(ProfileRelation relation)
    {
        var odds = 0.0;
        odds += relation.AreConnected switch
        {
            true => SharedPhotoWeights.Connected,
            false => SharedPhotoWeights.NotConnected,
            null => 0,
        };
        odds += relation.MutualConnections >= SharedPhotoWeights.MutualConnectionsToCount ? SharedPhotoWeights.MutualConnections : 0;
        odds += relation.ShareHousehold == true ? SharedPhotoWeights.SameHousehold : 0;
        odds += relation.ShareEmployer == true ? SharedPhotoWeights.SameEmployer : 0;
        odds += relation.ShareDevice == true ? SharedPhotoWeights.SameDevice : 0;
        return odds;
    }

    private static bool IsSameOrganization(Person a, Person b) => a.Holders.Any(holder => b.Holders.Any(other =>
        !string.IsNullOrWhiteSpace(holder.Organization)
        && string.Equals(holder.Organization.Trim(), other.Organization?.Trim(), StringComparison.OrdinalIgnoreCase)));
}
