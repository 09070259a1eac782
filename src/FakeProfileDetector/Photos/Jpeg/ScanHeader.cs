namespace FakeProfileDetector.Photos.Jpeg;

/// <summary>What a scan brings: which components, by which tables, and which part of their coefficients.</summary>
/// <param name="Components">Components of the scan, in its order.</param>
/// <param name="First">First coefficient in stream order; 0 in a sequential scan.</param>
/// <param name="Last">Last coefficient; 63 in a sequential scan.</param>
/// <param name="High">Bit that an earlier scan has brought; 0 when this is the first.</param>
/// <param name="Low">Lowest bit that this scan brings.</param>
internal readonly record struct ScanHeader(ScanComponents Components, int First, int Last, int High, int Low)
{
    /// <summary>Reads the content of an SOS segment.</summary>
    internal static ScanHeader Read(ReadOnlySpan<byte> content, JpegFrame frame)
    {
        if (content.IsEmpty || content[0] is < 1 or > 3 || content.Length != 4 + (2 * content[0]))
        {
            throw JpegFormatException.Corrupt("a scan header is malformed");
        }

        var components = default(ScanComponents);
        for (var i = 0; i < content[0]; i++)
        {
            var (id, tables) = (content[1 + (2 * i)], content[2 + (2 * i)]);
            var index = frame.IndexOf(id);
            if (index < 0 || tables >> 4 > 3 || (tables & 15) > 3 || !components.TryAdd(index, tables >> 4, tables & 15))
            {
                throw JpegFormatException.Corrupt("a scan names a component or table that does not exist");
            }
        }

        var progression = content[^3..];
        var header = new ScanHeader(components, progression[0], progression[1], progression[2] >> 4, progression[2] & 15);
        return frame.IsProgressive ? header.CheckedProgressive() : header with { First = 0, Last = ZigZag.BlockSize - 1, High = 0, Low = 0 };
    }

    private ScanHeader CheckedProgressive()
    {
        var isValid = First <= Last && Last < ZigZag.BlockSize && Low <= 13 && (High == 0 || High == Low + 1)
            && (First > 0 ? Components.Count == 1 : Last == 0);
        return isValid ? this : throw JpegFormatException.Corrupt("a progressive scan is malformed");
    }
}

/// <summary>Up to three components of a scan with the slots of their tables.</summary>
internal struct ScanComponents
{
    private Slots _slots;

    /// <summary>How many there are, 1–3.</summary>
    internal int Count { get; private set; }

    /// <summary>One of them: place in the frame, slot of its constant and of its other Huffman table.</summary>
    internal readonly (int Index, int Dc, int Ac) this[int i] => (_slots[i] >> 8, (_slots[i] >> 4) & 15, _slots[i] & 15);

    /// <summary>Adds one; false when it is there already.</summary>
    internal bool TryAdd(int index, int dc, int ac)
    {
        if (Contains(index))
        {
            return false;
        }

        _slots[Count++] = (index << 8) | (dc << 4) | ac;
        return true;
    }

    /// <summary>Whether a component of the frame is among them.</summary>
    internal readonly bool Contains(int index)
    {
        for (var i = 0; i < Count; i++)
        {
            if (this[i].Index == index)
            {
                return true;
            }
        }

        return false;
    }

    [System.Runtime.CompilerServices.InlineArray(3)]
    private struct Slots
    {
        private int _slot0;
    }
}
