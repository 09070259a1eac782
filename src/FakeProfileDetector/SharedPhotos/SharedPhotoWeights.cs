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

    // A copy is rarely larger than its source, but sites make copies smaller, the owner's too: a holder whose picture has far
    // fewer pixels is 1.5 times likelier the taker, and that alone accuses nobody. What a frame adds is not counted.
    internal const double SmallerCopy = 0.4;
    internal const double SmallerByFactor = 1.5;

    // Colors can be taken away and not given back: a gray copy beside a colored one is seldom the source. Not certain,
    // because the owner may show a gray version here and the colored one elsewhere.
    internal const double GrayCopy = 2.0;

    // What was cut away cannot be given back either; but sites crop as well, so it counts less. Not learned, for want of data.
    internal const double CutCopy = 1.5;
    internal const double CutShared = 0.95;
    internal const double CutAway = 0.92;

    // Dates of exports are in time zones of their own, which are less than a day apart.
    internal static readonly TimeSpan EarlierBy = TimeSpan.FromDays(1);

    // Who showed the photo later is e times likelier the taker than who showed it first, however full the account: full
    // accounts can be bought. No more, because a photo can be taken from another network before its owner joins this one.
    internal const double LaterThanOwner = 1.0;

    // Odds of a picture being shared in good faith against an owner and takers, by what it shows. One person's portrait under
    // several names: a company's account, an assistant, a fan, a stock headshot. Several people: each of them may show it.
    // Nobody: a cartoon, a landscape, a quote, which belong to no account. Where nobody has looked, as nine portraits and
    // one other picture. Not learned, for want of data.
    internal const double GoodFaithPortrait = -5.0;
    internal const double GoodFaithSeveralPeople = 4.0;
    internal const double GoodFaithNobody = 6.0;
    internal const double GoodFaithUnknown = -2.0;

    // Relatives share pictures; thieves seldom take the family name of whom they take the photo from.
    internal const double GoodFaithFamilyName = 1.5;

    // Thieves are rarely connected with their victims, live with them, or work beside them. Not learned, for want of data.
    internal const double Connected = 2.5;
    internal const double NotConnected = -0.3;
    internal const int MutualConnectionsToCount = 5;
    internal const double MutualConnections = 1.0;
    internal const double SameHousehold = 4.0;
    internal const double SameEmployer = 2.5;
    internal const double SameOrganization = 2.5;
    internal const double SameDevice = 1.0;

    // Share of fakes among those who share in good faith: as many as anywhere.
    internal const double GoodFaithFakeShare = 0.05;

    // At or above this probability a report says that the picture is shared in good faith.
    internal const double GoodFaithDecision = 0.5;

    // Who is clearly the owner: e times likelier, by an account that is itself 1.6 times as likely genuine as others, and at least
    // half as old again where both ages are known.
    internal const double ClearDifference = 1.0;
    internal const double ClearOwnerHistory = -0.5;
    internal const double FarOlder = 1.5;

    // Nobody is clearly the owner who came less than three months ago: the photo may be anybody's that newcomers share.
    internal const int ClearOwnerDays = 90;

    // Whose own history speaks for it (1.3 times as likely genuine as others) is reported only beside an account that is far
    // likelier the owner (28 times): of quiet genuine accounts four in five have such a history, of thin fakes one in twenty.
    internal const double SpeaksForItself = -0.25;
    internal const double FarClearer = 3.35;

    // A history that speaks against an account by itself, beside one other person and beside several.
    internal const double Thin = 2.0;
    internal const double ThinInGroup = 0.7;

    // What several accounts of one hand have in common, as odds of a ring. Each needs three people; two alike are chance.
    internal const int RingPeople = 3;
    internal const double RingShare = 0.5;
    internal static readonly TimeSpan RingBurstWithin = TimeSpan.FromDays(1);
    internal const int TellingCount = 5;
    internal const double RingBurst = 2.0;
    internal const double RingEqualHistories = 2.5;
    internal const double RingEqualCopies = 0.5;
    internal const double RingNamePattern = 1.0;

    // Handles of one plan: say 30 % of programs make such ones, and so do all innocent people where the network hands them out by that plan,
    // which is not known and true of one in ten; 0.3 : 0.11 is e to one. As the network may be the one hand, this alone reports nobody.
    internal const double RingHandlePattern = 1.0;

    // Handles of one series: some 10 % of programs count, and of innocent people three that nearly follow each other are seldom met: fans with one
    // word and small numbers, newcomers of one hour whom a network numbers, some 2 %. That is 4.5 to one. Neither is learned, for want of data.
    internal const double RingHandleSeries = 1.5;

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
