using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FakeProfileDetector.Photos.Pdq;

/// <summary>Scratch memory that begins with a line of the cache: vectors that cross lines take twice as long.</summary>
internal static class CacheLines
{
    /// <summary>Bytes of a line: how much longer the memory has to be.</summary>
    internal const int Length = 64;

    /// <summary>Leaves out what lies before the next line. Should an array move afterwards, that costs time and nothing else.</summary>
    internal static Span<T> Align<T>(Span<T> memory)
        where T : unmanaged
    {
        var address = Unsafe.ByteOffset(ref Unsafe.NullRef<T>(), ref MemoryMarshal.GetReference(memory));
        return memory[((int)(-address & (Length - 1)) / Unsafe.SizeOf<T>())..];
    }
}
