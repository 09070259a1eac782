using System.Collections;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace FakeProfileDetector.Profiles;

/// <summary>Some names of one person, compared by what they say.</summary>
/// <remarks>Blank names and repetitions are left out; of very long lists the first <see cref="MaximumCount"/> names are kept.</remarks>
/// <threadsafety>Immutable; safe to share between threads.</threadsafety>
[CollectionBuilder(typeof(NameList), nameof(Create))]
internal sealed class NameList : IReadOnlyList<string>, IEquatable<NameList>
{
    /// <summary>Names that are kept: 8. Comparing every name with every other must stay cheap.</summary>
    public const int MaximumCount = 8;

    private readonly ImmutableArray<string> _names;

    private NameList(ImmutableArray<string> names) => _names = names;

    /// <summary>The list without names.</summary>
    public static NameList Empty { get; } = new([]);

    /// <inheritdoc/>
    public int Count => _names.Length;

    /// <inheritdoc/>
    public string this[int index] => _names[index];

    /// <summary>The names of a property, kept as such a list.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="names"/> is null.</exception>
    internal static NameList Of(IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        return names as NameList ?? Create([.. names]);
    }

    /// <summary>Makes a list.</summary>
    /// <param name="names">The names, as they are shown; line breaks become spaces.</param>
    /// <returns>The list.</returns>
    public static NameList Create(ReadOnlySpan<string> names)
    {
        var kept = ImmutableArray.CreateBuilder<string>();
        foreach (var text in names)
        {
            if (!string.IsNullOrWhiteSpace(text) && kept.Count < MaximumCount && text.Trim().ReplaceLineEndings(" ") is var name && !kept.Contains(name))
            {
                kept.Add(name);
            }
        }

        return kept.Count == 0 ? Empty : new(kept.DrainToImmutable());
    }

    /// <inheritdoc/>
    public bool Equals(NameList? other) => other is not null && _names.AsSpan().SequenceEqual(other._names.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as NameList);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var name in _names)
        {
            hash.Add(name, StringComparer.Ordinal);
        }

        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public IEnumerator<string> GetEnumerator() => ((IEnumerable<string>)_names).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
