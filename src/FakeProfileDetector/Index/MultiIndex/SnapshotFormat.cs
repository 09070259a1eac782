using System.Buffers.Binary;
using System.IO.Hashing;

namespace FakeProfileDetector.Index.MultiIndex;

/// <summary>The file in which an index is kept: header, data in chunks, and the chunks' checksums.</summary>
/// <remarks>
/// <para>
/// Little-endian. The header has 40 bytes — magic, version, its own length, the file's length, number of listed entries, number
/// of segments, chunk length — then 40 bytes for each segment (<see cref="SegmentShape"/>) and the XxHash3 of all that. The data
/// follow as the memory holds them: the columns of each segment, then the listed entries, each a hash in the index's order of
/// bits and a key. Every column is cut into chunks of its own. At the end stand the XxHash3 of each chunk and, seeded with the
/// header's, that of these checksums.
/// </para>
/// <para>
/// What the data mean depends on <see cref="BitOrder"/>, on the plans and their numbers in <see cref="BandPlan.All"/>, on
/// <see cref="CircularBits"/> for fingerprints, and on the forms of <see cref="PackedIntegers"/> and <see cref="KeyTable"/>: who changes
/// any of these raises <see cref="Version"/>. Checksums find accidents, not intent: who may write the file may write what he likes.
/// </para>
/// </remarks>
internal static class SnapshotFormat
{
    internal const int Version = 1;

    /// <summary>Bytes for each checksum: still in the cache when it is checked right after it was read.</summary>
    internal const int ChunkLength = 1 << 20;

    /// <summary>Bytes that tell how long the whole header is.</summary>
    internal const int PreambleLength = 40;

    /// <summary>Bytes of a listed entry.</summary>
    internal const int EntryLength = 40;

    internal const int ChecksumLength = sizeof(ulong);

    /// <summary>The shortest file: an empty index.</summary>
    internal const int MinimumLength = PreambleLength + (2 * ChecksumLength);

    private const int VersionOffset = 8;
    private const int HeaderLengthOffset = 12;
    private const int FileLengthOffset = 16;
    private const int EntryCountOffset = 24;
    private const int SegmentCountOffset = 32;
    private const int ChunkLengthOffset = 36;

    internal static ReadOnlySpan<byte> Magic => "FPDIndex"u8;

    internal static int HeaderLengthFor(int segments) => PreambleLength + (segments * SegmentShape.ByteCount) + ChecksumLength;

    /// <summary>The header with its checksum at the end.</summary>
    internal static byte[] WriteHeader(SnapshotLayout layout)
    {
        var header = new byte[layout.HeaderLength];
        Magic.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(VersionOffset), Version);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(HeaderLengthOffset), header.Length);
        BinaryPrimitives.WriteInt64LittleEndian(header.AsSpan(FileLengthOffset), layout.FileLength);
        BinaryPrimitives.WriteInt64LittleEndian(header.AsSpan(EntryCountOffset), layout.EntryCount);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(SegmentCountOffset), layout.Segments.Count);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(ChunkLengthOffset), ChunkLength);
        for (var i = 0; i < layout.Segments.Count; i++)
        {
            layout.Segments[i].Write(header.AsSpan(PreambleLength + (i * SegmentShape.ByteCount)));
        }

        BinaryPrimitives.WriteUInt64LittleEndian(header.AsSpan(header.Length - ChecksumLength), XxHash3.HashToUInt64(header.AsSpan(..^ChecksumLength)));
        return header;
    }

    /// <summary>What is wrong with the beginning of a file, or null.</summary>
    /// <param name="preamble">The first <see cref="PreambleLength"/> bytes.</param>
    /// <param name="fileLength">The file's length.</param>
    /// <param name="headerLength">Bytes of the whole header.</param>
    internal static string? CheckPreamble(ReadOnlySpan<byte> preamble, long fileLength, out int headerLength)
    {
        headerLength = BinaryPrimitives.ReadInt32LittleEndian(preamble[HeaderLengthOffset..]);
        var version = BinaryPrimitives.ReadInt32LittleEndian(preamble[VersionOffset..]);
        var segments = BinaryPrimitives.ReadInt32LittleEndian(preamble[SegmentCountOffset..]);
        return !preamble.StartsWith(Magic) ? "it is some other kind of file"
            : version != Version ? $"it has format version {version}, and this program reads version {Version}"
            : segments < 0 || segments > fileLength / SegmentShape.ByteCount || headerLength != HeaderLengthFor(segments)
                || headerLength > fileLength - ChecksumLength ? "its header is damaged"
            : null;
    }

    /// <summary>What is wrong with a header, or null. Nothing is allocated by the sizes it claims before they are that of the file.</summary>
    internal static string? ReadHeader(ReadOnlySpan<byte> header, long fileLength, out SnapshotLayout layout)
    {
        layout = null!;
        var checksum = BinaryPrimitives.ReadUInt64LittleEndian(header[^ChecksumLength..]);
        if (XxHash3.HashToUInt64(header[..^ChecksumLength]) != checksum)
        {
            return "its header is damaged";
        }

        var claimed = BinaryPrimitives.ReadInt64LittleEndian(header[FileLengthOffset..]);
        if (claimed != fileLength)
        {
            return $"it has {fileLength} bytes in place of {claimed}";
        }

        var entries = BinaryPrimitives.ReadInt64LittleEndian(header[EntryCountOffset..]);
        var isSound = entries >= 0 && entries <= fileLength / EntryLength
            && BinaryPrimitives.ReadInt32LittleEndian(header[ChunkLengthOffset..]) == ChunkLength;
        var segments = new List<SegmentShape>();
        for (var at = PreambleLength; at < header.Length - ChecksumLength; at += SegmentShape.ByteCount)
        {
            var segment = SegmentShape.Read(header[at..]);
            isSound &= segment.IsSound(fileLength);
            segments.Add(segment);
        }

        if (!isSound)
        {
            return "its header contradicts itself";
        }

        layout = new(segments, entries);
        return layout.FileLength == fileLength ? null : "its header contradicts itself";
    }
}
