using FakeProfileDetector.History;
using FakeProfileDetector.Names;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Profiles;
using FakeProfileDetector.Registry;

namespace FakeProfileDetector.SharedPhotos;

/// <summary>Judges the group of profiles that share a photo: one person, an owner and takers, a ring, or a stock picture.</summary>
/// <remarks>
/// Bayes over explanations. With LR(i) the likelihood ratio fake : genuine of holder i by standing and copy size:
/// "i is the owner, the rest took it" has the likelihood Π LR(j≠i); "a ring" Π LR(j); "a stock picture that everyone uses
/// in good faith, a share s of them fake" Π (s·LR(j) + 1 − s). Order of upload is not used: it proves nothing.
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
        Profile profile, PhotoFingerprint photo, PhotoUseResult uses, ReviewFindings review, DateTimeOffset now, HistoryWeights weights)
    {
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

        var same = uses.Uses.Where(use => use.Alteration is not { Grade: < PhotoCopyGrade.Exact }).ToArray();
        if (same.Length == 0)
        {
            return new(SharedPhotoKind.Similar, uses);
        }

        var decisions = review.Decisions;
        var holders = new List<Holder>(same.Length + 1)
        {
            new(profile.Id, HolderNames.Of(profile.DisplayName, profile.OtherNames), profile.History, photo, same.Any(use => IsPart(use.Alteration?.OwnShare, use.Alteration?.KeptShare)), now, weights)
            {
                IsAuthentic = decisions.IsAuthentic(profile.Id, review.PhotoSince),
                IsConfirmedFake = decisions.IsConfirmedFake(profile.Id),
            },
        };
        foreach (var (other, alteration) in same.Select(use => (use.Holder, use.Alteration)))
        {
            holders.Add(new(other.Id, HolderNames.Of(other.DisplayName, other.OtherNames), other.History, other.Photo, IsPart(alteration?.KeptShare, alteration?.OwnShare), now, weights)
            {
                IsAuthentic = decisions.IsAuthentic(other.Id, other.PhotoSince ?? DateTimeOffset.MaxValue),
                IsConfirmedFake = decisions.IsConfirmedFake(other.Id),
            });
        }

        var group = SharedPhotoGroup.ByCompatibleNames(holders, decisions);
        var shared = group.People.Count switch
        {
            0 => new(SharedPhotoKind.NamesNotComparable, uses),
            1 => new(SharedPhotoKind.SamePerson, uses),
            _ => Judge(uses, group),
        };
        return shared with
        {
            PersonOf = group.PersonOf,
            IsOfConfirmedFake = holders.Skip(1).Any(holder => holder.IsConfirmedFake),
            IsConfirmedDifferentPeople = holders.Skip(1).Any(holder => decisions.AreDifferentPeople(profile.Id, holder.Id)),
            IsConfirmedSamePerson = holders.Skip(1).Any(holder => decisions.AreSamePerson(profile.Id, holder.Id)),
        };
    }

    /// <summary>Whether all that one copy shows is on the other one, and not the other way round.</summary>
    private static bool IsPart(double? shared, double? sharedOfOther) =>
        shared >= SharedPhotoWeights.CutShared && sharedOfOther <= SharedPhotoWeights.CutAway;

    private static SharedPhoto Judge(PhotoUseResult uses, SharedPhotoGroup group)
    {
        var people = group.People;
        var claims = OwnerClaim.Of(people);
        double[] standings = [.. claims.Select(claim => claim.Standing)];
        var all = standings.Sum();
        var owners = standings.Select(standing => all - standing).ToArray();
        var ownerless = SharedPhotoWeights.LogOwnerlessOdds(people.Count);
        var hasFake = people.Any(person => person.IsConfirmedFake);
        var ring = ownerless + all + (hasFake ? LogCampaignFactor(people, standings, ownerless) : 0);
        var stock = ownerless + StockLikelihood(people);
        var accused = LogAdd(LogSum(owners), ring);
        var stockProbability = 1 / (1 + Math.Exp(accused - stock));
        var established = people.Count(person => person.Standing <= SharedPhotoWeights.Established);
        var isStock = stockProbability >= SharedPhotoWeights.StockDecision
            && established >= SharedPhotoWeights.StockEstablishedShare * people.Count;
        var namesConflict = group.Conflict.Relation != NameRelation.NotComparable
            && !(group.IsDecidedApart && group.Conflict.Relation.IsCompatible());
        var different = namesConflict ? Math.Pow(2, group.Conflict.WeightBits) * SharedPhotoWeights.DifferentPeopleOdds : 0;
        var kind = isStock ? SharedPhotoKind.StockPicture
            : namesConflict || !group.IsDecidedByReview ? SharedPhotoKind.Contested
            : SharedPhotoKind.ReviewedApart;
        var fakeProbability = 1 - Math.Exp(owners[0] - accused);
        var ringProbability = Math.Exp(ring - accused);
        var (role, grounds) = ringProbability >= SharedPhotoWeights.RoleDecision
            ? (HolderRole.RingMember, OwnerGrounds.None)
            : OwnerClaim.RoleOfFirst(
                claims,
                isComparable: people[0].IsKnown || !people.Any(person => person.IsKnown),
                mayOwn: fakeProbability < SharedPhotoWeights.RoleDecision);
        return new(kind, uses)
        {
            People = people.Count,
            EstablishedPeople = established,
            Conflict = group.Conflict.Relation,
            FakeProbability = fakeProbability,
            RingProbability = ringProbability,
            Role = role,
            Grounds = grounds,
            DifferentPeopleProbability = group.IsDecidedByReview ? 1 : different / (1 + different),
            StockProbability = stockProbability,
        };
    }

    /// <summary>How many times likelier a ring is beside a confirmed fake, logarithm; an established account takes that back.</summary>
    private static double LogCampaignFactor(IReadOnlyList<Person> people, double[] standings, double ownerless) =>
        (1 - standings.Max(standing => Math.Clamp(standing / SharedPhotoWeights.Established, 0, 1)))
        * (Math.Max(SharedPhotoWeights.LogCampaignOdds - ownerless, 0)
            + (SharedPhotoWeights.CampaignNewcomer * people.Count(person => person is { IsNewcomer: true, ReviewedStanding: null })));

    private static double StockLikelihood(IReadOnlyList<Person> people)
    {
        var shares = SharedPhotoWeights.StockFakeShares;
        return LogSum([.. shares.Select(share => people.Sum(person =>
            Math.Log((share * Math.Exp(person.Standing)) + 1 - share)))]) - Math.Log(shares.Length);
    }

    private static double LogSum(ReadOnlySpan<double> logs)
    {
        var sum = double.NegativeInfinity;
        foreach (var log in logs)
        {
            sum = LogAdd(sum, log);
        }

        return sum;
    }

    private static double LogAdd(double a, double b)
    {
        var larger = Math.Max(a, b);
        return double.IsNegativeInfinity(larger) ? larger : larger + Math.Log(Math.Exp(a - larger) + Math.Exp(b - larger));
    }
}
