using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace FakeProfileDetector.Index.Kernels;

/// <summary>Asks for memory that a scan reaches soon.</summary>
internal static unsafe class NextPages
{
    private const nuint PageLength = 4096;
    private const nuint LineLength = 64;

    /// <summary>Touches the page after the next one, once a page.</summary>
    /// <remarks>
    /// Processors fetch ahead by themselves up to the end of a page; two lines of a later page make them go on there.
    /// Asking for every line takes turns from the processor's own requests and made scans slower.
    /// </remarks>
    /// <param name="group">What is read now: whole groups of 128 or 256 bytes at ascending addresses.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Prefetch(byte* group)
    {
        var offset = (nuint)group & (PageLength - 1);
        if (offset < 4 * LineLength)
        {
            // An address past the end of the array does no harm: a prefetch never faults.
            var page = group - offset + (2 * PageLength);
            Sse.Prefetch0(page);
            Sse.Prefetch0(page + LineLength);
        }
    }
}
