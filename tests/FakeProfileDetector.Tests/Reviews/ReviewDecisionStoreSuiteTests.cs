using FakeProfileDetector.Reviews;
using FakeProfileDetector.Testing;
using FakeProfileDetector.Tests.Support;

namespace FakeProfileDetector.Tests.Reviews;

public sealed class ReviewDecisionStoreSuiteTests
{
    [Fact]
    public void EveryStore_InTheSources_HasTestsThatInheritTheSuite()
    {
        var stores = Sources.DerivedFrom(nameof(IReviewDecisionStore), "src");
        var suites = Sources.DerivedFrom(nameof(ReviewDecisionStoreConformanceTests), "tests");

        // A search that finds nothing would prove nothing.
        Assert.Contains(nameof(InMemoryReviewDecisionStore), stores);
        Assert.Contains("SqliteReviewDecisionStore", stores);
        Assert.Empty(stores.Select(store => store + "Tests").Except(suites));
    }
}
