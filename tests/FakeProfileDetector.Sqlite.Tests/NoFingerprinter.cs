using FakeProfileDetector.Photos;

namespace FakeProfileDetector.Sqlite.Tests;

/// <summary>For tests whose photos come as fingerprints.</summary>
internal sealed class NoFingerprinter : IPhotoFingerprinter
{
    internal static NoFingerprinter Instance { get; } = new();

    public PhotoFingerprintResult Fingerprint(ReadOnlySpan<byte> encoded, CancellationToken cancellationToken = default) =>
        throw new InvalidOperationException("Photos come as fingerprints in these tests.");
}
