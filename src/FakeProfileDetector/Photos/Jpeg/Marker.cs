namespace FakeProfileDetector.Photos.Jpeg;

/// <summary>The second byte of the markers that the decoder knows. Source: ITU-T T.81, table B.1.</summary>
internal static class Marker
{
    internal const byte Prefix = 0xFF;
    internal const byte BaselineFrame = 0xC0;
    internal const byte ExtendedFrame = 0xC1;
    internal const byte ProgressiveFrame = 0xC2;
    internal const byte HuffmanTables = 0xC4;
    internal const byte Reserved = 0xC8;
    internal const byte ArithmeticTables = 0xCC;
    internal const byte LastFrame = 0xCF;
    internal const byte FirstRestart = 0xD0;
    internal const byte LastRestart = 0xD7;
    internal const byte Start = 0xD8;
    internal const byte End = 0xD9;
    internal const byte Scan = 0xDA;
    internal const byte QuantizationTables = 0xDB;
    internal const byte RestartInterval = 0xDD;
    internal const byte Jfif = 0xE0;
    internal const byte Exif = 0xE1;
    internal const byte Adobe = 0xEE;

    /// <summary>Whether a marker opens a frame of any kind.</summary>
    internal static bool IsFrame(byte marker) =>
        marker is >= BaselineFrame and <= LastFrame and not (HuffmanTables or Reserved or ArithmeticTables);

    /// <summary>Whether a marker stands alone, with no length behind it.</summary>
    internal static bool IsBare(byte marker) => marker is 0x01 or (>= FirstRestart and <= Start);

    /// <summary>Whether a marker separates two intervals of one scan.</summary>
    internal static bool IsRestart(byte marker) => marker is >= FirstRestart and <= LastRestart;
}
