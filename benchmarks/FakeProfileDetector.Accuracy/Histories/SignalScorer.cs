using System.Globalization;
using FakeProfileDetector.Accuracy.Data;
using FakeProfileDetector.Profiles;
using FakeProfileDetector.Signals.SparseHistory;

namespace FakeProfileDetector.Accuracy.Histories;

/// <summary>
/// The sparse-history signal: its weight as reported, or the sum of what its reasons weigh. The weight is capped, because
/// thin is not fake; for the order of accounts the cap makes equals of many.
/// </summary>
internal sealed class SignalScorer(bool capped) : IHistoryScorer
{
    private const string BitsFact = "bits";

    // Every fact gets its reason, however little it weighs.
    private readonly IProfileSignal _signal = SparseHistorySignal.Create(new() { ReasonThresholdBits = 0 });

    public string Name => capped ? "weight as reported" : "uncapped sum";

    public double Score(Profile profile)
    {
        var evaluation = _signal.EvaluateAsync(new(profile, photo: null, registry: null, LabelledAccount.Observed), CancellationToken.None);
        var result = evaluation.IsCompleted ? evaluation.Result : evaluation.AsTask().GetAwaiter().GetResult();
        return capped ? result.WeightBits : result.Reasons.Sum(Bits);
    }

    private static double Bits(Reason reason) =>
        reason.Facts.TryGetValue(BitsFact, out var bits) ? double.Parse(bits, CultureInfo.InvariantCulture) : 0;
}
