using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using FakeProfileDetector.Cli.Files;

namespace FakeProfileDetector.Cli.Evaluation;

/// <summary>What is true of a profile.</summary>
/// <param name="IsFake">Whether it is fake.</param>
/// <param name="Case">The kind of case, by which results are grouped.</param>
internal sealed record Truth(bool IsFake, string Case);

/// <summary>Reads the truth: columns id, label, case.</summary>
internal static class TruthFile
{
    internal static Dictionary<string, Truth> Read(FileInfo file)
    {
        InputFile.Require(file, "name the file of the truth");
        using var reader = new StreamReader(file.FullName);
        using var csv = new CsvReader(reader, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            MissingFieldFound = null,
            BadDataFound = bad => throw new CliException(
                $"{file.Name}:{bad.Context.Parser!.RawRow}: a quotation mark stands where none may. Double quotation marks inside quoted cells."),
        });
        if (!csv.Read() || !csv.ReadHeader() || csv.GetFieldIndex("id", isTryGet: true) < 0 || csv.GetFieldIndex("label", isTryGet: true) < 0)
        {
            throw new CliException($"{file.Name} needs a first line with the columns id and label, and may have case.");
        }

        var truths = new Dictionary<string, Truth>(StringComparer.Ordinal);
        while (csv.Read())
        {
            var label = csv.GetField("label");
            if (label is not ("fake" or "genuine"))
            {
                throw new CliException($"{file.Name}:{csv.Parser.RawRow}: label is \"{label}\" where fake or genuine is expected.");
            }

            var kind = csv.TryGetField<string>("case", out var given) && !string.IsNullOrEmpty(given) ? given : label;
            var id = SpreadsheetText.Unguard(csv.GetField("id") ?? string.Empty);
            if (!truths.TryAdd(id, new(label == "fake", kind)))
            {
                throw new CliException($"{file.Name}:{csv.Parser.RawRow}: id \"{id}\" stands already further up; keep one of its labels.");
            }
        }

        return truths;
    }
}
