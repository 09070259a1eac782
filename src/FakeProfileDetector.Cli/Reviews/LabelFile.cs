using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using FakeProfileDetector.Cli.Files;
using FakeProfileDetector.Reviews;

namespace FakeProfileDetector.Cli.Reviews;

/// <summary>Decisions as the truth that evaluate and calibrate --truth read: columns id, label, case, owner.</summary>
internal static class LabelFile
{
    // Spreadsheets of other languages part cells elsewhere: what follows would begin a cell of its own, perhaps a formula.
    private static readonly CsvConfiguration Configuration = new(CultureInfo.InvariantCulture)
    {
        ShouldQuote = static field => ConfigurationFunctions.ShouldQuote(field) || field.Field?.AsSpan().ContainsAny(";\t|") == true,
    };

    /// <summary>Writes a row for each profile decided on, by identifier; returns how many. Pairs say nothing of either profile.</summary>
    internal static async Task<int> WriteAsync(IReviewDecisionStore decisions, TextWriter output, CancellationToken cancellationToken)
    {
        var labeled = new List<ReviewDecision>();
        await foreach (var decision in decisions.ReadAllAsync(cancellationToken).ConfigureAwait(false))
        {
            if (decision.OtherProfileId is null)
            {
                labeled.Add(decision);
            }
        }

        labeled.Sort(static (a, b) => string.CompareOrdinal(a.ProfileId, b.ProfileId));
        await using var csv = new CsvWriter(output, Configuration, leaveOpen: true);
        foreach (var name in new[] { "id", "label", "case", "owner" })
        {
            csv.WriteField(name);
        }

        await csv.NextRecordAsync().ConfigureAwait(false);
        foreach (var decision in labeled)
        {
            var isFake = decision.Kind == ReviewDecisionKind.ConfirmedFake;
            csv.WriteField(SpreadsheetText.Guard(decision.ProfileId));
            csv.WriteField(isFake ? "fake" : "genuine");
            csv.WriteField(isFake ? "confirmed-fake" : "reviewed-authentic");
            csv.WriteField(string.Empty);
            await csv.NextRecordAsync().ConfigureAwait(false);
        }

        return labeled.Count;
    }
}
