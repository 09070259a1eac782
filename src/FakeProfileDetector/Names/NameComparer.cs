namespace FakeProfileDetector.Names;

/// <summary>Says how two names relate, and how much that weighs for two different people.</summary>
/// <threadsafety>Safe to call from many threads at once.</threadsafety>
public static class NameComparer
{
    /// <summary>Parses and compares two display names.</summary>
    /// <param name="a">One name; null counts as empty.</param>
    /// <param name="b">The other name; null counts as empty.</param>
    /// <returns>Relation, weight and reasons; the order of the two does not matter.</returns>
    public static NameComparison Compare(string? a, string? b) => Compare(PersonName.Parse(a), PersonName.Parse(b));

    /// <summary>Compares two parsed names; allocates nothing.</summary>
    /// <param name="a">One name.</param>
    /// <param name="b">The other name.</param>
    /// <returns>Relation, weight and reasons; the order of the two does not matter.</returns>
    /// <exception cref="ArgumentNullException">A name is null.</exception>
    public static NameComparison Compare(PersonName a, PersonName b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        return new NameJudgement(a, b).ToComparison();
    }
}
