using System.Collections.Immutable;
using FakeProfileDetector.Names;

namespace FakeProfileDetector.SharedPhotos;

/// <summary>All names that one profile goes by, the display name first.</summary>
internal sealed class HolderNames
{
    private readonly ImmutableArray<PersonName> _names;

    private HolderNames(ImmutableArray<PersonName> names) => _names = names;

    /// <summary>The words of all names that are no particles.</summary>
    internal IEnumerable<NameToken> Words => _names.SelectMany(name => name.Tokens).Where(token => !token.IsParticle);

    internal static HolderNames Of(string? displayName, IReadOnlyList<string> otherNames) =>
        new([PersonName.Parse(displayName), .. otherNames.Select(PersonName.Parse)]);

    /// <summary>
    /// How the names of two profiles relate: any compatible pair reconciles them, the surest counting; else the display names speak,
    /// and where those cannot be compared the first pair that can.
    /// </summary>
    internal NameComparison Compare(HolderNames other)
    {
        var shown = Compare(_names[0], other._names[0]);
        if (_names.Length == 1 && other._names.Length == 1)
        {
            return shown;
        }

        foreach (var a in _names)
        {
            foreach (var b in other._names)
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
