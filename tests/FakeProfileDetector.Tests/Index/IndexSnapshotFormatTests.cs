using System.Buffers.Binary;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using FakeProfileDetector.Index;
using FakeProfileDetector.Index.Kernels;
using FakeProfileDetector.Index.MultiIndex;
using FakeProfileDetector.Photos;

namespace FakeProfileDetector.Tests.Index;

/// <summary>The bytes of a snapshot that holds tables, which the index writes for more entries than a memtable holds.</summary>
public sealed class IndexSnapshotFormatTests : IDisposable
{
    private const int HeaderLength = 40 + 40 + 8;
    private const int Count = 900;

    private static readonly IndexTuning Tuning = new() { MemtableCapacity = 16, BulkLength = 16 };

    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;
    private readonly string _path;

    public IndexSnapshotFormatTests() => _path = Path.Combine(_folder, "members.index");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Save_SameEntries_WritesTheBytesOfVersion1()
    {
        // Other bytes than these need another format version: those who saved before would read nonsense.
        Assert.Equal(1, SnapshotFormat.Version);
        using (var tables = Create(Entries()))
        {
            tables.Remove(Entries()[3].Hash, 3);
            tables.Remove(Entries()[100].Hash, 100);
            tables.Save(_path);
        }

        Assert.Equal("c2672f1061990931180dc26a5075b7df", HashOfFile());

        using (var few = Create(Entries().AsSpan(0, 5)))
        {
            few.Save(_path);
        }

        Assert.Equal("9e441b4c8ed3a59d7af9bc5fdcf0d75a", HashOfFile());
    }

    [Fact]
    public void Load_TablesDamagedAnywhere_IsRefused()
    {
        using (var index = Create(Entries()))
        {
            index.Save(_path);
        }

        var sound = File.ReadAllBytes(_path);
        for (var place = 0; place < sound.Length; place += place < HeaderLength || place > sound.Length - 900 ? 1 : 97)
        {
            Write(place, (byte)(sound[place] ^ (1 << (place % 8))));
            Assert.Throws<IndexSnapshotException>(Load);
            Write(place, sound[place]);
        }

        Load().Dispose();
    }

