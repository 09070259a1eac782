using CsCheck;
using FakeProfileDetector.Photos.Jpeg;

namespace FakeProfileDetector.Tests.Photos.Jpeg;

/// <summary>Blocks written by the rules of T.81 with random tables, read back.</summary>
public sealed class HuffmanTableTests
{
    private const int Blocks = 20;

    [Fact]
    public void ReadBlock_RandomTablesAndCoefficients_YieldsWhatWasWritten() => Gen.Int.Sample(seed =>
    {
        var stream = Write(seed, out var part, out var expected);
        var reader = new BitReader(stream);
        foreach (var block in expected)
        {
            var pair = default(CoefficientPair);
            var hasMore = BlockReader.ReadBlock(ref reader, ref part, ref pair.First(1));
            Assert.True(hasMore || block.AsSpan(1).IndexOfAnyExcept(0) < 0);
            for (var i = 0; i < ZigZag.BlockSize; i++)
            {
                // Products are kept to sixteen bits; the other block stays as it was.
                Assert.Equal((short)block[i], pair[CoefficientPair.PlaceOf(i) + CoefficientPair.RowSize]);
                Assert.Equal(0, pair[CoefficientPair.PlaceOf(i)]);
            }
        }

        Assert.False(reader.IsOverrun);
    });

    [Fact]
    public void SkipCoefficients_RandomTablesAndCoefficients_EndsWhereTheBlockEnds() => Gen.Int.Sample(seed =>
    {
        var stream = Write(seed, out var part, out var expected);
        part.Ac.Prepare(HuffmanUse.SkippedAc);
        var read = new BitReader(stream);
        var skipped = new BitReader(stream);
        foreach (var _ in expected)
        {
            var block = default(CoefficientPair);
            BlockReader.ReadBlock(ref read, ref part, ref block.First(0));
            BlockReader.ReadDifference(ref skipped, part.Dc);
            BlockReader.SkipCoefficients(ref skipped, part.Ac, 1);
            Assert.Equal(read.Position, skipped.Position);
        }
    });

    [Fact]
    public void Define_MoreCodesThanBits_IsCorruptEveryTime()
    {
        var table = new HuffmanTable();
        var counts = new byte[16];
        counts[0] = 3;

        Assert.Throws<JpegFormatException>(() => table.Define(counts, [1, 2, 3]));
        Assert.Throws<JpegFormatException>(() => table.Define(counts, [1, 2, 3]));
    }

    private static byte[] Write(int seed, out UnitPart part, out List<int[]> blocks)
    {
        var random = new Random(seed);
        var (dc, ac) = (new Code(random, [.. Enumerable.Range(0, 16).Select(size => (byte)size)]), new Code(random, AcSymbols(random)));
        var quantization = new QuantizationTable();
        for (var k = 0; k < ZigZag.BlockSize; k++)
        {
            quantization.Set(k, (ushort)random.Next(1, 256));
        }

        part = new UnitPart
        {
            Dc = dc.Table(HuffmanUse.Dc),
            Ac = ac.Table(HuffmanUse.Ac),
            Quantization = quantization,
            ConstantStep = quantization.ConstantStep,
        };
        blocks = [];
        var bits = new List<bool>();
        var constant = 0;
        for (var i = 0; i < Blocks; i++)
        {
            var block = new int[ZigZag.BlockSize];
            var size = (byte)random.Next(16);
            dc.Write(bits, size);
            constant += WriteValue(bits, size, random);
            block[0] = constant * quantization.ConstantStep;
            for (var k = 1; k < ZigZag.BlockSize;)
            {
                var fitting = ac.Symbols.Where(symbol => symbol == 0 || k + (symbol >> 4) < ZigZag.BlockSize).ToArray();
                var symbol = fitting[random.Next(fitting.Length)];
                ac.Write(bits, symbol);
                if (symbol == 0)
                {
                    break;
                }

                k += symbol >> 4;
                block[ZigZag.ToNatural[k]] = WriteValue(bits, symbol & 15, random) * quantization.Step(k);
                k++;
            }

            blocks.Add(block);
        }

        var stream = new byte[((bits.Count + 7) / 8) + BitReader.Padding];
        foreach (var (place, bit) in bits.Index())
        {
            stream[place / 8] |= (byte)(bit ? 0x80 >> (place % 8) : 0);
        }

        return stream;
    }

    private static byte[] AcSymbols(Random random)
    {
        // The end of a block, a long run, and any others.
        var others = Enumerable.Range(0, 256).Where(symbol => (symbol & 15) != 0).Select(symbol => (byte)symbol).ToArray();
        random.Shuffle(others);
        var symbols = others.Take(random.Next(1, 160)).Append((byte)0).Append((byte)0xF0).ToArray();
        random.Shuffle(symbols);
        return symbols;
    }

    private static int WriteValue(List<bool> bits, int size, Random random)
    {
        var value = random.Next(1 << size);
        for (var bit = size - 1; bit >= 0; bit--)
        {
            bits.Add((value >> bit & 1) != 0);
        }

        return size == 0 || value >> (size - 1) != 0 ? value : value - (1 << size) + 1;
    }

    /// <summary>A canonical code with random lengths, which a tree grown at random has. The code of ones alone stays free.</summary>
    private sealed class Code
    {
        private const int Longest = 16;
        private readonly byte[] _counts = new byte[Longest];
        private readonly Dictionary<byte, (int Code, int Length)> _codes = [];

        internal Code(Random random, byte[] symbols)
        {
            Symbols = symbols;
            var lengths = new List<int> { 0 };
            while (lengths.Count <= symbols.Length)
            {
                // Where it is deep already, it grows deeper more often, for codes beyond the lookups.
                var leaf = random.Next(2) == 0 ? lengths.Count - 1 : random.Next(lengths.Count);
                leaf = lengths[leaf] < Longest ? leaf : lengths.FindIndex(length => length < Longest);
                lengths[leaf]++;
                lengths.Add(lengths[leaf]);
            }

            lengths.Sort();
            var (code, last) = (0, lengths[0]);
            foreach (var (symbol, length) in symbols.Zip(lengths))
            {
                code <<= length - last;
                _codes[symbol] = (code++, length);
                _counts[length - 1]++;
                last = length;
            }
        }

        internal byte[] Symbols { get; }

        internal HuffmanTable Table(HuffmanUse use)
        {
            var table = new HuffmanTable();
            table.Define(_counts, Symbols);
            table.Prepare(use);
            return table;
        }

        internal void Write(List<bool> bits, byte symbol)
        {
            var (code, length) = _codes[symbol];
            for (var bit = length - 1; bit >= 0; bit--)
            {
                bits.Add((code >> bit & 1) != 0);
            }
        }
    }
}
