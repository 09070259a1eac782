using FakeProfileDetector.Index;
using FakeProfileDetector.Index.MultiIndex;
using Microsoft.Extensions.DependencyInjection;

namespace FakeProfileDetector.Tests.DependencyInjection.Effects;

public sealed class IndexEffectTests() : OptionsEffectTests<MultiIndexHashOptions>("Index", "BuildThreads = 0")
{
    private protected override IReadOnlyDictionary<string, OptionEffect> Effects => new Dictionary<string, OptionEffect>
    {
        [nameof(MultiIndexHashOptions.BuildThreads)] = new("7", Environment.ProcessorCount, 7, detector => Task.FromResult<object?>(
            Assert.IsType<MultiIndexHashIndex>(detector.Get<IHammingIndex>()).BuildThreads)),
    };

    private protected override IEnumerable<(string Option, string Value)> Refused =>
        [(nameof(MultiIndexHashOptions.BuildThreads), "-1"), (nameof(MultiIndexHashOptions.BuildThreads), "1025")];

    private protected override void Configure(IFakeProfileDetectorBuilder builder, Action<MultiIndexHashOptions> configure) => builder.ConfigureIndex(configure);
}
