namespace FakeProfileDetector.SharedPhotos;

/// <summary>Every constant of the judgment on a shared photo, with its reason. Natural logarithms.</summary>
internal static class SharedPhotoWeights
{
    // An account's standing is compared with the other holders' further out than it counts by itself (−1.5…+3):
    // who of two is the fuller account is safer to say than whether one alone is fake. Pairs of labeled genuine and fake
    // accounts were told apart in 96.5 % with these limits, in 95.5 % with the narrow ones.
    internal const double MinimumStanding = -4;
    internal const double MaximumStanding = 5;

    // Networks verify against documents or employers: 150 to one for the owner, more than any history. Not learned, for
    // want of data.
    internal const double Verified = -5.0;

    // A reviewer who has looked at the person and at the case is believed to 10 bits (7 nats, a thousand to one), as far as
    // any probability is. It stands in place of the account's own history, beyond the best or the worst of that: who is
    // confirmed authentic is the presumed owner beside anyone who is not, the verified included; who is confirmed fake is
    // certainly a taker.
    internal const double ReviewedAuthentic = MinimumStanding - 7.0;
    internal const double ConfirmedFake = MaximumStanding + 7.0;

    // A photo on a confirmed fake is either somebody's of the group, or was brought in from outside by a campaign that made
    // the others too. Before looking at anyone these are about equally likely (1 : 1, where groups without a confirmed fake
    // start at OwnerlessAtTwo); larger groups have more than that anyhow. A newcomer's empty history, which by itself says
    // nothing, is 4.5 times likelier of a campaign's next account than of somebody worth robbing.
    // Campaigns make accounts in bulk and have no established ones, so one of those takes all of this back, in proportion up
    // to Established: for an established victim a confirmed taker leaves only the better. Not learned, for want of data.
    internal const double LogCampaignOdds = 0.0;
    internal const double CampaignNewcomer = 1.5;

    // Weight of the logarithm of connections beside the binned standing, fitted on the same pairs (0.36): the bins
    // end at a thousand connections, but of two holders the one with ten times as many is the likelier owner.
    internal const double PerLogConnection = 0.35;

    // Added to the count so that the logarithm is tame near zero.
    internal const double ConnectionsOffset = 10;

    // A copy is rarely larger than its source: a holder whose picture has far fewer pixels is e times likelier the taker.
    internal const double SmallerCopy = 1.0;
    internal const double SmallerByFactor = 1.5;

    // Colors can be taken away and not given back: a gray copy beside a colored one is seldom the source. Not certain,
    // because the owner may show a gray version here and the colored one elsewhere.
    internal const double GrayCopy = 2.0;

    // What was cut away cannot be given back either; but sites crop as well, so it counts less. Not learned, for want of data.
    internal const double CutCopy = 1.5;
    internal const double CutShared = 0.95;
    internal const double CutAway = 0.92;

    // Before looking at anyone's history, two holders are one owner and one taker far more often than a ring without an
    // owner, or a stock picture, on their own; each further holder makes both fourfold likelier, up to twenty. The two get
    // equal odds at every size, so that a count alone decides nothing between them.
    private const double OwnerlessAtTwo = 0.05;
    private const double OwnerlessGrowth = 4;
    private const double OwnerlessMaximum = 20;

    // Shares of fakes among the users of a stock picture that are considered, equally likely.
    internal static readonly double[] StockFakeShares = [0.3, 0.5, 0.7];

    // An account of which fewer facts are known is not held against others' fuller histories: what is hidden is not thin.
    internal const int FactsToCompare = 3;

    // A stock picture's users are established in at least this share; else a ring could buy itself out with a few.
    internal const double StockEstablishedShare = 1.0 / 3;

    // At or above this probability of a stock picture nobody is judged by it.
    internal const double StockDecision = 0.5;

    // At or above this probability a report says that the group is a ring, below it that the profile may be the owner.
    internal const double RoleDecision = 0.5;

    // Two claims that differ by less (e^0.1, some 10 %) tell nobody who the owner is.
    internal const double ClaimDifference = 0.1;

    // At or below this standing an account counts as established when a report describes the group.
    internal const double Established = -1.0;

    // Among people who share a photo, two accounts of one person are about half as frequent as two people.
    internal const double DifferentPeopleOdds = 2.0;

    internal static double LogOwnerlessOdds(int people) =>
        Math.Log(Math.Min(OwnerlessAtTwo * Math.Pow(OwnerlessGrowth, people - 2), OwnerlessMaximum));
}
