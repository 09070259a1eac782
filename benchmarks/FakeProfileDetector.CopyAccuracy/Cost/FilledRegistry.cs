using FakeProfileDetector.Benchmarks.Shared.Measuring;
using FakeProfileDetector.CopyAccuracy.Measuring;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Registry;

namespace FakeProfileDetector.CopyAccuracy.Cost;

/// <summary>A registry filled with made-up photos, and the memory that it and its store took.</summary>
internal sealed class FilledRegistry : IDisposable
{
    private FilledRegistry(CopyRegistry registry, long managed, long resident) =>
        (Registry, ManagedBytes, ResidentBytes) = (registry, managed, resident);

    internal CopyRegistry Registry { get; }

    /// <summary>What the garbage collector counts: profiles, fingerprints and patches, but not the buffers of the indexes.</summary>
    internal long ManagedBytes { get; }

    /// <summary>What the process grew by: everything.</summary>
    internal long ResidentBytes { get; }

    internal static FilledRegistry Fill(IEnumerable<PhotoFingerprint> photos, ProfileRegistryOptions options)
    {
        ProcessMemory.Release();
        var (managed, resident) = (GC.GetTotalMemory(forceFullCollection: true), ProcessMemory.Resident);
        var registry = new CopyRegistry(options, StoreOf(photos));
        registry.Load();
        Quiet.Wait();
        ProcessMemory.Release();
        return new(registry, GC.GetTotalMemory(forceFullCollection: true) - managed, ProcessMemory.Resident - resident);
    }

    public void Dispose() => Registry.Dispose();

    private static IProfileStore StoreOf(IEnumerable<PhotoFingerprint> photos)
    {
        IProfileStore store = new InMemoryProfileStore();
        foreach (var (number, photo) in photos.Index())
        {
            var saving = store.SaveAsync(new($"m{number}") { Photo = photo, PhotoSince = DateTimeOffset.UnixEpoch });
            _ = saving.IsCompleted ? saving.Result : throw new InvalidOperationException("A store in memory completes at once.");
        }

        return store;
    }
}
