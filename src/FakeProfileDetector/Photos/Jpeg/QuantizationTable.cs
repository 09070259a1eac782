using System.Runtime.InteropServices;

namespace FakeProfileDetector.Photos.Jpeg;

/// <summary>Quantization steps, each beside the place of its coefficient, so that one lookup serves both.</summary>
/// <threadsafety>Not safe to share while it is defined.</threadsafety>
internal sealed class QuantizationTable
{
    // Indices beyond the block (63 and the longest run) find the spare slot of the block.
    private const int Size = 256;

    private readonly int[] _entries = new int[Size];

    internal QuantizationTable() => _entries.AsSpan().Fill(CoefficientPair.Spare << 16);

    /// <summary>Whether the current file has defined the table.</summary>
    internal bool IsDefined { get; set; }

    /// <summary>By place in the stream: place in a <see cref="CoefficientPair"/> (upper 16 bits) and quantization step (lower 16).</summary>
    internal ReadOnlySpan<int> Entries => _entries;

    /// <summary>The first of <see cref="Entries"/>; there are more than any index of the decoder can reach.</summary>
    internal ref int FirstEntry => ref MemoryMarshal.GetArrayDataReference(_entries);

    /// <summary>The step of the constant coefficient.</summary>
    internal int ConstantStep => Step(0);

    /// <summary>The step of a coefficient.</summary>
    internal int Step(int k) => _entries[k] & 0xFFFF;

    /// <summary>Sets a step.</summary>
    internal void Set(int k, ushort step)
    {
        _entries[k] = (CoefficientPair.PlaceOf(ZigZag.ToNatural[k]) << 16) | step;
        IsDefined = true;
    }

    /// <summary>Takes over all steps of another table.</summary>
    internal void CopyFrom(QuantizationTable other) => other._entries.CopyTo(_entries, 0);
}
