namespace FakeProfileDetector.Jpeg;

/// <summary>Tells from the means of the colour blocks whether a photo has colours.</summary>
internal struct ColourMeter
{
    // A mean five levels from grey spreads red, green and blue by eleven. Decoders that see pixels ask for 16 of a single one;
    // a mean lies lower than the pixels that stand out in its block. The constant coefficient is eight times the mean.
    private const int LeastOffset = 8 * 5;

    // A picture has colours when more than one block in this many has.
    private const int ColouredShare = 100;

    private int _blocks;
    private int _coloured;

    /// <summary>Whether the photo has colours.</summary>
    internal readonly bool HasColour => _coloured > _blocks / ColouredShare;

    /// <summary>Counts a block of one of the two colour components.</summary>
    /// <param name="constant">Its dequantised constant coefficient.</param>
    internal void Add(int constant)
    {
        _blocks++;
        if (Math.Abs((long)constant) > LeastOffset)
        {
            _coloured++;
        }
    }
}
