using System.Runtime.CompilerServices;

namespace FakeProfileDetector.Index.MultiIndex;

/// <summary>Sorts hashes into the postings of a band. Keeps its scratch memory from one band to the next.</summary>
/// <remarks>
/// Two passes over the values' halves: writing to all buckets of a wide band at once would miss the cache with every hash, so
/// hashes are first dealt out by the upper half of the value, and each part, which fits the cache, by the lower.
/// </remarks>
internal sealed unsafe class PostingsBuilder : IDisposable
{
    private const int FingerprintShift = 31;
    private const int LowShift = FingerprintShift + Band.FingerprintWidth;
    private const int SlotsPerCancellationCheck = 1 << 20;

    private readonly HashStore _hashes;
    private readonly int* _slots;
    private readonly int _count;
    private readonly int _slotWidth;
    private readonly MemoryAccount _account;
    private readonly NativeBuffer _dealt;

    /// <summary>Prepares for some slots of a store.</summary>
    /// <param name="hashes">The hashes.</param>
    /// <param name="slots">The slots; null: all from 0.</param>
    /// <param name="count">How many.</param>
    /// <param name="slotWidth">Bits that a slot's number takes.</param>
    /// <param name="account">Counts the memory.</param>
    internal PostingsBuilder(HashStore hashes, int* slots, int count, int slotWidth, MemoryAccount account)
    {
        _slots = slots;
        (_hashes, _count, _slotWidth, _account) = (hashes, count, slotWidth, account);
        _dealt = NativeBuffer.Allocate((long)count * sizeof(ulong), account);
    }

    /// <summary>Builds the table of one band.</summary>
    internal Postings Build(Band band, CancellationToken cancellationToken)
    {
        var lowWidth = band.Width / 2;
        var parts = Deal(band, lowWidth, cancellationToken);
        var postings = new Postings(band, _count, _slotWidth, _account);
        var view = postings.View;
        var dealt = (ulong*)_dealt.Pointer;
        var lowCount = 1 << lowWidth;
        var places = new uint[lowCount];
        for (var part = 0; part < parts.Length - 1; part++)
        {
            var (begin, end) = (parts[part], parts[part + 1]);
            Array.Clear(places);
            for (var i = begin; i < end; i++)
            {
                places[dealt[i] >> LowShift]++;
            }

            var offsets = view.Offsets + ((long)part << lowWidth);
            var next = begin;
            for (var low = 0; low < lowCount; low++)
            {
                offsets[low] = next;
                next += places[low];
                places[low] = offsets[low];
            }

            for (var i = begin; i < end; i++)
            {
                var hash = dealt[i];
                var place = places[hash >> LowShift]++;
                view.Fingerprints[place] = (ushort)(hash >> FingerprintShift);
                view.Slots.Set(place, hash & ((1UL << FingerprintShift) - 1));
            }
        }

        view.Offsets[band.BucketCount] = (uint)_count;
        return postings;
    }

    public void Dispose() => _dealt.Dispose();

    /// <summary>Deals slot, fingerprint and lower half of the value out by its upper half.</summary>
    /// <returns>Where each part begins, and the end of the last.</returns>
    private uint[] Deal(Band band, int lowWidth, CancellationToken cancellationToken)
    {
        var parts = new uint[(band.BucketCount >> lowWidth) + 1];
        for (var i = 0; i < _count; i++)
        {
            if (i % SlotsPerCancellationCheck == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            parts[((uint)CircularBits.Read(_hashes.Address(SlotAt(i)), band.Start) & band.Mask) >> lowWidth]++;
        }

        var next = 0u;
        foreach (ref var part in parts.AsSpan())
        {
            (part, next) = (next, next + part);
        }

        var places = (uint[])parts.Clone();
        var dealt = (ulong*)_dealt.Pointer;
        var lowMask = (1UL << lowWidth) - 1;
        for (var i = 0; i < _count; i++)
        {
            var slot = SlotAt(i);
            var bits = CircularBits.Read(_hashes.Address(slot), band.Start);
            var place = places[((uint)bits & band.Mask) >> lowWidth]++;
            dealt[place] = ((bits & lowMask) << LowShift)
                | ((ulong)(ushort)(bits >> band.Width) << FingerprintShift)
                | (uint)slot;
        }

        return parts;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int SlotAt(int i) => _slots is null ? i : _slots[i];
}
