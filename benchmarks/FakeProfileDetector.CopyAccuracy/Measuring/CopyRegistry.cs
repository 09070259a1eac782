using FakeProfileDetector.Photos;
using FakeProfileDetector.Photos.Fingerprinting;
using FakeProfileDetector.Profiles;
using FakeProfileDetector.Registry;
using FakeProfileDetector.SkiaSharp;

namespace FakeProfileDetector.CopyAccuracy.Measuring;

/// <summary>A registry in memory that looks for altered copies of every photo, as a network's would.</summary>
internal sealed class CopyRegistry(ProfileRegistryOptions options, IProfileStore? store = null) : IDisposable
{
    private const int MaximumUses = 10_000;

    private readonly ProfileRegistry _registry = new(Fingerprinter, store, options: options);

    internal static PhotoFingerprinter Fingerprinter { get; } = new(new SkiaPhotoDecoder());

    /// <summary>Options under which no use is left out.</summary>
    internal static ProfileRegistryOptions Thorough(bool keepThumbnails = true) =>
        new() { AlteredCopies = AlteredCopySearch.Always, MaximumUses = MaximumUses, KeepThumbnails = keepThumbnails };

    internal static PhotoFingerprint Fingerprint(byte[] encoded) =>
        Fingerprinter.Fingerprint(encoded) is { IsUsable: true } result
            ? result.Fingerprint
            : throw new InvalidDataException("A photo of the data could not be used.");

    /// <summary>Reads what its store holds.</summary>
    internal void Load() => _registry.LoadAsync().AsTask().GetAwaiter().GetResult();

    internal void Enroll(string id, PhotoFingerprint photo) =>
        _registry.EnrollAsync(new Profile(id) { Photo = ProfilePhoto.FromFingerprint(photo) }).AsTask().GetAwaiter().GetResult();

    /// <summary>All uses; in memory this completes at once.</summary>
    internal PhotoUseResult Find(PhotoFingerprint photo, string? exceptId = null)
    {
        var finding = _registry.FindPhotoUsesAsync(photo, exceptId);
        return finding.IsCompleted ? finding.Result : finding.AsTask().GetAwaiter().GetResult();
    }

    public void Dispose() => _registry.Dispose();
}
