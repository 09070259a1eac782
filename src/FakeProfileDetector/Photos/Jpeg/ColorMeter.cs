namespace FakeProfileDetector.Photos.Jpeg;

/// <summary>Tells from the means of the color blocks whether a photo has colors.</summary>
internal struct ColorMeter
{
    // A mean five levels from gray spreads red, green and blue by eleven. Decoders that see pixels ask for 16 of a single one;
    // a mean lies lower than the pixels that stand out in its block. The constant coefficient is eight times the mean.
    private const int MinimumOffset = 8 * 5;

    // A picture has colors when more than one block in this many has.
    private const int ColoredShare = 100;

    private int _blocks;
    private int _colored;

    /// <summary>Whether the photo has colors.</summary>
    internal readonly bool HasColor => _colored > _blocks / ColoredShare;

    /// <summary>Counts a block of one of the two color components.</summary>
    /// <param name="constant">Its dequantized constant coefficient.</param>
    internal void Add(int constant)
    {
        _blocks++;
        if (Math.Abs((long)constant) > MinimumOffset)
        {
            _colored++;
        }
    }
}
