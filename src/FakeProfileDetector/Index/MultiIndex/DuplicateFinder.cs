using FakeProfileDetector.Photos;

namespace FakeProfileDetector.Index.MultiIndex;

/// <summary>Finds equal hashes in a store: a default avatar with thousands of users must be one posting, not thousands.</summary>
internal static unsafe class DuplicateFinder
{
    private const int SlotBits = 32;
    private const int PartLength = 4096;
    private const int MaximumPartBits = 14;

    /// <summary>Finds for each slot whose hash a lower slot holds as well the lowest such slot.</summary>
    /// <param name="hashes">The hashes.</param>
    /// <param name="count">Slots.</param>
    /// <param name="threads">How many to use.</param>
    /// <param name="account">Counts the memory.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Pairs of a slot and the first one with the same hash, sorted by the former.</returns>
    internal static List<(int Slot, int First)> Find(
        HashStore hashes, int count, int threads, MemoryAccount account, CancellationToken cancellationToken)
    {
        // Dealt out by some bits of a mixture of the hash and sorted by others: only equal ones of these are compared.
        var partBits = Math.Min(MaximumPartBits, PackedIntegers.WidthFor((ulong)(count / PartLength)));
        using var dealt = NativeBuffer.Allocate((long)count * sizeof(ulong), account);
        var parts = new int[(1 << partBits) + 1];
        for (var slot = 0; slot < count; slot++)
        {
            parts[Mix(hashes.Address(slot)) >> (64 - partBits)]++;
        }

        var next = 0;
        foreach (ref var part in parts.AsSpan())
        {
            (part, next) = (next, next + part);
        }

        var places = (int[])parts.Clone();
        var pairs = (ulong*)dealt.Pointer;
        for (var slot = 0; slot < count; slot++)
        {
            var mixed = Mix(hashes.Address(slot));
            pairs[places[mixed >> (64 - partBits)]++] = (mixed << SlotBits) | (uint)slot;
        }

        var duplicates = new List<(int Slot, int First)>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };
        Parallel.For(0, parts.Length - 1, options, part =>
        {
            var sorted = new Span<ulong>(pairs + parts[part], parts[part + 1] - parts[part]);
            sorted.Sort();
            var found = FindIn(sorted, hashes);
            if (found.Count > 0)
            {
                lock (duplicates)
                {
                    duplicates.AddRange(found);
                }
            }
        });

        duplicates.Sort();
        return duplicates;
    }

    private static List<(int Slot, int First)> FindIn(ReadOnlySpan<ulong> sorted, HashStore hashes)
    {
        List<(int, int)> found = [];
        for (var begin = 0; begin < sorted.Length;)
        {
            var end = begin + 1;
            for (; end < sorted.Length && sorted[end] >> SlotBits == sorted[begin] >> SlotBits; end++)
            {
            }

            if (end - begin > 1)
            {
                // Slots ascend within equal mixtures, so the first with a hash is the lowest.
                var firsts = new Dictionary<PhotoHash, int>();
                foreach (var pair in sorted[begin..end])
                {
                    var slot = (int)(uint)pair;
                    var hash = *hashes.Address(slot);
                    if (!firsts.TryAdd(hash, slot))
                    {
                        found.Add((slot, firsts[hash]));
                    }
                }
            }

            begin = end;
        }

        return found;
    }

    private static ulong Mix(PhotoHash* hash)
    {
        var words = (ulong*)hash;
        var mixed = (words[0] * 0x9E3779B97F4A7C15) ^ (words[1] * 0xC2B2AE3D27D4EB4F)
            ^ (words[2] * 0x165667B19E3779F9) ^ (words[3] * 0xD6E8FEB86659FD93);
        mixed ^= mixed >> 32;
        return mixed * 0x9E3779B97F4A7C15;
    }
}
