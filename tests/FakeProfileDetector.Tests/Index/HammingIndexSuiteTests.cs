using FakeProfileDetector.Index;
using FakeProfileDetector.Index.MultiIndex;
using FakeProfileDetector.Tests.Support;

namespace FakeProfileDetector.Tests.Index;

public sealed class HammingIndexSuiteTests
{
    [Fact]
    public void EveryIndex_InTheSources_HasTestsThatInheritTheSuite()
    {
        var indexes = Sources.DerivedFrom(nameof(IHammingIndex), "src");
        var suites = Sources.DerivedFrom(nameof(HammingIndexConformanceTests), "tests");

        // A search that finds nothing would prove nothing.
        Assert.Contains(nameof(LinearScanIndex), indexes);
        Assert.Contains(nameof(MultiIndexHashIndex), indexes);
        Assert.Empty(indexes.Select(index => index + "ConformanceTests").Except(suites));
    }
}
