using FakeProfileDetector.Cli.Files;
using FakeProfileDetector.Cli.Members;
using FakeProfileDetector.Cli.Tables;

namespace FakeProfileDetector.Cli.Evaluation;

/// <summary>What is true of a profile.</summary>
/// <param name="IsFake">Whether it is fake.</param>
/// <param name="Case">The kind of case, by which results are grouped.</param>
internal sealed record Truth(bool IsFake, string Case);

/// <summary>Reads the truth: columns id, label, case, in the forms that members come in.</summary>
internal static class TruthFile
{
    private static readonly string[] LabelColumns = ["label", "is_fake", "fake"];

    /// <summary>The truth by identifier.</summary>
    /// <exception cref="CliException">A row that cannot be read: a truth that is left out would look like a better result.</exception>
    internal static Dictionary<string, Truth> Read(FileInfo file, Action<string> complain)
    {
        var table = Table.Read(file, "name the file of the truth", Fit, complain);
        var (id, label) = table is null ? (-1, -1) : (IdOf(table.Header.Cells), LabelOf(table.Header.Cells));
        if (id < 0 || label < 0)
        {
            throw new CliException($"{file.Name} needs a first line with the columns id and label, and may have case.");
        }

        var kind = Array.FindIndex(table!.Header.Cells, static name => FieldNames.AreEqual(name, "case"));
        var truths = new Dictionary<string, Truth>(StringComparer.Ordinal);
        foreach (var row in table.Rows.Where(static row => !row.IsBlank))
        {
            if (row.BadQuotes)
            {
                throw new CliException($"{file.Name}:{row.Line}: a quotation mark stands where none may. Double quotation marks inside quoted cells.");
            }

            var given = Cell(row, label);
            var isFake = Label.Read(given) ?? throw new CliException($"{file.Name}:{row.Line}: label is \"{given}\" where fake or genuine is expected.");
            var profile = SpreadsheetText.Unguard(Cell(row, id));
            if (!truths.TryAdd(profile, new(isFake, Cell(row, kind) is { Length: > 0 } named ? named : isFake ? "fake" : "genuine")))
            {
                throw new CliException($"{file.Name}:{row.Line}: id \"{profile}\" stands already further up; keep one of its labels.");
            }
        }

        return truths;
    }

    private static HeaderFit Fit(string[] header)
    {
        var (id, label) = (IdOf(header), LabelOf(header));
        return new((id >= 0 ? 1 : 0) + (label >= 0 ? 1 : 0), id >= 0 && label >= 0);
    }

    private static int IdOf(string[] header)
    {
        var own = Array.FindIndex(header, static name => FieldNames.AreEqual(name, "id"));
        return own >= 0 ? own : Array.FindIndex(header, static name => FieldNames.Find(name, out _) == MemberField.Id);
    }

    private static int LabelOf(string[] header) =>
        LabelColumns.Select(column => Array.FindIndex(header, name => FieldNames.AreEqual(name, column)))
            .FirstOrDefault(static position => position >= 0, -1);

    private static string Cell(TableRow row, int position) =>
        position >= 0 && position < row.Cells.Length ? row.Cells[position].Trim() : string.Empty;
}
