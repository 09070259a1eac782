using FakeProfileDetector.Photos;
using FakeProfileDetector.Photos.Fingerprinting;
using Microsoft.Extensions.DependencyInjection;

namespace FakeProfileDetector.Tests.DependencyInjection.Effects;

public sealed class FingerprintsEffectTests() : OptionsEffectTests<PhotoFingerprinterOptions>("Fingerprints", "LocateFaces = True, MaximumPatches = 32")
{
    private protected override IReadOnlyDictionary<string, OptionEffect> Effects => new Dictionary<string, OptionEffect>
    {
        [nameof(PhotoFingerprinterOptions.LocateFaces)] = new("false", true, false, detector => Task.FromResult<object?>(
            detector.Get<IPhotoFingerprinter>().Fingerprint(new byte[] { 1 }, TestContext.Current.CancellationToken).Fingerprint!.Content is not null)),
        [nameof(PhotoFingerprinterOptions.MaximumPatches)] = new("16", 32, 16, detector => Task.FromResult<object?>(
            detector.Get<IPhotoFingerprinter>().Fingerprint(new byte[] { 1 }, TestContext.Current.CancellationToken).Fingerprint!.Patches!.Count)),
    };

    private protected override IEnumerable<(string Option, string Value)> Refused =>
    [
        (nameof(PhotoFingerprinterOptions.MaximumPatches), "-1"),
        (nameof(PhotoFingerprinterOptions.MaximumPatches), "15"),
        (nameof(PhotoFingerprinterOptions.MaximumPatches), "65"),
    ];

    private protected override void Configure(IFakeProfileDetectorBuilder builder, Action<PhotoFingerprinterOptions> configure) =>
        builder.ConfigureFingerprints(configure);
}
