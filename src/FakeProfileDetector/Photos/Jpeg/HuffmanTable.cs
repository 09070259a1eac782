using System.Runtime.InteropServices;

namespace FakeProfileDetector.Photos.Jpeg;

/// <summary>What the symbols of a Huffman table stand for.</summary>
internal enum HuffmanUse
{
    /// <summary>Not prepared yet.</summary>
    None,

    /// <summary>Differences of constant coefficients: the symbol is a number of bits.</summary>
    Dc,

    /// <summary>Coefficients of a sequential scan, to be read: a run of zeros and a number of bits; zero ends the block.</summary>
    Ac,

    /// <summary>The same, to be passed over.</summary>
    SkippedAc,

    /// <summary>Coefficients of a progressive scan, where runs of blocks may end at once.</summary>
    ProgressiveAc,
}

/// <summary>A Huffman table as lookups by the next bits of the stream.</summary>
/// <remarks>
/// One lookup by eleven bits yields a whole coefficient (code and value bits together) wherever both fit, which nearly
/// all do. Tables are kept between photos and rebuilt only when their definition differs, because most files carry the
/// standard ones. Source: ITU-T T.81, annexes C, F and G.
/// </remarks>
/// <threadsafety>Not safe to share while tables are defined.</threadsafety>
internal sealed class HuffmanTable
{
    /// <summary>Bits that index the lookups.</summary>
    internal const int LookupBits = 11;

    /// <summary>Shift that brings the next bits of a 64-bit window to an index.</summary>
    internal const int LookupShift = 64 - LookupBits;

    /// <summary>Run that stands for the end of the block: more than any block and any run, so that both can be told apart.</summary>
    internal const int EndOfBlock = 127;

    /// <summary>
    /// From this coefficient on, the first of a pair may be the last of its block and the second belong to the next one: a run has
    /// fifteen zeros at most.
    /// </summary>
    internal const int PairsEnd = ZigZag.BlockSize - 16;

    private const int LookupSize = 1 << LookupBits;
    private const int LongestCode = 16;

    // Sixteen zeros, with no coefficient after them.
    private const int LongRun = 15;

    // Value bits of a coefficient in 8-bit JPEG; tables that define more are read by the slow path.
    private const int MaximumValueBits = 11;

    private readonly int[] _coefficients = new int[LookupSize];
    private readonly ushort[] _symbols = new ushort[LookupSize];
    private readonly long[] _pairs = new long[LookupSize];
    private readonly ushort[] _skips = new ushort[LookupSize];
    private readonly byte[] _counts = new byte[LongestCode];
    private readonly byte[] _values = new byte[256];
    private readonly int[] _limits = new int[LongestCode + 1];
    private readonly int[] _offsets = new int[LongestCode + 1];
    private int _valueCount;
    private HuffmanUse _use;
    private bool _hasSkips;

    /// <summary>Whether the current file has defined the table.</summary>
    internal bool IsDefined { get; set; }

    /// <summary>By the next bits: value (upper 16), run of zeros before it (bits 8–15), bits to consume (0–7); zero where they do not fit.</summary>
    internal ReadOnlySpan<int> Coefficients => _coefficients;

    /// <summary>The first of <see cref="Coefficients"/>, for loops whose index is a window shifted by <see cref="LookupShift"/>.</summary>
    internal ref int FirstCoefficient => ref MemoryMarshal.GetArrayDataReference(_coefficients);

    /// <summary>
    /// The first of the lookups that yield up to two coefficients: bits to consume (0–7), steps to the first (8–15), to the second
    /// (16–23) and behind both (24–31), value of the first (32–47) and of the second (48–63). A coefficient that is not there
    /// lies <see cref="EndOfBlock"/> away; zero where not even the first fits. For <see cref="HuffmanUse.Ac"/>.
    /// </summary>
    internal ref long FirstPair => ref MemoryMarshal.GetArrayDataReference(_pairs);

    /// <summary>
    /// The first of the lookups of what to pass over: coefficients (upper 8 bits), bits to consume (lower 8); zero where the code is
    /// longer. For <see cref="HuffmanUse.SkippedAc"/>.
    /// </summary>
    internal ref ushort FirstSkippedPair => ref MemoryMarshal.GetArrayDataReference(_skips);

    /// <summary>Takes a definition over.</summary>
    /// <param name="counts">How many codes there are of each length, 1–16.</param>
    /// <param name="values">The symbols in the order of their codes.</param>
    internal void Define(ReadOnlySpan<byte> counts, ReadOnlySpan<byte> values)
    {
        IsDefined = true;
        if (counts.SequenceEqual(_counts) && values.SequenceEqual(_values.AsSpan(0, _valueCount)))
        {
            return;
        }

        (_use, _hasSkips) = (HuffmanUse.None, false);
        counts.CopyTo(_counts);
        values.CopyTo(_values);
        _valueCount = values.Length;
        var code = 0;
        var index = 0;
        for (var length = 1; length <= LongestCode; length++)
        {
            _offsets[length] = index - code;
            code += counts[length - 1];
            index += counts[length - 1];
            if (code > 1 << length)
            {
                _valueCount = 0;
                throw JpegFormatException.Corrupt("a Huffman table has more codes than there are bits for");
            }

            _limits[length] = code << (LongestCode - length);
            code <<= 1;
        }
    }

