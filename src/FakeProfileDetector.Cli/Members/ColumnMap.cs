namespace FakeProfileDetector.Cli.Members;

/// <summary>What <c>--columns</c> says: which column of a file holds which field.</summary>
internal sealed class ColumnMap
{
    private readonly List<(string Column, string Field)> _pairs = [];

    /// <summary>Nothing said.</summary>
    internal static ColumnMap None { get; } = new([]);

    /// <param name="pairs">Each COLUMN=FIELD, or several of them with commas between.</param>
    /// <exception cref="CliException">A pair without "=", or neither side of which is a field.</exception>
    internal ColumnMap(IEnumerable<string> pairs)
    {
        foreach (var pair in pairs.SelectMany(static text => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)))
        {
            _pairs.Add(Read(pair));
        }

        var fields = _pairs.GroupBy(static pair => FieldNames.Key(pair.Field), static pair => pair.Column, StringComparer.Ordinal);
        if (fields.FirstOrDefault(static field => field.Count() > 1) is { } twice)
        {
            throw new CliException($"--columns gives {twice.Key} the columns {string.Join(" and ", twice)}; give one of them.");
        }
    }

    /// <summary>The field that a column was said to hold.</summary>
    internal IReadOnlyList<(string Column, string Field)> Pairs => _pairs;

    /// <summary>Whether a column was said to hold the field.</summary>
    internal bool Has(MemberField field) => _pairs.Exists(pair => FieldNames.Find(pair.Field, out _) == field);

    private static (string Column, string Field) Read(string pair)
    {
        var equals = pair.LastIndexOf('=');
        if (equals <= 0 || equals == pair.Length - 1)
        {
            throw new CliException($"--columns has \"{pair}\" where COLUMN=FIELD is expected, such as name=display_name.");
        }

        var (left, right) = (pair[..equals].Trim(), pair[(equals + 1)..].Trim());
        return IsField(right) ? (left, right)
            : IsField(left) ? (right, left)
            : throw new CliException(
                $"--columns has \"{pair}\", of which neither side is a field; the fields are: {string.Join(", ", Enum.GetValues<MemberField>().Select(FieldNames.Of))}.");
    }

    private static bool IsField(string name) => FieldNames.Find(name, out var isOwn) is not null && isOwn;
}
