using FakeProfileDetector.Profiles;

namespace FakeProfileDetector.SharedPhotos;

/// <summary>Holders whose names are compatible: one person. The best established account speaks for it.</summary>
internal sealed class Person(IReadOnlyCollection<Holder> holders)
{
    private readonly double _standing = holders.Min(holder => holder.Standing);

    internal IReadOnlyCollection<Holder> Holders { get; } = holders;

    /// <summary>Standing by what a reviewer decided, in place of the history; null when nobody has.</summary>
    internal double? ReviewedStanding { get; } =
        holders.Any(holder => holder.IsAuthentic) ? SharedPhotoWeights.ReviewedAuthentic
        : holders.All(holder => holder.IsConfirmedFake) ? SharedPhotoWeights.ConfirmedFake
        : null;

    internal double Standing => ReviewedStanding ?? _standing;

    internal bool IsConfirmedFake { get; } = holders.All(holder => holder.IsConfirmedFake);

    internal bool IsNewcomer { get; } = holders.All(holder => holder.IsNewcomer);

    internal bool IsKnown { get; } = holders.Any(holder => holder.IsKnown);

    internal bool IsVerified { get; } = holders.Any(holder => holder.IsVerified);

    internal double? LogConnections { get; } = holders.Max(holder => holder.LogConnections);

    /// <summary>Age of its oldest account in days; null when none is known.</summary>
    internal int? AgeInDays { get; } = holders.Max(holder => holder.AgeInDays);

    /// <summary>Its accounts' handles, taken apart; without those that tell nothing.</summary>
    internal IReadOnlyList<HandleShape> HandleShapes =>
        field ??= [.. Holders.Select(holder => HandleShape.Of(holder.Handle, holder.Names)).OfType<HandleShape>()];

    /// <summary>Whether any of its copies has colors; null when none tells.</summary>
    internal bool? HasColor { get; } = holders.Any(holder => holder.Photo?.HasColor == true) ? true : holders.Min(holder => holder.Photo?.HasColor);

    internal long? Pixels { get; } = holders.Max(holder => holder.Pixels);

    /// <summary>Whether all of its copies are parts of others'.</summary>
    internal bool IsCut { get; } = holders.All(holder => holder.IsCut);

    /// <summary>On how many sites of the web the photo stands under a name of its.</summary>
    internal int WebSites { get; } = holders.Max(holder => holder.WebSites);

    /// <summary>How its accounts relate to the profile under check, as far as the application knows.</summary>
    internal IEnumerable<ProfileRelation> Relations => Holders.Select(holder => holder.Relation).OfType<ProfileRelation>();

    /// <summary>The earliest day since when one of its accounts shows the photo, as the network says.</summary>
    private DateTimeOffset? ShownSince { get; } = holders.Min(holder => holder.ShownSince);

    /// <summary>The earliest day since when one of its accounts can have had the photo; null where one may have had it ever since.</summary>
    /// <remarks>Who says nothing can have had it since the account was made, and no longer.</remarks>
    private DateTimeOffset? PossibleSince { get; } =
        holders.All(holder => (holder.ShownSince ?? holder.CreatedAt) is not null) ? holders.Min(holder => holder.ShownSince ?? holder.CreatedAt) : null;

    /// <summary>Whether one of its accounts is known to have shown the photo before any account of another person did.</summary>
    internal bool IsKnownToBeEarlier(Person other) => other.PossibleSince - ShownSince >= SharedPhotoWeights.EarlierBy;
}
