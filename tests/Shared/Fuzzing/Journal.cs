using System.IO.MemoryMappedFiles;

namespace FakeProfileDetector.Testing.Fuzzing;

/// <summary>The number of the mutant that each thread is at, in a mapped file: it survives a crash in native code.</summary>
internal sealed class Journal : IDisposable
{
    private readonly string _path;
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;

    internal Journal(string folder, int threads)
    {
        _path = PathIn(folder);
        var bytes = threads * sizeof(long);
        _file = MemoryMappedFile.CreateFromFile(_path, FileMode.Create, mapName: null, bytes);
        _view = _file.CreateViewAccessor(0, bytes);
    }

    /// <summary>The mutants at which a run ended that did not come to its end.</summary>
    internal static IReadOnlyList<long> Unfinished(string folder)
    {
        var path = PathIn(folder);
        if (!File.Exists(path))
        {
            return [];
        }

        var bytes = File.ReadAllBytes(path);
        return [.. Enumerable.Range(0, bytes.Length / sizeof(long)).Select(i => BitConverter.ToInt64(bytes, i * sizeof(long)))];
    }

    internal void Begin(int thread, long mutant) => _view.Write(thread * sizeof(long), mutant);

    /// <summary>Ends the run in good order.</summary>
    public void Dispose()
    {
        _view.Dispose();
        _file.Dispose();
        File.Delete(_path);
    }

    private static string PathIn(string folder) => Path.Combine(folder, "running");
}
