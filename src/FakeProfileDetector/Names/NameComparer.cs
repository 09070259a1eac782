namespace FakeProfileDetector.Names;

/// <summary>Says how two names relate, and how much that weighs for two different people.</summary>
/// <remarks>
/// Words are aligned one to one whatever their order: exact, joined, short form, spelling, initial. Weights in bits:
/// compatible −5.8, short form −5.0, spelling −4.3, family name only −2.0, given name only −1.7, partial conflict +3.6,
/// disjoint +5.8 (capped), identical and not comparable 0. A name of a single word, a handle, initials alone and names
/// in scripts that do not meet are not comparable: they neither accuse nor reconcile. Chinese, Japanese, Korean and Thai
/// names in their own script are compared character by character.
/// </remarks>
/// <threadsafety>Safe to call from many threads at once.</threadsafety>
public static class NameComparer
{
    /// <summary>Parses and compares two display names.</summary>
    /// <param name="a">One name; null counts as empty.</param>
    /// <param name="b">The other name; null counts as empty.</param>
    /// <returns>Relation, weight and explanation; the order of the two does not matter.</returns>
    public static NameComparison Compare(string? a, string? b) => Compare(PersonName.Parse(a), PersonName.Parse(b));

    /// <summary>Compares two parsed names.</summary>
    /// <param name="a">One name.</param>
    /// <param name="b">The other name.</param>
    /// <returns>Relation, weight and explanation; the order of the two does not matter.</returns>
    /// <exception cref="ArgumentNullException">A name is null.</exception>
    public static NameComparison Compare(PersonName a, PersonName b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        var relation = Relate(a, b);
        return new(relation, NameWeights.Of(relation), Explain(relation));
    }

    private static NameRelation Relate(PersonName a, PersonName b)
    {
        if (a.IsHandle || b.IsHandle || a.Tokens.IsEmpty || b.Tokens.IsEmpty)
        {
            return NameRelation.NotComparable;
        }

        if (a.Native is { } nativeA && b.Native is { } nativeB)
        {
            return RelateNative(nativeA, nativeB);
        }

        var alignment = new NameAlignment(a, b);
        var unpairedA = alignment.UnpairedA;
        var unpairedB = alignment.UnpairedB;
        if (unpairedA == 0 && unpairedB == 0 && alignment.Exact == alignment.Whole && alignment.Initials == 0)
        {
            return NameRelation.Identical;
        }

        if (Words(a) < 2 || Words(b) < 2 || IsInitialsOnly(a) || IsInitialsOnly(b))
        {
            return NameRelation.NotComparable;
        }

        if (alignment.Whole > 0 && (unpairedA == 0 || unpairedB == 0))
        {
            return alignment switch
            {
                { Near: > 0 } => NameRelation.SpellingVariant,
                { Nickname: > 0 } => NameRelation.Nickname,
                _ => NameRelation.Compatible,
            };
        }

        if (!MayContradict(a, b))
        {
            return NameRelation.NotComparable;
        }

        return alignment switch
        {
            { Whole: 0 } => NameRelation.Disjoint,
            { FamilyPaired: true, GivenPaired: false } => NameRelation.SharesFamilyName,
            { FamilyPaired: false, GivenPaired: true } => NameRelation.SharesGivenName,
            _ => NameRelation.PartialConflict,
        };
    }

    private static int Words(PersonName name) => name.Tokens.Count(token => !token.IsParticle);

    private static bool IsInitialsOnly(PersonName name) => name.Tokens.All(token => token.IsInitial);

    /// <summary>
    /// Names in scripts without spaces are compared as written, family name first: romanised, different characters sound
    /// the same. Which characters are the family name is not known beyond the first.
    /// </summary>
    private static NameRelation RelateNative(string a, string b)
    {
        if (a == b)
        {
            return NameRelation.Identical;
        }

        var shared = a.Intersect(b).Count();
        return shared switch
        {
            _ when Math.Min(a.Length, b.Length) < 2 => NameRelation.NotComparable,
            0 => NameRelation.Disjoint,
            _ when a[0] == b[0] => NameRelation.SharesFamilyName,
            _ when a[1..] == b[1..] => NameRelation.SharesGivenName,
            _ => NameRelation.PartialConflict,
        };
    }

    /// <summary>
    /// Names contradict only where both are spelt in one common script with spaces between words; otherwise a
    /// transliteration may simply have gone another way.
    /// </summary>
    private static bool MayContradict(PersonName a, PersonName b) =>
        (a.Scripts & b.Scripts) != 0 && ((a.Scripts | b.Scripts) & NameScripts.Unspaced) == 0;

    private static string Explain(NameRelation relation) => relation switch
    {
        NameRelation.Identical => "The names consist of the same words.",
        NameRelation.Compatible => "One name leaves out or abbreviates what the other spells out.",
        NameRelation.Nickname => "The names agree once a short form is resolved.",
        NameRelation.SpellingVariant => "The names agree up to spelling.",
        NameRelation.SharesFamilyName => "Only the family names agree.",
        NameRelation.SharesGivenName => "Only the given names agree.",
        NameRelation.PartialConflict => "Some words of the names agree and others contradict.",
        NameRelation.Disjoint => "The names have no word in common.",
        _ => "The names cannot be compared: a single word, a handle, initials or different scripts.",
    };
}
