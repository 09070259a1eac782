namespace FakeProfileDetector.SharedPhotos;

/// <summary>What one person has to show for being the owner of a shared photo, relative to the others who share it.</summary>
/// <remarks>Log-odds of being a taker, natural logarithm: the least is the likeliest owner.</remarks>
/// <param name="Standing">All of it together, limited.</param>
/// <param name="History">By the account's history, or by a reviewer's decision.</param>
/// <param name="Connections">By how many connections it has.</param>
/// <param name="Size">By the size of its copy.</param>
/// <param name="Cut">By what was cut off its copy.</param>
/// <param name="Color">By the colors of its copy.</param>
/// <param name="Verified">By the network's verification.</param>
/// <param name="Web">By pages of its own on the web.</param>
/// <param name="Later">By having shown the photo later than a likelier owner.</param>
/// <param name="IsReviewed">Whether a reviewer decided it.</param>
internal readonly record struct OwnerClaim(
    double Standing, double History, double Connections, double Size, double Cut, double Color, double Verified, double Web, double Later, bool IsReviewed)
{
    /// <summary>The claims of the people, in their order.</summary>
    internal static OwnerClaim[] Of(IReadOnlyList<Person> people)
    {
        var largest = people.Max(person => person.Pixels ?? 0);
        var anyColor = people.Any(person => person.HasColor == true);
        var logs = people.Select(person => person.LogConnections).OfType<double>().DefaultIfEmpty().Average();

        // Of the first person little may be known: then nobody else's full history is held against it.
        var mayOutweigh = people[0].IsKnown;
        OwnerClaim[] claims = [.. people.Select(person => Of(person, people, largest, anyColor, logs, mayOutweigh))];
        return [.. claims.Select((claim, i) => claim.NoBetterThanEarlierOnes(claims.Where((_, j) => people[j].IsKnownToBeEarlier(people[i]))))];
    }

    /// <summary>
    /// A fuller account that showed the photo later is not the likelier owner for that; whom the network has verified, or a
    /// reviewer found authentic, may have been robbed before.
    /// </summary>
    private OwnerClaim NoBetterThanEarlierOnes(IEnumerable<OwnerClaim> earlier)
    {
        var best = earlier.Select(claim => claim.Standing).DefaultIfEmpty(double.NegativeInfinity).Min();
        if (IsReviewed || Verified < 0 || double.IsNegativeInfinity(best) || Standing >= best + SharedPhotoWeights.LaterThanOwner)
        {
            return this;
        }

        return this with { Standing = best + SharedPhotoWeights.LaterThanOwner, Later = SharedPhotoWeights.LaterThanOwner };
    }

    /// <summary>What the first person is, and what the likelier owner is told by.</summary>
    /// <param name="claims">All claims, that of the first person first.</param>
    /// <param name="isComparable">Whether as much is known of the first person as of the others; else nothing is said.</param>
    /// <param name="mayOwn">Whether the first person is likelier the owner than not.</param>
    internal static (HolderRole Role, OwnerGrounds Grounds) RoleOfFirst(IReadOnlyList<OwnerClaim> claims, bool isComparable, bool mayOwn)
    {
        var own = claims[0];
        var best = claims.Skip(1).MinBy(claim => claim.Standing);
        var (role, grounds) = own.Standing < best.Standing
            ? (HolderRole.Owner, own.GroundsAgainst(best))
            : (HolderRole.Taker, best.GroundsAgainst(own));
        return !isComparable || grounds == OwnerGrounds.None || (role == HolderRole.Owner && !mayOwn) ? (HolderRole.Unknown, OwnerGrounds.None) : (role, grounds);
    }

    /// <summary>In what this claim is the better one; nothing where the two are about equal.</summary>
    internal OwnerGrounds GroundsAgainst(in OwnerClaim other)
    {
        if (!IsLess(Standing, other.Standing))
        {
            return OwnerGrounds.None;
        }

        return IsReviewed || other.IsReviewed
            ? OwnerGrounds.Reviewed
            : (IsLess(History, other.History) ? OwnerGrounds.History : OwnerGrounds.None)
                | (IsLess(Connections, other.Connections) ? OwnerGrounds.Connections : OwnerGrounds.None)
                | (IsLess(Size, other.Size) ? OwnerGrounds.LargerCopy : OwnerGrounds.None)
                | (IsLess(Cut, other.Cut) ? OwnerGrounds.UncutCopy : OwnerGrounds.None)
                | (IsLess(Color, other.Color) ? OwnerGrounds.ColorCopy : OwnerGrounds.None)
                | (IsLess(Verified, other.Verified) ? OwnerGrounds.Verified : OwnerGrounds.None)
                | (IsLess(Web, other.Web) ? OwnerGrounds.Web : OwnerGrounds.None)
                | (IsLess(Later, other.Later) ? OwnerGrounds.Earlier : OwnerGrounds.None);
    }

    private static bool IsLess(double a, double b) => b - a >= SharedPhotoWeights.ClaimDifference;

    private static OwnerClaim Of(
        Person person, IReadOnlyList<Person> people, long largest, bool anyColor, double logs, bool mayOutweigh)
    {
        if (person.ReviewedStanding is { } reviewed)
        {
            return new(reviewed, reviewed, 0, 0, 0, 0, 0, 0, 0, IsReviewed: true);
        }

        var connections = SharedPhotoWeights.PerLogConnection * ((person.LogConnections ?? logs) - logs);
        var size = person.Pixels * SharedPhotoWeights.SmallerByFactor < largest ? SharedPhotoWeights.SmallerCopy : 0;
        var cut = person.IsCut && people.Any(other => !other.IsCut) ? SharedPhotoWeights.CutCopy : 0;
        var color = anyColor && person.HasColor == false ? SharedPhotoWeights.GrayCopy : 0;
        var verified = person.IsVerified ? SharedPhotoWeights.Verified : 0;
        var web = person.WebSites switch
        {
            0 => 0,
            1 => WebPhotoWeights.OwnerPage,
            _ => WebPhotoWeights.OwnerPages,
        };
        var standing = person.Standing - connections;
        standing = mayOutweigh ? standing : Math.Max(standing, 0);
        standing = standing + size + cut + color;
        standing = Math.Clamp(standing, SharedPhotoWeights.MinimumStanding, SharedPhotoWeights.MaximumStanding);
        return new(
            standing + verified + web,
            mayOutweigh ? person.Standing : Math.Max(person.Standing, 0),
            mayOutweigh ? -connections : 0,
            size,
            cut,
            color,
            verified,
            web,
            Later: 0,
            IsReviewed: false);
    }
}