    /// <summary>Builds the lookups for a use, unless they are there already.</summary>
    internal void Prepare(HuffmanUse use)
    {
        if (use == HuffmanUse.SkippedAc ? _hasSkips : _use == use)
        {
            return;
        }

        Array.Clear(_symbols);
        Array.Clear(use == HuffmanUse.SkippedAc ? _skips : _coefficients);
        var index = 0;
        var first = 0;
        for (var length = 1; length <= LookupBits; length++)
        {
            var width = LookupSize >> length;
            for (var i = 0; i < _counts[length - 1]; i++, first += width)
            {
                var symbol = _values[index++];
                _symbols.AsSpan(first, width).Fill((ushort)((symbol << 8) | length));
                if (use == HuffmanUse.SkippedAc)
                {
                    FillSkips(_skips.AsSpan(first, width), symbol, length);
                }
                else
                {
                    FillCoefficients(_coefficients.AsSpan(first, width), symbol, length, use);
                }
            }
        }

        if (use == HuffmanUse.SkippedAc)
        {
            JoinSkips();
            _hasSkips = true;
            return;
        }

        if (use == HuffmanUse.Ac)
        {
            JoinCoefficients();
        }

        _use = use;
    }

    /// <summary>Reads one symbol by its code alone.</summary>
    /// <param name="window">The next bits of the stream, 16 of them at least.</param>
    /// <param name="length">Bits of the code.</param>
    internal int ReadSymbol(ulong window, out int length)
    {
        int entry = _symbols[(int)(window >> LookupShift)];
        if (entry != 0)
        {
            length = entry & 0xFF;
            return entry >> 8;
        }

        var next = (int)(window >> (64 - LongestCode));
        for (length = LookupBits + 1; length <= LongestCode; length++)
        {
            if (next < _limits[length])
            {
                return _values[(_offsets[length] + (next >> (LongestCode - length))) & 0xFF];
            }
        }

        throw JpegFormatException.Corrupt("a code that the Huffman table does not have");
    }

    /// <summary>The number that a count of value bits stands for: the lower half of the range is negative.</summary>
    internal static int Extend(int bits, int count) => bits < 1 << (count - 1) ? bits - (1 << count) + 1 : bits;

    /// <summary>Adds to each coefficient the next one, where the bits of the lookup tell it as well.</summary>
    private void JoinCoefficients()
    {
        var i = 0;
        while (i < LookupSize)
        {
            var first = _coefficients[i];
            if (first == 0)
            {
                _pairs[i++] = 0;
                continue;
            }

            var (bits, run, value) = (first & 0xFF, (first >> 8) & 0xFF, first >> 16);
            var free = LookupBits - bits;
            var alone = Pack(bits, run, EndOfBlock, run + 1, value, 0);
            foreach (ref var pair in _pairs.AsSpan(i, 1 << free))
            {
                var second = run == EndOfBlock ? 0 : _coefficients[(i << bits) & (LookupSize - 1)];
                var place = run + 1 + ((second >> 8) & 0xFF);
                pair = second != 0 && (second & 0xFF) <= free
                    ? Pack(bits + (second & 0xFF), run, Math.Min(place, EndOfBlock), place + 1, value, second >> 16)
                    : alone;
                i++;
            }
        }
    }

    /// <summary>Adds to each skip the next one likewise.</summary>
    private void JoinSkips()
    {
        Span<ushort> singles = stackalloc ushort[LookupSize];
        _skips.CopyTo(singles);
        for (var i = 0; i < LookupSize; i++)
        {
            int skip = singles[i];
            var (bits, passed) = (skip & 0xFF, skip >> 8);
            if (skip != 0 && bits < LookupBits && passed <= LongRun + 1)
            {
                int next = singles[(i << bits) & (LookupSize - 1)];
                if (next != 0 && bits + (next & 0xFF) <= LookupBits)
                {
                    _skips[i] = (ushort)(skip + next);
                }
            }
        }
    }

    private static long Pack(int bits, int toFirst, int toSecond, int behind, int first, int second) =>
        (uint)bits | ((long)toFirst << 8) | ((long)toSecond << 16) | ((long)behind << 24) | ((long)(ushort)first << 32) | ((long)second << 48);

    private static void FillSkips(Span<ushort> entries, int symbol, int length)
    {
        var (run, size) = (symbol >> 4, symbol & 15);
        if (size <= MaximumValueBits)
        {
            var passed = size == 0 && run != LongRun ? EndOfBlock : run + 1;
            entries.Fill((ushort)((passed << 8) | (length + size)));
        }
    }

    private static void FillCoefficients(Span<int> entries, int symbol, int length, HuffmanUse use)
    {
        var (run, size) = use == HuffmanUse.Dc ? (0, symbol) : (symbol >> 4, symbol & 15);
        if (size == 0)
        {
            var ends = use == HuffmanUse.Ac && run != LongRun;
            if (use != HuffmanUse.ProgressiveAc || run == LongRun)
            {
                entries.Fill(((ends ? EndOfBlock : run) << 8) | length);
            }

            return;
        }

        var free = LookupBits - length - size;
        if (free < 0)
        {
            return;
        }

        for (var bits = 0; bits < 1 << size; bits++)
        {
            entries.Slice(bits << free, 1 << free).Fill((Extend(bits, size) << 16) | (run << 8) | (length + size));
        }
    }
}
