using FakeProfileDetector.Reviews;
using FakeProfileDetector.Testing;

namespace FakeProfileDetector.Tests.Reviews;

public sealed class InMemoryReviewDecisionStoreTests : ReviewDecisionStoreConformanceTests
{
    protected override ValueTask<IReviewDecisionStore> CreateStoreAsync() => new(new InMemoryReviewDecisionStore());
}
