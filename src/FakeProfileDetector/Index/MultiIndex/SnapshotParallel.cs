using System.IO.Hashing;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

namespace FakeProfileDetector.Index.MultiIndex;

/// <summary>What writing and reading a snapshot have in common.</summary>
internal static class SnapshotParallel
{
    /// <summary>Does something for each chunk on several cores; the first failure comes as it was thrown.</summary>
    internal static void For(int count, int threads, Action<int> handle, CancellationToken cancellationToken)
    {
        try
        {
            Parallel.For(0, count, new() { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken }, handle);
        }
        catch (AggregateException failures)
        {
            ExceptionDispatchInfo.Throw(failures.InnerExceptions[0]);
        }
    }

    /// <summary>The checksum of all checksums but the last, which it is; it belongs to this header and no other.</summary>
    internal static ulong Total(ReadOnlySpan<ulong> checksums, ReadOnlySpan<byte> header) =>
        XxHash3.HashToUInt64(MemoryMarshal.AsBytes(checksums[..^1]), (long)MemoryMarshal.Read<ulong>(header[^SnapshotFormat.ChecksumLength..]));
}
