using FakeProfileDetector.Names;
using FakeProfileDetector.Profiles;
using FakeProfileDetector.Reasons;
using FakeProfileDetector.Web;

namespace FakeProfileDetector.SharedPhotos;

/// <summary>The judgment on the pages of the web that show a profile's photo: under whose names it is there.</summary>
/// <remarks>
/// A name counts where a profile, a member of a staff or a public figure is named, and nobody else. Names are compared as those of
/// enrolled holders are. One name that may be the profile's speaks for it; a name that shares a word with the profile's may be of a
/// bride or a brother and says nothing; what contradicts it counts by the sites that show a confirmed copy.
/// </remarks>
internal sealed class WebPhotos
{
    private readonly Profile? _profile;
    private readonly IReadOnlyList<WebPhotoUse> _all;

    private WebPhotos(bool isAsked, Reason? failure, Profile? profile = null, IReadOnlyList<WebPhotoUse>? all = null) =>
        (IsAsked, Failure, _profile, _all) = (isAsked, failure, profile, all ?? []);

    /// <summary>Nobody has asked.</summary>
    internal static WebPhotos NotAsked { get; } = new(isAsked: false, failure: null);

    /// <summary>Whether the web was searched, or should have been.</summary>
    internal bool IsAsked { get; }

    /// <summary>Why the search failed; null when it did not.</summary>
    internal Reason? Failure { get; }

    /// <summary>All pages that count.</summary>
    internal IReadOnlyList<WebPhotoUse> Uses { get; private init; } = [];

    /// <summary>Pages under a name that may be the profile's, whether their picture could be compared or not.</summary>
    internal IReadOnlyList<WebPhotoUse> Own { get; private init; } = [];

    /// <summary>Pages with a confirmed copy under a name that has a word in common with the profile's: a bride's, a brother's, or by chance.</summary>
    internal IReadOnlyList<WebPhotoUse> Similar { get; private init; } = [];

    /// <summary>Pages with a confirmed copy under names that cannot be the profile's.</summary>
    internal IReadOnlyList<WebPhotoUse> Others { get; private init; } = [];

    /// <summary>Pages under names that cannot be the profile's whose picture could not be compared.</summary>
    internal IReadOnlyList<WebPhotoUse> Unconfirmed { get; private init; } = [];

    /// <summary>How many people the pages of others name.</summary>
    internal int OtherPeople { get; private init; }

    /// <summary>Whether the photo is known to have been on the profile before it was seen on any page of another.</summary>
    internal bool WasFirst { get; private init; }

    internal static WebPhotos Failed(Reason failure) => new(isAsked: true, failure);

    /// <summary>Judges what was found.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="uses">The pages that show its photo.</param>
    internal static WebPhotos Of(Profile profile, IReadOnlyList<WebPhotoUse> uses)
    {
        var names = HolderNames.Of(profile.DisplayName, profile.OtherNames);
        var counted = uses.Where(use => !IsOwnHandle(profile, use) || names.Compare(use.Names!).Relation.IsCompatible()).ToArray();
        var named = counted.Where(NamesOnePerson)
            .Select(use => (Use: use, Comparison: names.Compare(use.Names!))).ToArray();
        var similar = named.Where(item => item.Use.IsConfirmed && IsSimilar(item.Comparison)).Select(item => item.Use).ToArray();
        var own = named.Where(item => item.Comparison.Relation.IsCompatible()).Select(item => item.Use).ToArray();
        var contrary = named.Where(item => IsContrary(item.Comparison)).Select(item => item.Use).ToArray();
        var others = contrary.Where(use => use.IsConfirmed).ToArray();
        return new(isAsked: true, failure: null, profile, uses)
        {
            Uses = counted,
            Own = own,
            Similar = similar,
            Others = others,
            Unconfirmed = [.. contrary.Where(use => !use.IsConfirmed)],
            OtherPeople = CountPeople(others),
            WasFirst = others.Length > 0 && others.All(use => use.FirstSeen - (profile.PhotoSince ?? DateTimeOffset.MaxValue) >= SharedPhotoWeights.EarlierBy),
        };
    }

    /// <summary>The same without what is found on some sites.</summary>
    internal WebPhotos Without(IEnumerable<string> sites)
    {
        var left = sites.ToHashSet(StringComparer.OrdinalIgnoreCase);
        return left.Count == 0 ? this : Of(_profile!, [.. _all.Where(use => !left.Contains(use.Subject.Site))]);
    }

    /// <summary>Different sites among pages: one site is one witness.</summary>
    internal static int CountSites(IEnumerable<WebPhotoUse> uses) =>
        uses.Select(use => use.Subject.Site).Distinct(StringComparer.Ordinal).Count();

    /// <summary>On how many sites the photo stands under names that may be somebody's.</summary>
    internal int SitesOf(HolderNames names) => CountSites(Uses.Where(use =>
        use.IsConfirmed && NamesOnePerson(use) && names.Compare(use.Names!).Relation.IsCompatible()));

    internal IReadOnlyList<WebPhotoUse> Confirmed(WebPageKind kind) => [.. Uses.Where(use => use.IsConfirmed && use.Subject.Kind == kind)];

    private static bool NamesOnePerson(WebPhotoUse use) =>
        use is { Names: not null, Subject.Kind: WebPageKind.Profile or WebPageKind.Staff or WebPageKind.PublicFigure };

    private static bool IsContrary(in NameComparison comparison) => comparison.Relation == NameRelation.Disjoint && comparison.WeightBits > 0;

    private static bool IsSimilar(in NameComparison comparison) => comparison.Relation != NameRelation.NotComparable
        && !comparison.Relation.IsCompatible() && !IsContrary(comparison);

    /// <summary>A page with the profile's own handle and another name on it is the profile's own, or was made to look so.</summary>
    private static bool IsOwnHandle(Profile profile, WebPhotoUse use) => use.Names is not null && !string.IsNullOrWhiteSpace(profile.Handle)
        && string.Equals(profile.Handle.Trim().TrimStart('@'), use.Subject.Handle, StringComparison.OrdinalIgnoreCase);

    private static int CountPeople(IReadOnlyList<WebPhotoUse> uses)
    {
        var people = new List<HolderNames>();
        foreach (var use in uses)
        {
            if (people.TrueForAll(person => IsContrary(person.Compare(use.Names!))))
            {
                people.Add(use.Names!);
            }
        }

        return people.Count;
    }
}
