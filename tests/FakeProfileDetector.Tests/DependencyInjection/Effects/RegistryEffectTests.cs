using FakeProfileDetector.Photos;
using FakeProfileDetector.Registry;
using FakeProfileDetector.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using static FakeProfileDetector.Tests.Support.Invented;

namespace FakeProfileDetector.Tests.DependencyInjection.Effects;

public sealed class RegistryEffectTests() : OptionsEffectTests<ProfileRegistryOptions>(
    "Registry",
    "AlteredCopies = Always, ConfirmedMatchRadius = 40, ConfirmingSecondHashDistance = 4, KeepThumbnails = True, "
    + "MatchRadius = 31, MaximumSecondHashDistance = 20, MaximumUses = 100, MinimumQuality = 50")
{
    private const ulong SecondHash = 0x0123_4567_89AB_CDEF;

    private protected override IReadOnlyDictionary<string, OptionEffect> Effects => new Dictionary<string, OptionEffect>
    {
        [nameof(ProfileRegistryOptions.AlteredCopies)] = new("Off", 1, 0, async detector =>
        {
            await detector.EnrollAsync(Member("a", "Ana Horvat", Scene.Draw(1).Fingerprint()));
            return await detector.UsesAsync(Scene.Draw(1).Crop(0.15, 0.1, 0.75).Fingerprint());
        }),
        [nameof(ProfileRegistryOptions.ConfirmedMatchRadius)] = FindsWhole("31", Photo(1, distance: 36, secondHash: SecondHash)),
        [nameof(ProfileRegistryOptions.ConfirmingSecondHashDistance)] = FindsWhole("1", Photo(1, distance: 36, secondHash: SecondHash ^ 0b11)),
        [nameof(ProfileRegistryOptions.KeepThumbnails)] = new("false", true, false, async detector =>
        {
            await detector.EnrollAsync(Member("a", "Ana Horvat", Scene.Draw(1).Fingerprint()));
            return (await detector.Get<IProfileRegistry>().FindAsync("a", TestContext.Current.CancellationToken))!.Photo!.Patches!.HasThumbnail;
        }),
        [nameof(ProfileRegistryOptions.MatchRadius)] = FindsWhole("4", Photo(1, distance: 5, secondHash: SecondHash ^ 0x3FF)),
        [nameof(ProfileRegistryOptions.MaximumSecondHashDistance)] = FindsWhole("5", Photo(1, distance: 5, secondHash: SecondHash ^ 0x3FF)),
        [nameof(ProfileRegistryOptions.MaximumUses)] = new("2", 3, 2, async detector =>
        {
            await detector.EnrollAsync(Member("a", "Ana Horvat", Photo(1)), Member("b", "Ana Horvat", Photo(1)), Member("c", "Ana Horvat", Photo(1)));
            return await detector.UsesAsync(Photo(1));
        }),
        [nameof(ProfileRegistryOptions.MinimumQuality)] = FindsWhole("90", Photo(1, quality: 80, secondHash: SecondHash)),
    };

    private protected override IEnumerable<(string Option, string Value)> Refused =>
    [
        (nameof(ProfileRegistryOptions.AlteredCopies), "17"),
        (nameof(ProfileRegistryOptions.ConfirmedMatchRadius), "65"),
        (nameof(ProfileRegistryOptions.ConfirmedMatchRadius), "30"),
        (nameof(ProfileRegistryOptions.ConfirmingSecondHashDistance), "65"),
        (nameof(ProfileRegistryOptions.MatchRadius), "-1"),
        (nameof(ProfileRegistryOptions.MaximumSecondHashDistance), "65"),
        (nameof(ProfileRegistryOptions.MaximumUses), "0"),
        (nameof(ProfileRegistryOptions.MaximumUses), "10001"),
        (nameof(ProfileRegistryOptions.MinimumQuality), "101"),
    ];

    private protected override void Configure(IFakeProfileDetectorBuilder builder, Action<ProfileRegistryOptions> configure) =>
        builder.ConfigureRegistry(configure);

    /// <summary>Found by default, and not with the value.</summary>
    private static OptionEffect FindsWhole(string value, PhotoFingerprint searched) => new(value, 1, 0, async detector =>
    {
        await detector.EnrollAsync(Member("a", "Ana Horvat", Photo(1, secondHash: SecondHash)));
        return await detector.UsesAsync(searched);
    });
}