    [Theory]
    [InlineData(24, 8)] // entries
    [InlineData(32, 4)] // segments
    [InlineData(40, 4)] // plan
    [InlineData(44, 4)] // slots
    [InlineData(48, 4)] // width of slots
    [InlineData(52, 4)] // width of keys
    [InlineData(56, 4)] // lists
    [InlineData(60, 8)] // postings
    [InlineData(68, 8)] // listed keys
    public void Load_HeaderThatClaimsAnotherSizeWithItsChecksum_IsRefusedWithoutAllocation(int offset, int length)
    {
        using (var index = Create(Entries()))
        {
            index.Save(_path);
        }

        var sound = File.ReadAllBytes(_path);
        long original = length == 8
            ? BinaryPrimitives.ReadInt64LittleEndian(sound.AsSpan(offset)) : BinaryPrimitives.ReadInt32LittleEndian(sound.AsSpan(offset));
        foreach (var claimed in new[] { -1, 0, original - 1, original + 1, 64, int.MaxValue, long.MaxValue, long.MinValue, long.MaxValue / 40 })
        {
            var bytes = sound.ToArray();
            BitConverter.GetBytes(claimed).AsSpan(0, length).CopyTo(bytes.AsSpan(offset));
            if (bytes.AsSpan().SequenceEqual(sound))
            {
                continue;
            }

            BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(HeaderLength - 8), XxHash3.HashToUInt64(bytes.AsSpan(0, HeaderLength - 8)));
            File.WriteAllBytes(_path, bytes);
            Assert.Throws<IndexSnapshotException>(Load);
        }
    }

    [Fact]
    public async Task Save_WithWritersAtWork_HoldsWhatWasThereThroughout()
    {
        var entries = Entries();
        using var index = Create(entries);
        var token = TestContext.Current.CancellationToken;
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(
            () =>
            {
                // The second half comes and goes.
                for (var i = Count / 2; !stop.IsCancellationRequested; i = i + 1 < Count ? i + 1 : Count / 2)
                {
                    Assert.True(index.Remove(entries[i].Hash, i));
                    index.Add(entries[i].Hash, i);
                    index.AddRange([new(entries[i].Hash, Count), new(PhotoHash.Parse(new string('f', 64)), Count)]);
                    Assert.True(index.Remove(entries[i].Hash, Count));
                    Assert.True(index.Remove(PhotoHash.Parse(new string('f', 64)), Count));
                }
            },
            token);
        try
        {
            for (var round = 0; round < 50; round++)
            {
                index.Save(_path, token);
                using var loaded = Load();
                var keys = Keys(loaded);
                Assert.Equal(loaded.Count, keys.Count);
                Assert.Equal(Enumerable.Range(0, Count / 2), keys.Where(key => key < Count / 2).Select(key => (int)key));
                Assert.Equal(keys.Where(key => key != Count).Distinct().Count(), keys.Count(key => key != Count));

                // Slots that are free get used again.
                loaded.AddRange(entries.AsSpan());
                foreach (var key in keys.Where(key => key < Count))
                {
                    Assert.True(loaded.Remove(entries[(int)key].Hash, key));
                }

                await loaded.CompactAsync(token);
                Assert.Equal(Enumerable.Range(0, Count), Keys(loaded).Where(key => key < Count).Select(key => (int)key));
            }
        }
        finally
        {
            await stop.CancelAsync();
            await writing;
        }
    }

    [Fact]
    public async Task Load_RemovalAfterCompaction_KeepsTheSlotThatIsStillNamed()
    {
        // As if an entry went between the compaction and the moment that is saved: written without compaction.
        var entries = Entries();
        var account = new MemoryAccount();
        var builder = new SegmentBuilder(account);
        Array.ForEach(entries, entry => builder.Add(BitOrder.ToIndex(entry.Hash), entry.Key));
        var segment = builder.Build(1, TestContext.Current.CancellationToken);
        builder.Dispose();
        Assert.True(segment.Keys.TryRemove(5, 5));
        Assert.True(segment.Keys.TryRemove(segment.Keys.SlotCount - 1, Count - 1));
        SnapshotWriter.Write(_path, [new(segment, segment.Keys)], [], 1, TestContext.Current.CancellationToken);
        segment.DisposeAll();
        Assert.Equal(0, account.Bytes);
        Assert.Equal(-1, File.ReadAllBytes(_path).AsSpan().IndexOf(MemoryMarshal.AsBytes<PhotoHash>([BitOrder.ToIndex(entries[5].Hash)])));

        using var index = Load();
        var added = entries[7].Hash;
        index.AddRange([.. Enumerable.Range(0, 40).Select(i => new HammingEntry(Flip(added, i), 5000 + i))]);
        await index.CompactAsync(TestContext.Current.CancellationToken);

        Assert.Equal(Count - 2 + 40, index.Count);
        Assert.Equal(
            Enumerable.Range(0, Count - 1).Where(i => i != 5).Concat(Enumerable.Range(5000, 40)), Keys(index).Select(key => (int)key));
    }

    [Fact]
    public void Load_Refused_FreesItsMemory()
    {
        using (var index = Create(Entries()))
        {
            index.Save(_path);
        }

        var length = (int)new FileInfo(_path).Length;
        Write(length / 2, (byte)(File.ReadAllBytes(_path)[length / 2] ^ 1));
        var account = new MemoryAccount();

        Assert.Throws<IndexSnapshotException>(() => SnapshotReader.Read(_path, 2, account, TestContext.Current.CancellationToken));

        Assert.Equal(0, account.Bytes);
        Assert.True(account.PeakBytes > length / 2);
    }

    private static HammingEntry[] Entries()
    {
        // Some share a hash, and one has a key that fits no packed number.
        var words = new ulong[4];
        var state = 1UL;
        var entries = new HammingEntry[Count];
        for (var i = 0; i < Count; i++)
        {
            foreach (ref var word in words.AsSpan())
            {
                state = (state * 6364136223846793005) + 1442695040888963407;
                word = state ^ (state >> 29);
            }

            var hash = i % 50 == 49 ? entries[i - 1].Hash : MemoryMarshal.Read<PhotoHash>(MemoryMarshal.AsBytes<ulong>(words));
            entries[i] = new(hash, i);
        }

        return entries;
    }

    private static PhotoHash Flip(PhotoHash hash, int bit)
    {
        MemoryMarshal.AsBytes(new Span<PhotoHash>(ref hash))[bit / 8] ^= (byte)(1 << (bit % 8));
        return hash;
    }

    private static MultiIndexHashIndex Create(ReadOnlySpan<HammingEntry> entries)
    {
        var index = new MultiIndexHashIndex(options: null, Tuning, HammingKernels.Fastest);
        index.AddRange(entries);
        return index;
    }

    private static List<long> Keys(MultiIndexHashIndex index)
    {
        var matches = new List<HammingMatch>();
        index.Search(default, PhotoHash.BitCount, matches, TestContext.Current.CancellationToken);
        return [.. matches.Select(match => match.Key).Order()];
    }

    private MultiIndexHashIndex Load() => MultiIndexHashIndex.Load(_path, options: null, Tuning, HammingKernels.Fastest);

    private string HashOfFile() => Convert.ToHexStringLower(XxHash128.Hash(File.ReadAllBytes(_path)));

    private void Write(int place, byte value)
    {
        using var file = File.OpenHandle(_path, access: FileAccess.Write);
        RandomAccess.Write(file, [value], place);
    }
}
