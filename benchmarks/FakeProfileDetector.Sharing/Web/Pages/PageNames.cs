using FakeProfileDetector.Sharing.People;

namespace FakeProfileDetector.Sharing.Web.Pages;

/// <summary>How one person is called on a page.</summary>
/// <param name="Name">The name.</param>
/// <param name="Latin">The name in plain Latin letters, from which addresses are made.</param>
internal sealed record PageNames(string Name, string Latin)
{
    internal static PageNames Of(string name) => new(name, name);

    internal static PageNames Of(PersonDraft person) => Of(person.Name);

    internal static PageNames Of(NamePair pair) => new(pair.Elsewhere, pair.Latin);

    /// <summary>The handle on every site; null where it differs from site to site.</summary>
    internal string? OneHandle { get; init; }

    /// <summary>A handle as people choose them.</summary>
    internal string Handle(Random random) => OneHandle ?? Handles.Of(Latin, random).Replace("(", "", StringComparison.Ordinal).Replace(")", "", StringComparison.Ordinal);

    /// <summary>The name as a part of an address: <c>ana-horvat</c>.</summary>
    internal string Slug => Handles.Plain(Latin).Replace(' ', '-');
}
