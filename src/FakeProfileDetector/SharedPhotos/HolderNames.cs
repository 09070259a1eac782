using FakeProfileDetector.Names;

namespace FakeProfileDetector.SharedPhotos;

/// <summary>All names that one profile goes by, the display name first.</summary>
internal sealed class HolderNames
{
    private readonly string? _displayName;
    private readonly IReadOnlyList<string> _otherNames;
    private PersonName[]? _names;

    private HolderNames(string? displayName, IReadOnlyList<string> otherNames) => (_displayName, _otherNames) = (displayName, otherNames);

    /// <summary>All names as given, in one string that no other names have.</summary>
    internal string Text => string.Concat(_otherNames.Prepend(_displayName).Select(name => $"{name?.Length}:{name}"));

    /// <summary>The words of all names that are no particles.</summary>
    internal IEnumerable<NameToken> Words => Names.SelectMany(name => name.Tokens).Where(token => !token.IsParticle);

    // Read when they are first needed: of large groups most relations are known.
    private PersonName[] Names => _names ??= [PersonName.Parse(_displayName), .. _otherNames.Select(PersonName.Parse)];

    internal static HolderNames Of(string? displayName, IReadOnlyList<string> otherNames) => new(displayName, otherNames);

    /// <summary>
    /// How the names of two profiles relate: any compatible pair reconciles them, the surest counting; else the display names speak,
    /// and where those cannot be compared the first pair that can.
    /// </summary>
    internal NameComparison Compare(HolderNames other)
    {
        var shown = Compare(Names[0], other.Names[0]);
        if (Names.Length == 1 && other.Names.Length == 1)
        {
            return shown;
        }

        foreach (var a in Names)
        {
            foreach (var b in other.Names)
            {
                var comparison = Compare(a, b);
                if (IsBetter(comparison.Relation, shown.Relation))
                {
                    shown = comparison;
                }
            }
        }

        return shown;
    }

    /// <summary>Two profiles whose names a network hides are not one person's because both read "Member".</summary>
    private static NameComparison Compare(PersonName a, PersonName b) =>
        a.Kind == NameKind.Placeholder && b.Kind == NameKind.Placeholder ? default : NameComparer.Compare(a, b);

    private static bool IsBetter(NameRelation relation, NameRelation than) =>
        relation.IsCompatible() ? !than.IsCompatible() || relation < than
        : relation != NameRelation.NotComparable && than == NameRelation.NotComparable;
}
