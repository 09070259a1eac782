namespace FakeProfileDetector.Photos.Jpeg;

/// <summary>What a frame header says of the picture.</summary>
internal sealed class JpegFrame
{
    internal required int Width { get; init; }

    internal required int Height { get; init; }

    internal required bool IsProgressive { get; init; }

    /// <summary>Luma first; one component, or three.</summary>
    internal required JpegComponent[] Components { get; init; }

    internal JpegComponent Luma => Components[0];

    /// <summary>Minimum coded units in a row, when all components share a scan.</summary>
    internal int UnitsAcross => DivideUp(Width, 8 * Luma.BlocksAcrossUnit);

    /// <summary>Rows of minimum coded units.</summary>
    internal int UnitsDown => DivideUp(Height, 8 * Luma.BlocksDownUnit);

    /// <summary>Place of the component with an identifier; −1 when there is none.</summary>
    internal int IndexOf(int id)
    {
        for (var i = 0; i < Components.Length; i++)
        {
            if (Components[i].Id == id)
            {
                return i;
            }
        }

        return -1;
    }

    internal static int DivideUp(int value, int divisor) => (value + divisor - 1) / divisor;
}

/// <summary>One component of a frame, and what decoding keeps of it.</summary>
internal sealed class JpegComponent
{
    internal required int Id { get; init; }

    /// <summary>Horizontal sampling factor: blocks of this component across a minimum coded unit.</summary>
    internal required int BlocksAcrossUnit { get; init; }

    /// <summary>Vertical sampling factor.</summary>
    internal required int BlocksDownUnit { get; init; }

    internal required int QuantizationTable { get; init; }

    /// <summary>Blocks that show something of the picture, in a row.</summary>
    internal required int BlocksAcross { get; init; }

    /// <summary>Rows of blocks that show something of the picture.</summary>
    internal required int BlocksDown { get; init; }
}
