using System.Globalization;
using System.Text;

namespace FakeProfileDetector.Cli.Evaluation;

/// <summary>Verdicts against the truth, by case and overall. A profile counts as called fake when it is LikelyFake.</summary>
internal sealed class EvaluationTable(
    IReadOnlyDictionary<string, AuthenticityVerdict> verdicts, IReadOnlyDictionary<string, Truth> truths)
{
    private static readonly CompositeFormat Row = CompositeFormat.Parse("{0,-28}{1,-9}{2,8}{3,12}{4,12}{5,10}");

    internal void Write(TextWriter output)
    {
        var judged = truths.Where(truth => verdicts.ContainsKey(truth.Key))
            .Select(truth => (truth.Value, Verdict: verdicts[truth.Key])).ToArray();
        WriteRow(output, "case", "label", "profiles", "LikelyFake", "Suspicious", "rate");
        foreach (var group in judged.GroupBy(item => item.Value).OrderBy(group => !group.Key.IsFake).ThenBy(group => group.Key.Case, StringComparer.Ordinal))
        {
            var count = group.Count();
            var fake = group.Count(item => item.Verdict == AuthenticityVerdict.LikelyFake);
            var suspicious = group.Count(item => item.Verdict == AuthenticityVerdict.Suspicious);
            WriteRow(output, group.Key.Case, group.Key.IsFake ? "fake" : "genuine", count, fake, suspicious, Percent(fake, count));
        }

        var called = judged.Count(item => item.Verdict == AuthenticityVerdict.LikelyFake);
        var caught = judged.Count(item => item.Verdict == AuthenticityVerdict.LikelyFake && item.Value.IsFake);
        var fakes = judged.Count(item => item.Value.IsFake);
        var genuine = judged.Length - fakes;
        output.WriteLine();
        output.WriteLine($"precision          {Percent(caught, called)} ({caught} of {called} called LikelyFake are fake)");
        output.WriteLine($"recall             {Percent(caught, fakes)} ({caught} of {fakes} fakes are called LikelyFake)");
        output.WriteLine($"false accusations  {Percent(called - caught, genuine)} ({called - caught} of {genuine} genuine profiles are called LikelyFake)");
        if (judged.Length < truths.Count)
        {
            output.WriteLine($"not in the report  {truths.Count - judged.Length} profiles of the truth");
        }
    }

    private static void WriteRow(TextWriter output, params ReadOnlySpan<object> cells) =>
        output.WriteLine(string.Format(CultureInfo.InvariantCulture, Row, cells).TrimEnd());

    private static string Percent(int part, int whole) =>
        whole == 0 ? "n/a" : string.Create(CultureInfo.InvariantCulture, $"{100.0 * part / whole:0.0} %");
}
