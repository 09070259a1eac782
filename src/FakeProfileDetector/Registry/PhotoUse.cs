using System.Collections.Immutable;
using FakeProfileDetector.Photos;

namespace FakeProfileDetector.Registry;

/// <summary>Another profile that uses the photo.</summary>
/// <param name="Profile">Who: the enrolled profile, with its name, history and since when it has the photo.</param>
/// <param name="Distance">How far its hash is from the photo's, in bits; 0 is equal, 31 the default limit.</param>
/// <param name="Transform">How the photo asked about was turned or flipped to match.</param>
public sealed record PhotoUse(RegisteredProfile Profile, int Distance, DihedralTransform Transform)
{
    /// <summary>How the photo was altered; null where the hash of the whole photo found it. Where it was, the distance tells nothing.</summary>
    public PhotoAlteration? Alteration { get; init; }

    /// <summary>Names the type only, so that a logged use gives no personal data away.</summary>
    /// <returns>The type's name.</returns>
    public override string ToString() => nameof(PhotoUse);
}

/// <summary>All uses of a photo that were found.</summary>
/// <param name="Uses">The nearest ones, nearest first, at most <see cref="ProfileRegistryOptions.MaximumUses"/>.</param>
/// <param name="TotalCount">How many entries matched before the list was cut.</param>
/// <param name="BenignPicture">
/// What the benign-photo bank calls the picture (a default avatar, a logo, a stock photo); null when it is not in the bank.
/// </param>
public sealed record PhotoUseResult(ImmutableArray<PhotoUse> Uses, int TotalCount, string? BenignPicture)
{
    /// <summary>No use at all.</summary>
    public static PhotoUseResult None { get; } = new([], 0, BenignPicture: null);

    /// <summary>Not compared, because the photo is too featureless; see <see cref="ProfileRegistryOptions.MinimumQuality"/>.</summary>
    public static PhotoUseResult NotCompared { get; } = None with { IsCompared = false };

    /// <summary>Whether the photo was compared at all; if not, that nothing was found says nothing.</summary>
    public bool IsCompared { get; init; } = true;
}
