using FakeProfileDetector.Cli.Tables;

namespace FakeProfileDetector.Cli.Members;

/// <summary>Where a file holds each field: as --columns says, then by the field's own name, then by what exports call it.</summary>
internal sealed class MemberColumns
{
    private readonly string[] _header;
    private readonly int[] _positions = [.. Enum.GetValues<MemberField>().Select(static _ => -1)];
    private readonly Dictionary<string, int> _more = new(StringComparer.Ordinal);
    private readonly List<string> _ignored = [];

    /// <param name="fileName">Names the file in complaints.</param>
    /// <param name="header">The names of its columns.</param>
    /// <param name="map">What was said of them.</param>
    /// <param name="more">Further columns that are read as they stand.</param>
    /// <exception cref="CliException">Two columns of one name or of one field, or one that <paramref name="map"/> names and the file does not have.</exception>
    internal MemberColumns(string fileName, string[] header, ColumnMap map, IReadOnlyCollection<string> more)
    {
        _header = header;
        var byName = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var (position, name) in header.Index())
        {
            if (name.Length > 0 && !byName.TryAdd(name, position))
            {
                throw new CliException($"{fileName} names the column {name} twice; rename one of them.");
            }
        }

        var free = byName.Values.ToHashSet();
        foreach (var (column, field) in map.Pairs)
        {
            var position = Array.FindIndex(header, name => FieldNames.AreEqual(name, column));
            if (position < 0)
            {
                throw new CliException($"{fileName} has no column {column}, which --columns names; its columns are: {string.Join(", ", byName.Keys)}.");
            }

            _positions[(int)FieldNames.Find(field, out _)!.Value] = position;
            free.Remove(position);
        }

        foreach (var position in byName.Values.Where(free.Contains).ToArray())
        {
            if (more.FirstOrDefault(name => FieldNames.AreEqual(name, header[position])) is { } asked && _more.TryAdd(asked, position))
            {
                free.Remove(position);
            }
        }

        Claim(fileName, [.. byName.Values.Where(free.Contains)], ownNames: true);
        Claim(fileName, [.. byName.Values.Where(free.Contains)], ownNames: false);
        _ignored.AddRange(byName.Values.Where(position => free.Contains(position) && FieldNames.Find(header[position], out _) is null).Order()
            .Select(position => $"the column {header[position]} is unknown and ignored."));

        void Claim(string file, int[] positions, bool ownNames)
        {
            foreach (var position in positions)
            {
                if (FieldNames.Find(header[position], out var isOwn) is not { } field || isOwn != ownNames)
                {
                    continue;
                }

                ref var place = ref _positions[(int)field];
                if (place < 0)
                {
                    place = position;
                    free.Remove(position);
                }
                else if (FieldNames.Find(header[place], out var isOwnPlace) == field && isOwnPlace == ownNames && !map.Has(field))
                {
                    throw new CliException(
                        $"{file} has {FieldNames.Of(field)} in the columns {header[place]} and {header[position]}; "
                        + $"say which to read: --columns \"{header[position]}={FieldNames.Of(field)}\".");
                }
                else
                {
                    _ignored.Add($"the column {header[position]} is not read: {header[place]} is {FieldNames.Of(field)}.");
                }
            }
        }
    }

    /// <summary>What is said of columns that are not read.</summary>
    internal IReadOnlyList<string> Ignored => _ignored;

    /// <summary>
    /// Whether the column of the display name may hold only the first or the last one: it is called "name", and the other has a column of its own.
    /// </summary>
    internal bool NameMayBePart => Has(MemberField.DisplayName) && FieldNames.Key(NameOf(MemberField.DisplayName)) == "name"
        && Has(MemberField.FirstName) != Has(MemberField.LastName);

    internal bool Has(MemberField field) => _positions[(int)field] >= 0;

    /// <summary>The position of a field; -1 where the file does not have it.</summary>
    internal int PositionOf(MemberField field) => _positions[(int)field];

    /// <summary>The position of a further column; -1 where the file does not have it.</summary>
    internal int PositionOf(string more) => _more.GetValueOrDefault(more, -1);

    /// <summary>What the file calls a field's column.</summary>
    internal string NameOf(MemberField field) => _header[_positions[(int)field]];

    /// <summary>Judges what may be the names of the columns.</summary>
    internal static HeaderFit Fit(string[] header, ColumnMap map)
    {
        var mapped = map.Pairs.Where(pair => Array.Exists(header, name => FieldNames.AreEqual(name, pair.Column))).ToArray();
        var known = header.Select(static name => FieldNames.Find(name, out _)).OfType<MemberField>().Distinct().ToArray();
        return new(known.Length + mapped.Length, known.Contains(MemberField.Id) || (mapped.Length > 0 && map.Has(MemberField.Id)));
    }
}
