using FakeProfileDetector.Photos;

namespace FakeProfileDetector.Index.Kernels;

/// <summary>Compares a query with several hashes at once.</summary>
internal unsafe interface IHashGroups
{
    /// <summary>How many hashes are compared at once.</summary>
    static abstract int GroupLength { get; }

    /// <summary>Passes over groups of hashes that are all farther than the radius.</summary>
    /// <param name="query">The hash to compare with.</param>
    /// <param name="hashes">The hashes.</param>
    /// <param name="start">Where the first group begins.</param>
    /// <param name="count">Where the hashes end.</param>
    /// <param name="radius">Inclusive, in bits.</param>
    /// <returns>Where a group begins that is not, or less than a group remains.</returns>
    static abstract int SkipFar(PhotoHash* query, PhotoHash* hashes, int start, int count, int radius);

    /// <summary>The same, passing over those groups only whose hashes have halves that are all farther than the radius.</summary>
    /// <inheritdoc cref="SkipFar"/>
    static abstract int SkipFarHalves(PhotoHash* query, PhotoHash* hashes, int start, int count, int radius);
}
