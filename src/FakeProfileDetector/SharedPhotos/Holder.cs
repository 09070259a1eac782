using FakeProfileDetector.History;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Profiles;
using FakeProfileDetector.Registry;

namespace FakeProfileDetector.SharedPhotos;

/// <summary>One profile that holds the photo.</summary>
internal sealed class Holder
{
    internal Holder(string id, HolderNames names, AccountHistory? history, DateTimeOffset now, HistoryWeights weights)
    {
        Id = id;
        var standing = AccountStanding.Of(history, hasPhoto: true, now, weights);
        Names = names;
        History = history;
        Standing = Math.Clamp(standing.ComparableNats, SharedPhotoWeights.MinimumStanding, SharedPhotoWeights.MaximumStanding);
        IsNewcomer = standing.IsNewcomer;
        IsKnown = standing.Findings.Length >= SharedPhotoWeights.FactsToCompare;
        IsVerified = history?.IsVerified == true;
        LogConnections = history?.Connections is { } count and >= 0 ? Math.Log(count + SharedPhotoWeights.ConnectionsOffset) : null;
        AgeInDays = history?.AgeInDays(now);
        CreatedAt = AgeInDays is null ? null : history!.CreatedAt;
    }

    internal string Id { get; }

    internal HolderNames Names { get; }

    internal AccountHistory? History { get; }

    /// <summary>Log-odds of fake by history, limited; a newcomer's empty history counts as little here as by itself.</summary>
    internal double Standing { get; }

    internal bool IsNewcomer { get; }

    /// <summary>Whether a reviewer confirmed it authentic with the photo that it has.</summary>
    internal bool IsAuthentic { get; init; }

    internal bool IsConfirmedFake { get; init; }

    /// <summary>Whether enough of the history is known for the holder to be compared by it.</summary>
    internal bool IsKnown { get; }

    internal bool IsVerified { get; }

    internal double? LogConnections { get; }

    internal int? AgeInDays { get; }

    internal DateTimeOffset? CreatedAt { get; }

    /// <summary>Since when it has shown the photo, as the network says.</summary>
    internal DateTimeOffset? ShownSince { get; init; }

    /// <summary>The handle; null when unknown.</summary>
    internal string? Handle { get; init; }

    internal string? Organization { get; init; }

    /// <summary>Hash of its copy; null when the copy was not looked at.</summary>
    internal PhotoFingerprint? Photo { get; init; }

    /// <summary>Pixels of what its copy shows of the others': a frame or a page around it adds none.</summary>
    internal long? Pixels { get; init; }

    /// <summary>Whether its copy shows a part only of what another one shows.</summary>
    internal bool IsCut { get; init; }

    /// <summary>On how many sites of the web the photo stands under a name that may be this one's.</summary>
    internal int WebSites { get; init; }

    /// <summary>How it relates to the profile under check, as the application knows; null when unknown.</summary>
    internal ProfileRelation? Relation { get; init; }

    /// <summary>The profile under check.</summary>
    internal static Holder Of(
        Profile profile, PhotoFingerprint photo, IReadOnlyCollection<PhotoAlteration?> alterations, HolderFindings findings, DateTimeOffset now, HistoryWeights weights)
    {
        var review = findings.Review;
        var names = HolderNames.Of(profile.DisplayName, profile.OtherNames);
        return new(profile.Id, names, profile.History, now, weights)
        {
            Photo = photo,
            Pixels = PixelsOf(photo, alterations.Max(alteration => alteration is null ? 1 : alteration.OwnShare)),
            IsCut = alterations.Any(alteration => alteration is not null && IsPart(alteration.OwnShare, alteration.KeptShare) && !alteration.IsStoredFramed),
            Handle = profile.Handle,
            Organization = profile.Organization,
            ShownSince = profile.PhotoSince,
            WebSites = findings.Web.SitesOf(names),
            IsAuthentic = review.Decisions.IsAuthentic(profile.Id, review.PhotoSince),
            IsConfirmedFake = review.Decisions.IsConfirmedFake(profile.Id),
        };
    }

    /// <summary>Somebody else who uses the photo.</summary>
    internal static Holder Of(PhotoUse use, HolderFindings findings, DateTimeOffset now, HistoryWeights weights)
    {
        var other = use.Holder;
        var decisions = findings.Review.Decisions;
        var names = HolderNames.Of(other.DisplayName, other.OtherNames);
        return new(other.Id, names, other.History, now, weights)
        {
            Photo = other.Photo,
            Pixels = PixelsOf(other.Photo, use.Alteration is null ? 1 : use.Alteration.KeptShare),
            IsCut = use.Alteration is { } alteration && IsPart(alteration.KeptShare, alteration.OwnShare) && !alteration.IsFramed,
            Handle = other.Handle,
            Organization = other.Organization,
            ShownSince = other.PhotoShownSince,
            Relation = findings.RelationTo(other.Id),
            WebSites = findings.Web.SitesOf(names),
            IsAuthentic = decisions.IsAuthentic(other.Id, other.PhotoSince ?? DateTimeOffset.MaxValue),
            IsConfirmedFake = decisions.IsConfirmedFake(other.Id),
        };
    }

    private static long? PixelsOf(PhotoFingerprint? photo, double? share) =>
        photo is { Width: { } width, Height: { } height } ? (long)(width * (double)height * (share ?? 1)) : null;

    /// <summary>Whether all that one copy shows is on the other one, and not the other way round.</summary>
    private static bool IsPart(double? shared, double? sharedOfOther) =>
        shared >= SharedPhotoWeights.CutShared && sharedOfOther <= SharedPhotoWeights.CutAway;
}
