namespace FakeProfileDetector.Photos;

/// <summary>How sure it is that two photos are one.</summary>
public enum PhotoCopyGrade
{
    /// <summary>The same picture, altered.</summary>
    Exact,

    /// <summary>A copy, or another shot of the same session: by itself no theft.</summary>
    Similar,
}

/// <summary>A part of a photo, as shares of its sides from the top left.</summary>
/// <param name="Left">0–1.</param>
/// <param name="Top">0–1.</param>
/// <param name="Right">0–1, not below <paramref name="Left"/>.</param>
/// <param name="Bottom">0–1, not below <paramref name="Top"/>.</param>
public readonly record struct PhotoRegion(double Left, double Top, double Right, double Bottom)
{
    /// <summary>The greater share of a side, 0–1.</summary>
    public double KeptSide => Math.Max(Right - Left, Bottom - Top);
}

/// <summary>How the photo asked about was made from a stored one (or the other way round), as its patches tell.</summary>
/// <threadsafety>Immutable; safe to share between threads.</threadsafety>
public sealed record PhotoAlteration
{
    /// <summary>Whether it was mirrored, left for right.</summary>
    public bool IsMirrored { get; init; }

    /// <summary>What it shows of the stored photo.</summary>
    public PhotoRegion Kept { get; init; }

    /// <summary>The part of the stored photo that it shows, 0–1, frames apart; null where there was no thumbnail to tell by.</summary>
    public double? KeptShare { get; init; }

    /// <summary>The part of it that the stored photo shows, 0–1, frames apart; null where there was no thumbnail to tell by.</summary>
    public double? OwnShare { get; init; }

    /// <summary>How much larger things are in it, relative to the square root of each photo's area; 0.35–2.9.</summary>
    public double Scale { get; init; }

    /// <summary>By how much it was turned clockwise, in degrees, −12 to 12.</summary>
    public double RotationDegrees { get; init; }

    /// <summary>Patches that agree on the placement, 2–64.</summary>
    public int MatchedPatches { get; init; }

    /// <summary>Their share of the patches in what both photos show, 0–1.</summary>
    public double MatchedShare { get; init; }

    /// <summary>Median of the local correlations of the thumbnails, 0.9–1; null where there was none to verify by.</summary>
    public double? Correlation { get; init; }

    /// <summary>Whether it is the same picture.</summary>
    public PhotoCopyGrade Grade { get; init; }

    /// <summary>In words, such as <c>mirrored, cropped to 78 %</c>.</summary>
    /// <returns>A phrase without a full stop.</returns>
    public override string ToString() => AlterationText.Of(this);
}
