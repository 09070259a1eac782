using FakeProfileDetector.Index;

namespace FakeProfileDetector.Tests.Index;

public sealed class LinearScanIndexConformanceTests : HammingIndexConformanceTests
{
    public static new TheoryData<string> Variants => ["scan"];

    protected override IHammingIndex NewIndex(string variant) => new LinearScanIndex();
}
