using System.Globalization;
using FakeProfileDetector.Names.Tables;

namespace FakeProfileDetector.Names;

/// <summary>The weight of every symbol of Latin script beside every symbol of another script, romanized, in tenths of a bit.</summary>
/// <remarks>
/// The table is <c>letters.txt</c>: a script and a symbol, a colon, and <c>symbol=weight</c> for the symbols that it stands beside.
/// <c>benchmarks/FakeProfileDetector.NameTables</c> estimates it.
/// </remarks>
internal sealed class LetterTable
{
    private const string File = "letters.txt";

    // Pairs that the table leaves out: hardly ever seen together.
    private const short Unseen = -71;

    private static readonly Lazy<ILookup<string, NameTableLine>> Lines = new(() => NameTable.Read(File).ToLookup(line => line.Keys[0], StringComparer.Ordinal));

    private readonly short[] _weights = new short[SoundSymbols.Count * SoundSymbols.Count];

    private LetterTable(IEnumerable<NameTableLine> lines)
    {
        Array.Fill(_weights, Unseen);
        foreach (var line in lines)
        {
            var row = line.Keys.Length == 2 ? Symbol(line.Keys[1], line) : throw Malformed(line);
            foreach (var cell in line.Values)
            {
                var parts = cell.Split('=');
                _weights[(row * SoundSymbols.Count) + Symbol(parts[0], line)] =
                    parts.Length == 2 && short.TryParse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var weight)
                        ? weight
                        : throw Malformed(line);
            }
        }
    }

    internal short this[int latin, int native] => _weights[(latin * SoundSymbols.Count) + native];

    internal ReadOnlySpan<short> Row(int latin) => _weights.AsSpan(latin * SoundSymbols.Count, SoundSymbols.Count);

    /// <summary>Reads one script's table.</summary>
    /// <exception cref="InvalidOperationException">A line is malformed.</exception>
    internal static LetterTable Read(string script) => new(Lines.Value[script]);

    /// <exception cref="InvalidOperationException">A line is malformed.</exception>
    internal static LetterTable Parse(IEnumerable<NameTableLine> lines) => new(lines);

    private static int Symbol(string name, NameTableLine line) =>
        SoundSymbols.Parse(name) is >= 0 and var symbol ? symbol : throw Malformed(line);

    private static InvalidOperationException Malformed(NameTableLine line) =>
        NameTable.Malformed(File, line.Number, "is not a script and a symbol with symbol=weight pairs");
}
