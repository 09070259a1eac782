using System.Globalization;
using FakeProfileDetector.Calibration;
using FakeProfileDetector.Reasons;
using FakeProfileDetector.Signals.SparseHistory;
using FakeProfileDetector.Weights;
using Microsoft.Extensions.DependencyInjection;

namespace FakeProfileDetector.Accuracy.Histories;

/// <summary>
/// What the history of an account weighs in a report. The weight is capped, because thin is not fake; for the order of
/// accounts the cap makes equals of many.
/// </summary>
/// <param name="Sum">The sum of what the reasons weigh, uncapped.</param>
/// <param name="Reported">The signal's weight as reported.</param>
internal readonly record struct HistoryScore(double Sum, double Reported)
{
    private const string BitsFact = "bits";

    internal static async Task<HistoryScore[]> OfAllAsync(IEnumerable<LabeledProfile> accounts, DetectorWeights weights)
    {
        var services = new ServiceCollection();

        // Every fact gets its reason, however little it weighs.
        services.AddFakeProfileDetector(options => options.Weights = weights).AddSparseHistory(options => options.ReasonThresholdBits = 0);
        await using var provider = services.BuildServiceProvider();
        return await provider.GetRequiredService<IProfileAuthenticityChecker>()
            .CheckAllAsync(accounts.Select(account => account.Profile).ToAsyncEnumerable())
            .Select(report => Of(report.Signals.Single(signal => signal.Name == SparseHistorySignal.SignalName)))
            .ToArrayAsync();
    }

    private static HistoryScore Of(SignalReport signal) => new(signal.Reasons.Sum(Bits), signal.WeightBits);

    private static double Bits(Reason reason) =>
        reason.Facts.TryGetValue(BitsFact, out var bits) ? double.Parse(bits, CultureInfo.InvariantCulture) : 0;
}
