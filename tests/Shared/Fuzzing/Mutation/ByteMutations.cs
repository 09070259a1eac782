namespace FakeProfileDetector.Testing.Fuzzing.Mutation;

/// <summary>Changes that know nothing of the format.</summary>
internal static class ByteMutations
{
    // Headers come first, where damage goes deepest.
    private const int Header = 64;

    private static readonly byte[] Extremes = [0x00, 0xFF, 0x7F, 0x80];

    internal static byte[] Apply(byte[] input, byte[] other, Random random)
    {
        var at = Position(input.Length, random);
        var count = Math.Min(input.Length - at, 1 + random.Next(random.Next(4) == 0 ? 1024 : 16));
        return random.Next(9) switch
        {
            0 => input[..at],
            1 => [.. input[..at], .. input[(at + count)..]],
            2 => [.. input[..(at + count)], .. input[at..]],
            3 => Bytes.Insert(input, at, Bytes.Random(count, random)),
            4 => [.. input[..at], .. other[random.Next(other.Length)..]],
            5 => Changed(copy => other.AsSpan(0, Math.Min(count, other.Length)).CopyTo(copy.AsSpan(at, count))),
            6 => Changed(copy => copy.AsSpan(at, Math.Min(count, 8)).Fill(Extremes[random.Next(Extremes.Length)])),
            7 => Changed(copy => Bytes.PutNumber(copy, at, random)),
            _ => Changed(copy => copy[at] ^= (byte)(1 << random.Next(8))),
        };

        byte[] Changed(Action<byte[]> change)
        {
            var copy = (byte[])input.Clone();
            change(copy);
            return copy;
        }
    }

    private static int Position(int length, Random random) => random.Next(random.Next(3) == 0 ? Math.Min(Header, length) : length);
}
