namespace FakeProfileDetector.History;

/// <summary>Something in a history that cannot be true.</summary>
/// <param name="text">What it is, for people.</param>
/// <param name="values">The values that cannot be, by name; null for one that is not given.</param>
internal sealed class ImpossibleHistory(string text, params (string Name, IFormattable? Value)[] values)
{
    internal string Text => text;

    internal IReadOnlyList<(string Name, IFormattable? Value)> Values => values;
}
