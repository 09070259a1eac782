using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace FakeProfileDetector.Index.MultiIndex;

/// <summary>Hints for the processor's caches.</summary>
internal static unsafe class Memory
{
    /// <summary>Begins to fetch the line at an address, which may be any; does nothing where .NET has no such instruction.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Prefetch(void* address)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(address);
        }
    }
}
