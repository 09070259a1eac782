namespace FakeProfileDetector.Photos;

/// <summary>How sure it is that two photos are one; a greater value is surer.</summary>
public enum PhotoCopyGrade
{
    /// <summary>Another picture on the same template: only what surrounds the person (a badge, a card, a page, a group) is common.</summary>
    SharedTemplate = -10,

    /// <summary>A copy, or another shot of the same session: by itself no theft.</summary>
    Similar = 0,

    /// <summary>The same picture, altered.</summary>
    Exact = 10,
}

/// <summary>A part of a photo, as shares of its sides from the top left.</summary>
/// <threadsafety>An immutable value.</threadsafety>
public readonly struct PhotoRegion
{
    internal PhotoRegion(double left, double top, double right, double bottom) => (Left, Top, Right, Bottom) = (left, top, right, bottom);

    /// <summary>0–1.</summary>
    public double Left { get; }

    /// <summary>0–1.</summary>
    public double Top { get; }

    /// <summary>0–1, not below <see cref="Left"/>.</summary>
    public double Right { get; }

    /// <summary>0–1, not below <see cref="Top"/>.</summary>
    public double Bottom { get; }

    /// <summary>The greater share of a side, 0–1.</summary>
    internal double KeptSide => Math.Max(Right - Left, Bottom - Top);
}

/// <summary>How the photo asked about was made from a stored one (or the other way round), as its patches tell.</summary>
/// <threadsafety>Immutable; safe to share between threads.</threadsafety>
public sealed class PhotoAlteration
{
    internal PhotoAlteration()
    {
    }

    /// <summary>Whether its colors were inverted, as in a photographic negative.</summary>
    public bool IsNegative { get; internal init; }

    /// <summary>Whether it was mirrored, left for right.</summary>
    public bool IsMirrored { get; internal init; }

    /// <summary>What it shows of the stored photo.</summary>
    public PhotoRegion Kept { get; internal init; }

    /// <summary>The part of the stored photo that it shows, 0–1, frames apart; null where there was no thumbnail to tell by.</summary>
    public double? KeptShare { get; internal init; }

    /// <summary>The part of it that the stored photo shows, 0–1, frames apart; null where there was no thumbnail to tell by.</summary>
    internal double? OwnShare { get; init; }

    /// <summary>How much larger things are in it, relative to the square root of each photo's area; about 0.35–2.9.</summary>
    public double Scale { get; internal init; }

    /// <summary>By how much it was turned clockwise, in degrees; about −12 to 12.</summary>
    public double RotationDegrees { get; internal init; }

    /// <summary>Patches that agree on the placement, 2–64; 0 where the hash of the whole photo led to it.</summary>
    internal int MatchedPatches { get; init; }

    /// <summary>Their share of the patches in what both photos show, 0–1.</summary>
    internal double MatchedShare { get; init; }

    /// <summary>Median of the local correlations of the thumbnails, 0.9–1, or −1–1 of a shared template; null where there was none to verify by.</summary>
    internal double? Correlation { get; init; }

    /// <summary>Whether it is the same picture.</summary>
    public PhotoCopyGrade Grade { get; internal init; }

    /// <summary>Whether what it shows beside the stored photo is put around it: a page, a border, another picture.</summary>
    internal bool IsFramed { get; init; }

    /// <summary>Whether what the stored photo shows beside it is put around it.</summary>
    internal bool IsStoredFramed { get; init; }

    /// <summary>The whole picture with its colors inverted.</summary>
    internal static PhotoAlteration Negative(bool isMirrored) => new()
    {
        IsNegative = true,
        IsMirrored = isMirrored,
        Kept = new(0, 0, 1, 1),
        KeptShare = 1,
        OwnShare = 1,
        Scale = 1,
        Grade = PhotoCopyGrade.Exact,
    };

    /// <summary>In words, such as <c>mirrored, cropped to 78 %</c>.</summary>
    /// <returns>A phrase without a full stop.</returns>
    public override string ToString() => AlterationText.Of(this);
}
