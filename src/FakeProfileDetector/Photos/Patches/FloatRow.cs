using System.Numerics;
using System.Runtime.InteropServices;

namespace FakeProfileDetector.Photos.Patches;

/// <summary>Rows of luma, sample by sample.</summary>
internal static class FloatRow
{
    /// <summary>One row less another.</summary>
    internal static void Subtract(ReadOnlySpan<float> row, ReadOnlySpan<float> other, Span<float> difference)
    {
        var vectors = MemoryMarshal.Cast<float, Vector<float>>(difference);
        var minuends = MemoryMarshal.Cast<float, Vector<float>>(row);
        var subtrahends = MemoryMarshal.Cast<float, Vector<float>>(other);
        for (var i = 0; i < vectors.Length; i++)
        {
            vectors[i] = minuends[i] - subtrahends[i];
        }

        for (var i = vectors.Length * Vector<float>.Count; i < difference.Length; i++)
        {
            difference[i] = row[i] - other[i];
        }
    }
}
