namespace FakeProfileDetector.Names;

/// <summary>Says how two names relate, and how much that weighs for two different people.</summary>
/// <remarks>
/// Words are aligned one to one whatever their order: equal words first, then joined ones, look-alike letters, forms that tables know,
/// spellings and transliterations, initials.
/// Words left over contradict only where both names have one at the same place. Weights are log-likelihood ratios in bits, moved by how
/// rare the shared words are and how much the others differ: compatible −8 to −4, short form −7 to −4, spelling −7.5 to −3, family name
/// only −6.5 to 5.8, given name only −5.5 to 5.8, partial conflict −5 to 5.8, disjoint 3 to 5.8 (capped). Identical names weigh 0. A
/// single word, a user name, initials alone and names in scripts that do not meet are not comparable: they neither accuse nor
/// reconcile, and a single word that agrees weighs −5 to 0. Names in one script are compared in it first; Chinese characters and Hangul
/// sign by sign, so that names which only sound alike stay different.
/// </remarks>
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
        return (a.Kind | b.Kind) == NameKind.Person ? JapaneseNames.Read(a, b, new NameJudgment(a, b).ToComparison()) : NobodysNames.Compare(a, b);
    }
}
