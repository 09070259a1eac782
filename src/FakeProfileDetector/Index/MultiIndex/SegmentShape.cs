using System.Buffers.Binary;

namespace FakeProfileDetector.Index.MultiIndex;

/// <summary>The sizes of a segment, from which follows how long each of its columns is.</summary>
/// <param name="Plan">Number in <see cref="BandPlan.All"/>.</param>
/// <param name="SlotCount">Slots.</param>
/// <param name="SlotWidth">Bits of a slot's number in the postings.</param>
/// <param name="KeyWidth">Bits of a slot's number in the key table.</param>
/// <param name="ListCount">Slots with a list of keys.</param>
/// <param name="PostingCount">Postings of each band.</param>
/// <param name="ListedKeyCount">Keys in all lists.</param>
internal readonly record struct SegmentShape(
    int Plan, int SlotCount, int SlotWidth, int KeyWidth, int ListCount, long PostingCount, long ListedKeyCount)
{
    /// <summary>Bytes in a header, the last four of which are 0.</summary>
    internal const int ByteCount = 40;

    private const int MaximumSlotWidth = 31;
    private const int SlotCountOffset = 4;
    private const int SlotWidthOffset = 8;
    private const int KeyWidthOffset = 12;
    private const int ListCountOffset = 16;
    private const int PostingCountOffset = 20;
    private const int ListedKeyCountOffset = 28;

    internal static unsafe SegmentShape Of(Segment segment)
    {
        var columns = segment.Keys.Columns;
        return new(
            BandPlan.All.IndexOf(segment.Plan),
            columns.SlotCount,
            segment.Views[0].Slots.Width,
            columns.Values.Width,
            columns.ListCount,
            segment.PostingCount,
            columns.ListedKeyCount);
    }

    internal static SegmentShape Read(ReadOnlySpan<byte> bytes) => new(
        BinaryPrimitives.ReadInt32LittleEndian(bytes),
        BinaryPrimitives.ReadInt32LittleEndian(bytes[SlotCountOffset..]),
        BinaryPrimitives.ReadInt32LittleEndian(bytes[SlotWidthOffset..]),
        BinaryPrimitives.ReadInt32LittleEndian(bytes[KeyWidthOffset..]),
        BinaryPrimitives.ReadInt32LittleEndian(bytes[ListCountOffset..]),
        BinaryPrimitives.ReadInt64LittleEndian(bytes[PostingCountOffset..]),
        BinaryPrimitives.ReadInt64LittleEndian(bytes[ListedKeyCountOffset..]));

    internal void Write(Span<byte> bytes)
    {
        BinaryPrimitives.WriteInt32LittleEndian(bytes, Plan);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[SlotCountOffset..], SlotCount);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[SlotWidthOffset..], SlotWidth);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[KeyWidthOffset..], KeyWidth);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[ListCountOffset..], ListCount);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[PostingCountOffset..], PostingCount);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[ListedKeyCountOffset..], ListedKeyCount);
    }

    /// <summary>Whether there can be such a segment in a file of this length; what follows from it then does not overflow.</summary>
    internal bool IsSound(long fileLength) =>
        Plan >= 0 && Plan < BandPlan.All.Length
        && SlotCount > 0 && SlotCount <= fileLength / Photos.PhotoHash.ByteCount
        && PostingCount > 0 && PostingCount <= SlotCount
        && SlotWidth >= PackedIntegers.WidthFor((ulong)(SlotCount - 1)) && SlotWidth <= MaximumSlotWidth
        && KeyWidth is >= 1 and <= PackedIntegers.MaximumWidth
        && ListCount >= 0 && ListCount <= SlotCount
        && ListedKeyCount >= ListCount && ListedKeyCount <= fileLength / sizeof(long);

    /// <summary>Appends the columns in the order in which a file holds them.</summary>
    internal void AppendTo(List<SnapshotColumn> columns)
    {
        columns.Add(new(SlotCount, Photos.PhotoHash.BitCount));
        columns.Add(new(SlotCount, KeyWidth));
        columns.Add(SnapshotColumn.Of<long>(ListCount + 1L));
        columns.Add(SnapshotColumn.Of<int>(ListCount));
        columns.Add(SnapshotColumn.Of<long>(ListedKeyCount));
        columns.Add(SnapshotColumn.Of<ulong>(KeyTable.WordsFor(SlotCount)));
        columns.Add(SnapshotColumn.Of<ulong>(KeyTable.WordsFor(ListedKeyCount)));
        foreach (var band in BandPlan.All[Plan].Bands)
        {
            columns.Add(SnapshotColumn.Of<uint>(band.BucketCount + 1L));
            columns.Add(SnapshotColumn.Of<ushort>(PostingCount));
            columns.Add(new(PostingCount, SlotWidth));
        }
    }
}
