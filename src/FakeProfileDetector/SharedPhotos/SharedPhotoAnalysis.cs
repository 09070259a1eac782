using FakeProfileDetector.History;
using FakeProfileDetector.Names;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Profiles;
using FakeProfileDetector.Registry;

namespace FakeProfileDetector.SharedPhotos;

/// <summary>Judges the group of profiles that share a photo: one person, an owner and takers, a ring, a stock picture, or people who share it in good faith.</summary>
/// <remarks>
/// Bayes over explanations. With LR(i) the likelihood ratio fake : genuine of holder i by standing and copy size:
/// "i is the owner, the rest took it" has the likelihood Π LR(j≠i); "a ring" Π LR(j); "a stock picture that everyone uses
/// in good faith, a share s of them fake" Π (s·LR(j) + 1 − s), and so has "a couple, a team, fans" with a small s and odds that
/// follow from what the picture shows, the names and what the application knows of how the holders relate. The order of enrollment
/// is not used: it proves nothing. Since when each has shown the photo counts where the network says so.
/// Reviewers' decisions enter as certain knowledge. Profiles decided to be one person are one holder. Who is authentic has an
/// LR near 0 and so is the owner; a confirmed fake has a huge one, so "it is the owner" is out, and what is left is weighed
/// anew: one of the others is the owner, or "a campaign", that is a ring of the one who made the fake: more likely
/// beforehand than a ring that nobody has seen yet, unless an established account is among them. So an established victim gains by
/// the confirmation, and a thin account with the same photo and no better owner loses. What a name says of whether two are
/// one person says nothing where one is a confirmed fake: impersonators copy names too.
/// </remarks>
internal static class SharedPhotoAnalysis
{
    internal static SharedPhoto Analyze(
        Profile profile, PhotoFingerprint photo, PhotoUseResult uses, HolderFindings findings, NameRelations names, DateTimeOffset now, HistoryWeights weights)
    {
        if (photo.Content is { IsGenerated: true })
        {
            return new(SharedPhotoKind.Generated, uses);
        }

        if (!uses.IsCompared)
        {
            return new(SharedPhotoKind.NotCompared, uses);
        }

        if (uses.BenignPicture is not null)
        {
            return new(SharedPhotoKind.Benign, uses);
        }

        if (uses.Uses.IsEmpty)
        {
            return new(SharedPhotoKind.Unique, uses);
        }

        var same = uses.Uses.Where(use => use.Alteration is null or { Grade: PhotoCopyGrade.Exact }).ToArray();
        if (same.Length == 0)
        {
            var isSimilar = uses.Uses.Any(use => use.Alteration is { Grade: PhotoCopyGrade.Similar });
            return new(isSimilar ? SharedPhotoKind.Similar : SharedPhotoKind.Template, uses);
        }

        var decisions = findings.Review.Decisions;
        Holder[] holders =
        [
            Holder.Of(profile, photo, [.. same.Select(use => use.Alteration)], findings, now, weights),
            .. same.Select(use => Holder.Of(use, findings, now, weights)),
        ];
        var shown = PictureContents.Combine(holders.Select(holder => holder.Photo?.Content));
        var group = SharedPhotoGroup.ByCompatibleNames(holders, names, decisions);
        var shared = group.People.Count switch
        {
            0 => new(SharedPhotoKind.NamesNotComparable, uses),
            1 => new(SharedPhotoKind.SamePerson, uses),
            _ => Judge(uses, group, shown),
        };
        return shared with
        {
            Shown = shown,
            MayReport = shared.MayReport && !findings.IsRelationUnknown,
            PersonOf = group.PersonOf,
            IsOfConfirmedFake = holders.Skip(1).Any(holder => holder.IsConfirmedFake),
            IsConfirmedDifferentPeople = holders.Skip(1).Any(holder => decisions.AreDifferentPeople(profile.Id, holder.Id)),
            IsConfirmedSamePerson = holders.Skip(1).Any(holder => decisions.AreSamePerson(profile.Id, holder.Id)),
        };
    }

    private static SharedPhoto Judge(PhotoUseResult uses, SharedPhotoGroup group, PictureShown shown)
    {
        var people = group.People;
        var claims = OwnerClaim.Of(people);
        var patterns = RingPatterns.Of(people);
        var odds = ExplanationOdds.Of(people, claims, patterns, GoodFaith.LogOdds(shown, group.Conflict.Relation, people));
        var established = people.Count(person => person.Standing <= SharedPhotoWeights.Established);
        var isStock = odds.StockProbability >= SharedPhotoWeights.StockDecision
            && established >= SharedPhotoWeights.StockEstablishedShare * people.Count;
        var namesConflict = group.Conflict.Relation != NameRelation.NotComparable
            && !(group.IsDecidedApart && group.Conflict.Relation.IsCompatible());
        var different = namesConflict ? Math.Pow(2, group.Conflict.WeightBits) * SharedPhotoWeights.DifferentPeopleOdds : 0;
        var kind = isStock ? SharedPhotoKind.StockPicture
            : !namesConflict && group.IsDecidedByReview ? SharedPhotoKind.ReviewedApart
            : odds.GoodFaithProbability >= SharedPhotoWeights.GoodFaithDecision && !group.IsDecidedByReview ? SharedPhotoKind.GoodFaith
            : SharedPhotoKind.Contested;
        var isRing = odds.RingProbability >= SharedPhotoWeights.RoleDecision
            && (RingPatterns.TellsOneHand(patterns) || people.Any(person => person.IsConfirmedFake) || people.Count(IsThin) * 2 >= people.Count);
        var (role, grounds) = isRing
            ? (HolderRole.RingMember, OwnerGrounds.None)
            : OwnerClaim.RoleOfFirst(
                claims,
                isComparable: people[0].IsKnown || !people.Any(person => person.IsKnown),
                mayOwn: odds.FakeProbability < SharedPhotoWeights.RoleDecision);
        return new(kind, uses)
        {
            People = people.Count,
            EstablishedPeople = established,
            Conflict = group.Conflict.Relation,
            FakeProbability = odds.FakeProbability,
            RingProbability = odds.RingProbability,
            Patterns = patterns,
            Role = role,
            Grounds = grounds,
            DifferentPeopleProbability = group.IsDecidedByReview ? 1 : different / (1 + different),
            InnocentProbability = odds.StockProbability + odds.GoodFaithProbability,
            HasRelation = people.Skip(1).Any(other => GoodFaith.AreRelated(people[0], other)),
            MayReport = ReportRule.MayReport(shown, group, claims, patterns),
        };
    }

    private static bool IsThin(Person person) => !person.IsNewcomer && person.Standing >= SharedPhotoWeights.ThinInGroup;
}
