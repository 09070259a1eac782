namespace FakeProfileDetector.Index.MultiIndex;

/// <summary>One band's table: the slots of all hashes, sorted by the value of the band.</summary>
/// <remarks>
/// Compressed sparse rows: the bucket of value v holds the postings from offset v up to offset v + 1. Fingerprints and slots lie
/// in separate arrays, because most postings are rejected by the fingerprint alone. Immutable.
/// </remarks>
internal sealed unsafe class Postings : IDisposable
{
    private readonly NativeBuffer _offsets;
    private readonly NativeBuffer _fingerprints;
    private readonly NativeBuffer _slots;

    /// <summary>Allocates a table to be filled.</summary>
    /// <param name="band">The band.</param>
    /// <param name="count">Number of postings.</param>
    /// <param name="slotWidth">Bits that a slot's number takes.</param>
    /// <param name="account">Counts the memory.</param>
    /// <param name="spare">
    /// A table that nobody reads any more, whose memory is used again or freed: fresh memory has to be cleared page by page,
    /// which takes longer than filling it.
    /// </param>
    internal Postings(Band band, long count, int slotWidth, MemoryAccount account, Postings? spare = null)
    {
        (Band, Count) = (band, count);
        _offsets = NativeBuffer.AllocateReusable(spare?._offsets, (band.BucketCount + 1L) * sizeof(uint), account);
        _fingerprints = NativeBuffer.AllocateReusable(spare?._fingerprints, count * sizeof(ushort), account);
        _slots = NativeBuffer.AllocateReusable(spare?._slots, PackedIntegers.BytesFor(count, slotWidth), account);
        View = new((uint*)_offsets.Pointer, (ushort*)_fingerprints.Pointer, new(_slots.Pointer, slotWidth));
    }

    internal Band Band { get; }

    /// <summary>Number of postings.</summary>
    internal long Count { get; }

    internal PostingsView View { get; }

    public void Dispose()
    {
        _offsets.Dispose();
        _fingerprints.Dispose();
        _slots.Dispose();
    }
}

/// <summary>Where the parts of a table lie.</summary>
/// <param name="offsets">One for each bucket and one more.</param>
/// <param name="fingerprints">The 16 bits behind the band of each posting.</param>
/// <param name="slots">The slot of each posting.</param>
internal readonly unsafe struct PostingsView(uint* offsets, ushort* fingerprints, PackedIntegers slots)
{
    internal readonly uint* Offsets = offsets;
    internal readonly ushort* Fingerprints = fingerprints;
    internal readonly PackedIntegers Slots = slots;
}
