using System.Text;
using FakeProfileDetector.Index;
using FakeProfileDetector.Index.MultiIndex;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Testing;
using FakeProfileDetector.Tests.Support;

namespace FakeProfileDetector.Tests.Index;

/// <summary>A file that is not what was saved is refused, wherever it differs, and never read as data.</summary>
public sealed class IndexSnapshotDamageTests : IDisposable
{
    /// <summary>Where the file keeps its format version, as a little-endian number.</summary>
    private const int VersionOffset = 8;

    private readonly TemporaryFolder _folder = new();
    private readonly string _path;
    private readonly byte[] _sound;

    public IndexSnapshotDamageTests()
    {
        _path = _folder.PathOf("members.index");
        using var index = IndexVariant.Default.Create();
        index.AddRange([.. new HashSource(HashFamily.Mixed, seed: 1).Next(1500).Select((hash, key) => new HammingEntry(hash, key))]);
        index.Save(_path);
        _sound = File.ReadAllBytes(_path);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Load_OneBitFlippedAnywhere_IsRefused()
    {
        var random = new Random(1);
        foreach (var place in Places())
        {
            Write(place, (byte)(_sound[place] ^ (1 << random.Next(8))));
            AssertRefused($"a bit flipped at {place} of {_sound.Length}");
            Write(place, _sound[place]);
        }

        AssertSound();
    }

    [Fact]
    public void Load_Truncated_IsRefused()
    {
        foreach (var length in Places().Where(place => place % 3 == 0).Append(_sound.Length - 1).OrderDescending())
        {
            using (var file = File.OpenHandle(_path, access: FileAccess.Write))
            {
                RandomAccess.SetLength(file, length);
            }

            AssertRefused($"cut after {length} of {_sound.Length} bytes");
        }
    }

    [Fact]
    public void Load_Torn_IsRefused()
    {
        // The length is right, but the last pages never reached the disk.
        foreach (var kept in Enumerable.Range(0, 10).Select(tenth => tenth * _sound.Length / 10).Append(_sound.Length - 4))
        {
            var torn = _sound.AsSpan(0, kept).ToArray();
            Array.Resize(ref torn, _sound.Length);
            Assert.NotEqual(_sound, torn);
            File.WriteAllBytes(_path, torn);
            AssertRefused($"zeros after {kept} of {_sound.Length} bytes");
        }
    }

    [Fact]
    public void Load_TwoSnapshotsMixed_IsRefused()
    {
        // A later snapshot with the same number of entries, half of it written over the former one.
        using var index = MultiIndexHashIndex.Load(_path);
        var entry = new HashSource(HashFamily.Mixed, seed: 1).Next();
        Assert.True(index.Remove(entry, 0));
        index.Add(Hashes.Ones, 0);
        var later = _folder.PathOf("later.index");
        index.Save(later);
        var other = File.ReadAllBytes(later);

        var mixed = (byte[])[.. other.AsSpan(0, other.Length / 2), .. _sound.AsSpan(Math.Min(other.Length / 2, _sound.Length))];
        Assert.False(mixed.AsSpan().SequenceEqual(other) || mixed.AsSpan().SequenceEqual(_sound));
        File.WriteAllBytes(_path, mixed);

        AssertRefused("half of it from another snapshot");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(5000)]
    public void Load_BytesAppended_IsRefused(int length)
    {
        File.WriteAllBytes(_path, [.. _sound, .. new byte[length]]);

        AssertRefused($"{length} bytes appended");
    }

    [Fact]
    public void Load_AnotherFormatVersion_SaysSo()
    {
        foreach (var version in new byte[] { 0, 2, 255 })
        {
            var other = _sound.AsSpan().ToArray();
            other[VersionOffset] = version;
            File.WriteAllBytes(_path, other);

            Assert.Contains("version", AssertRefused($"version {version}").Message, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void Load_ForeignFile_IsRefused()
    {
        var noise = new byte[_sound.Length];
        new Random(1).NextBytes(noise);
        var picture = Directory.GetFiles(Path.Combine(SharedData.Conformance, "images"), "*.png")[0];
        byte[][] files = [[], [0], noise, new byte[100_000], Encoding.UTF8.GetBytes("id,name,photo\n1,Ana,ana.jpg\n"), File.ReadAllBytes(picture)];
        foreach (var file in files)
        {
            File.WriteAllBytes(_path, file);
            AssertRefused($"a foreign file of {file.Length} bytes");
        }
    }

    [Fact]
    public void Load_MissingFile_ThrowsFileNotFound()
    {
        Assert.Throws<FileNotFoundException>(() => MultiIndexHashIndex.Load(_folder.PathOf("missing")));
        Assert.Throws<ArgumentNullException>(() => MultiIndexHashIndex.Load(null!));
    }

    /// <summary>Every byte of what may be a header or a footer, and places all over the rest.</summary>
    private IEnumerable<int> Places()
    {
        const int Ends = 300;
        const int Samples = 500;

        // An odd stride, so that all offsets within an entry come up.
        var stride = Math.Max(1, _sound.Length / Samples) | 1;
        return Enumerable.Range(0, _sound.Length / stride).Select(i => i * stride)
            .Concat(Enumerable.Range(0, Math.Min(Ends, _sound.Length)))
            .Concat(Enumerable.Range(Math.Max(0, _sound.Length - Ends), Math.Min(Ends, _sound.Length)))
            .Distinct();
    }

    private void Write(int place, byte value)
    {
        using var file = File.OpenHandle(_path, access: FileAccess.Write);
        RandomAccess.Write(file, [value], place);
    }

    private IndexSnapshotException AssertRefused(string damage)
    {
        try
        {
            using var index = MultiIndexHashIndex.Load(_path);
        }
        catch (IndexSnapshotException e)
        {
            Assert.Contains(Path.GetFileName(_path), e.Message, StringComparison.Ordinal);
            return e;
        }
        catch (Exception e)
        {
            Assert.Fail($"{damage}: {e}");
        }

        Assert.Fail($"{damage}: was loaded.");
        return null!;
    }

    private void AssertSound()
    {
        using var index = MultiIndexHashIndex.Load(_path);
        Assert.Equal(1500, index.Find(default, PhotoHash.BitCount).Length);
    }
}
