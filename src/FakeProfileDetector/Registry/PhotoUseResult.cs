using System.Collections.Immutable;

namespace FakeProfileDetector.Registry;

/// <summary>All uses of a photo that were found.</summary>
/// <threadsafety>Immutable; safe to share between threads.</threadsafety>
public sealed class PhotoUseResult
{
    /// <summary>Creates what a registry of an application found.</summary>
    /// <param name="uses">The nearest uses, nearest first.</param>
    /// <param name="totalCount">How many matched before the list was cut.</param>
    public PhotoUseResult(ImmutableArray<PhotoUse> uses, int totalCount)
    {
        Uses = uses.IsDefault ? [] : uses;
        TotalCount = totalCount;
    }

    /// <summary>No use at all.</summary>
    public static PhotoUseResult None { get; } = new([], 0);

    /// <summary>Not compared, because the photo is too featureless; see <see cref="ProfileRegistryOptions.MinimumQuality"/>.</summary>
    public static PhotoUseResult NotCompared { get; } = new([], 0) { IsCompared = false };

    /// <summary>The nearest ones, nearest first, at most <see cref="ProfileRegistryOptions.MaximumUses"/>.</summary>
    public ImmutableArray<PhotoUse> Uses { get; }

    /// <summary>How many matched before the list was cut.</summary>
    public int TotalCount { get; }

    /// <summary>
    /// What the benign-photo bank calls the picture (a default avatar, a logo, a stock photo); null when it is not in the bank.
    /// </summary>
    public string? BenignPicture { get; init; }

    /// <summary>Whether the photo was compared at all, as by default; if not, that nothing was found says nothing.</summary>
    public bool IsCompared { get; internal init; } = true;
}
