using FakeProfileDetector.Names.Tables;

namespace FakeProfileDetector.Names;

/// <summary>Brings "Horvat, Ana" and "Ruiz Vega, Ana" into the order of names without a comma, and drops notes after one.</summary>
internal static class NameOrder
{
    // More words than a person's given names are text.
    private const int MaximumGivenNames = 4;

    private const NameHints NoName = NameHints.Trade | NameHints.Brand | NameHints.Role | NameHints.Fan;

    /// <summary>
    /// What stands after a comma is a given name, unless a word of it is known as a post, a place or a note. "Doo" is a
    /// legal form and a given name: after one word it is the latter.
    /// </summary>
    /// <returns>Whether the words were in the other order.</returns>
    internal static bool Straighten(List<NameWord> words)
    {
        var given = words.FindAll(static word => word.Part == NamePart.AfterComma);
        if (given.Count == 0)
        {
            return false;
        }

        words.RemoveAll(static word => word.Part == NamePart.AfterComma);
        if (words.Count == 0)
        {
            words.AddRange(given);
            return false;
        }

        if (given.Count > MaximumGivenNames || given.Exists(IsNote) || (words.Count > 1 && given.Exists(static word => (HintsOf(word) & NameHints.Legal) != 0)))
        {
            return false;
        }

        words.InsertRange(0, given);
        return true;
    }

    private static bool IsNote(NameWord word) => (HintsOf(word) & NoName) != 0
        || (word.Scripts == NameScripts.Latin && (NameWordTable.AfterComma.Contains(word.Text) || NameWordTable.Decorations.Contains(word.Text)));

    private static NameHints HintsOf(NameWord word) =>
        word.IsLetter ? NameHints.None : NameKindTable.Shipped.Of(word.Scripts == NameScripts.Latin ? word.Text : word.Written);
}
