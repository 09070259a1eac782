using System.Runtime.InteropServices;
using FakeProfileDetector.IndexScale.Hashes;
using FakeProfileDetector.Photos;

namespace FakeProfileDetector.IndexScale;

/// <summary>The hashes and queries as plain files, so that another program can be measured on them.</summary>
internal static class Export
{
    /// <summary>Writes 32 bytes a hash, in the order of memory; every other query, from the first, has a planted neighbor.</summary>
    internal static void Write(ScaleOptions options, string hashFile, string queryFile)
    {
        var source = HashSource.Create(options);
        Write(hashFile, source.Entries(0, options.Entries).Select(entry => entry.Hash));
        Write(queryFile, new QueryMaker(source, options.Seed).Mixed(options.Queries, options.Radius, options.Entries).Select(query => query.Hash));
    }

    private static void Write(string path, IEnumerable<PhotoHash> hashes)
    {
        using var file = File.Create(path, bufferSize: 1 << 20);
        foreach (var hash in hashes)
        {
            file.Write(MemoryMarshal.AsBytes(new ReadOnlySpan<PhotoHash>(in hash)));
        }
    }
}
