namespace FakeProfileDetector.SharedPhotos;

/// <summary>How likely each explanation of a shared photo is; the four exclude each other.</summary>
/// <param name="FakeProbability">That the first person is fake, if the photo is contested.</param>
/// <param name="RingProbability">That nobody is genuine, if the photo is contested.</param>
/// <param name="StockProbability">That it is a stock picture.</param>
/// <param name="GoodFaithProbability">That it is shared in good faith by people who know each other or like the picture.</param>
internal readonly record struct ExplanationOdds(
    double FakeProbability, double RingProbability, double StockProbability, double GoodFaithProbability)
{
    /// <summary>Weighs the explanations of a group.</summary>
    /// <param name="people">The people.</param>
    /// <param name="claims">Their claims to the photo.</param>
    /// <param name="patterns">What they have in common.</param>
    /// <param name="goodFaithOdds">Odds of sharing in good faith before anybody's history, logarithm.</param>
    internal static ExplanationOdds Of(IReadOnlyList<Person> people, IReadOnlyList<OwnerClaim> claims, RingPattern patterns, double goodFaithOdds)
    {
        double[] standings = [.. claims.Select(claim => claim.Standing)];
        var all = standings.Sum();
        var owners = standings.Select(standing => all - standing).ToArray();
        var ownerless = SharedPhotoWeights.LogOwnerlessOdds(people.Count);
        var hasFake = people.Any(person => person.IsConfirmedFake);
        var ring = ownerless + all + RingPatterns.LogOdds(patterns) + (hasFake ? LogCampaignFactor(people, standings, ownerless) : 0);
        var accused = LogAdd(LogSum(owners), ring);
        var stock = ownerless + StockLikelihood(people);
        var goodFaith = goodFaithOdds + InnocentLikelihood(people, SharedPhotoWeights.GoodFaithFakeShare);
        var everything = LogAdd(LogAdd(accused, stock), goodFaith);
        return new(
            1 - Math.Exp(owners[0] - accused), Math.Exp(ring - accused), Math.Exp(stock - everything), Math.Exp(goodFaith - everything));
    }

    /// <summary>How many times likelier a ring is beside a confirmed fake, logarithm; an established account takes that back.</summary>
    private static double LogCampaignFactor(IReadOnlyList<Person> people, double[] standings, double ownerless) =>
        (1 - standings.Max(standing => Math.Clamp(standing / SharedPhotoWeights.Established, 0, 1)))
        * (Math.Max(SharedPhotoWeights.LogCampaignOdds - ownerless, 0)
            + (SharedPhotoWeights.CampaignNewcomer * people.Count(person => person is { IsNewcomer: true, ReviewedStanding: null })));

    private static double StockLikelihood(IReadOnlyList<Person> people) =>
        LogSum([.. SharedPhotoWeights.StockFakeShares.Select(share => InnocentLikelihood(people, share))]) - Math.Log(SharedPhotoWeights.StockFakeShares.Length);

    /// <summary>Likelihood of the histories where everybody's speaks for itself and a share of them are fakes.</summary>
    private static double InnocentLikelihood(IReadOnlyList<Person> people, double share) =>
        people.Sum(person => Math.Log((share * Math.Exp(person.Standing)) + 1 - share));

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
