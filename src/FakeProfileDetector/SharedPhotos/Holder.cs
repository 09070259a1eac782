using FakeProfileDetector.History;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Profiles;

namespace FakeProfileDetector.SharedPhotos;

/// <summary>One profile that holds the photo.</summary>
internal sealed class Holder
{
    internal Holder(string id, HolderNames names, AccountHistory? history, PhotoFingerprint? photo, bool isCut, DateTimeOffset now, HistoryWeights weights)
    {
        Id = id;
        IsCut = isCut;
        var standing = AccountStanding.Of(history, hasPhoto: true, now, weights);
        Names = names;
        Standing = Math.Clamp(standing.ComparableNats, SharedPhotoWeights.MinimumStanding, SharedPhotoWeights.MaximumStanding);
        IsNewcomer = standing.IsNewcomer;
        IsKnown = standing.Findings.Length >= SharedPhotoWeights.FactsToCompare;
        IsVerified = history?.IsVerified == true;
        LogConnections = history?.Connections is { } count and >= 0 ? Math.Log(count + SharedPhotoWeights.ConnectionsOffset) : null;
        HasColor = photo?.HasColor;
        Pixels = photo is { Width: { } width, Height: { } height } ? (long)width * height : null;
    }

    internal string Id { get; }

    internal HolderNames Names { get; }

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

    internal bool? HasColor { get; }

    internal long? Pixels { get; }

    /// <summary>Whether its copy shows a part only of what another one shows.</summary>
    internal bool IsCut { get; }
}
