using FakeProfileDetector.Profiles;
using FakeProfileDetector.Signals.NameMismatch;
using Microsoft.Extensions.DependencyInjection;

namespace FakeProfileDetector.Tests.DependencyInjection.Effects;

public sealed class NameMismatchEffectTests() : OptionsEffectTests<NameMismatchOptions>(
    "NameMismatch", "HandleAgreementBits = -0.1, LookAlikeLettersBits = 0.7, OtherNameInFieldBits = 0.5, OtherNameInHandleBits = 0.3")
{
    private protected override IReadOnlyDictionary<string, OptionEffect> Effects => new Dictionary<string, OptionEffect>
    {
        [nameof(NameMismatchOptions.HandleAgreementBits)] = Weighs(-0.1, -0.2, new("a") { DisplayName = "Ana Horvat", Handle = "ana.horvat" }),
        [nameof(NameMismatchOptions.LookAlikeLettersBits)] = Weighs(0.7, 1.7, new("a") { DisplayName = "\u0410na Horvat" }),
        [nameof(NameMismatchOptions.OtherNameInFieldBits)] = Weighs(0.5, 1.5, new("a") { DisplayName = "Ana Horvat", NamesInOtherFields = ["Boris Kovac"] }),
        [nameof(NameMismatchOptions.OtherNameInHandleBits)] = Weighs(0.3, 0.9, new("a") { DisplayName = "Anna Smith", Handle = "robert.miller" }),
    };

    private protected override IEnumerable<(string Option, string Value)> Refused =>
    [
        (nameof(NameMismatchOptions.HandleAgreementBits), "0.01"),
        (nameof(NameMismatchOptions.LookAlikeLettersBits), "2.01"),
        (nameof(NameMismatchOptions.OtherNameInFieldBits), "1.51"),
        (nameof(NameMismatchOptions.OtherNameInHandleBits), "1.01"),
    ];

    private protected override void Configure(IFakeProfileDetectorBuilder builder, Action<NameMismatchOptions> configure) => builder.AddNameMismatch(configure);

    private static OptionEffect Weighs(double bits, double expected, Profile profile) => new(
        FormattableString.Invariant($"{expected}"), bits, expected, async detector => (await detector.SignalAsync("name-mismatch", profile)).WeightBits);
}
