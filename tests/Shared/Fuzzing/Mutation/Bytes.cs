using System.Buffers.Binary;

namespace FakeProfileDetector.Testing.Fuzzing.Mutation;

/// <summary>What all mutations are made of.</summary>
internal static class Bytes
{
    // Where lengths, sizes and counts go wrong: signs, powers of two and their neighbors.
    private static readonly uint[] Numbers =
    [
        0, 1, 2, 3, 7, 8, 9, 127, 128, 255, 256, 1000, 8191, 16_383, 16_384, 32_767, 32_768, 65_500, 65_535, 65_536,
        0x00FF_FFFF, 0x3FFF_FFFF, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFF0, 0xFFFF_FFFF,
    ];

    internal static byte[] Random(int count, Random random)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }

    internal static byte[] Insert(byte[] input, int at, byte[] inserted) => [.. input[..at], .. inserted, .. input[at..]];

    /// <summary>Overwrites one, two or four bytes with a number that hurts, in either byte order.</summary>
    internal static void PutNumber(Span<byte> bytes, int at, Random random)
    {
        var number = random.Next(4) == 0 ? (uint)random.NextInt64(uint.MaxValue) : Numbers[random.Next(Numbers.Length)];
        PutNumber(bytes[at..], 1 << random.Next(3), number, random.Next(2) == 0);
    }

    /// <summary>Overwrites bytes with a number as far as there are any.</summary>
    internal static void PutNumber(Span<byte> bytes, int size, uint number, bool bigEndian)
    {
        Span<byte> whole = stackalloc byte[sizeof(uint)];
        if (bigEndian)
        {
            BinaryPrimitives.WriteUInt32BigEndian(whole, number);
            whole = whole[(sizeof(uint) - size)..];
        }
        else
        {
            BinaryPrimitives.WriteUInt32LittleEndian(whole, number);
            whole = whole[..size];
        }

        whole[..Math.Min(size, bytes.Length)].CopyTo(bytes);
    }

    /// <summary>Changes a few bytes of a part.</summary>
    internal static void Scramble(Span<byte> part, Random random)
    {
        for (var changes = 1 + random.Next(4); changes > 0 && !part.IsEmpty; changes--)
        {
            part[random.Next(part.Length)] = (byte)random.Next(256);
        }
    }
}
