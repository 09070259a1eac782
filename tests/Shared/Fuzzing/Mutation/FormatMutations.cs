namespace FakeProfileDetector.Testing.Fuzzing.Mutation;

/// <summary>Changes that know where a format keeps its sizes, lengths and tables.</summary>
internal static class FormatMutations
{
    /// <summary>A changed copy; null when the format is not known or nothing was found to change.</summary>
    internal static byte[]? Apply(byte[] input, Random random) => input switch
    {
        [0xFF, 0xD8, ..] => JpegMutations.Apply(input, random),
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => PngMutations.Apply(input, random),
        [(byte)'G', (byte)'I', (byte)'F', ..] => Gif(input, random),
        [(byte)'B', (byte)'M', ..] => Field(input, 10 + (4 * random.Next(11)), random),
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', ..] => WebP(input, random),
        _ => null,
    };

    private static byte[]? Gif(byte[] input, Random random)
    {
        // The screen's size, or a frame's place and size, or the code size behind it.
        var frame = input.AsSpan(13 < input.Length ? 13 : 0).IndexOf((byte)0x2C);
        return random.Next(3) == 0 || frame < 0
            ? Field(input, 6 + random.Next(7), random)
            : Field(input, 13 + frame + 1 + random.Next(10), random);
    }

    private static byte[]? WebP(byte[] input, Random random)
    {
        // Lengths of file and chunk; sizes as VP8X, VP8L and VP8 have them; and any chunk's letters and length.
        int[] fields = [4, 16, 20, 21, 23, 24, 26, 27, 28, 30];
        return Field(input, random.Next(4) == 0 ? 12 + random.Next(40) : fields[random.Next(fields.Length)], random);
    }

    private static byte[]? Field(byte[] input, int at, Random random)
    {
        if (at >= input.Length)
        {
            return null;
        }

        var copy = (byte[])input.Clone();
        Bytes.PutNumber(copy, at, random);
        return copy;
    }
}
