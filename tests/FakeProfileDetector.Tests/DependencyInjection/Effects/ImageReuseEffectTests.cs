using System.Globalization;
using FakeProfileDetector.Signals.ImageReuse;
using Microsoft.Extensions.DependencyInjection;
using static FakeProfileDetector.Tests.Support.Invented;

namespace FakeProfileDetector.Tests.DependencyInjection.Effects;

public sealed class ImageReuseEffectTests() : OptionsEffectTests<ImageReuseOptions>("ImageReuse", "MaximumMatches = 20, UniquePhotoBits = -0.5")
{
    private protected override IReadOnlyDictionary<string, OptionEffect> Effects => new Dictionary<string, OptionEffect>
    {
        [nameof(ImageReuseOptions.MaximumMatches)] = new("2", 3, 2, async detector =>
        {
            await detector.EnrollAsync(Member("a", "Ana Horvat", Photo(1)), Member("b", "Ana Horvat", Photo(1)), Member("c", "Ana Horvat", Photo(1)));
            return (await detector.SignalAsync("image-reuse", Member("d", "Ana Horvat", Photo(1)))).Matches.Length;
        }),
        [nameof(ImageReuseOptions.UniquePhotoBits)] = new("-1.5", -0.5, -1.5, async detector =>
            (await detector.SignalAsync("image-reuse", Member("a", "Ana Horvat", Photo(1)))).WeightBits),
    };

    private protected override IEnumerable<(string Option, string Value)> Refused =>
    [
        (nameof(ImageReuseOptions.MaximumMatches), "0"),
        (nameof(ImageReuseOptions.MaximumMatches), "1001"),
        (nameof(ImageReuseOptions.UniquePhotoBits), "0.01"),
        (nameof(ImageReuseOptions.UniquePhotoBits), "-3.01"),
        (nameof(ImageReuseOptions.UniquePhotoBits), double.NaN.ToString(CultureInfo.InvariantCulture)),
    ];

    private protected override void Configure(IFakeProfileDetectorBuilder builder, Action<ImageReuseOptions> configure) => builder.AddImageReuse(configure);
}
