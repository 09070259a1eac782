using FakeProfileDetector.Registry;
using FakeProfileDetector.Testing;

namespace FakeProfileDetector.Tests.Registry;

public sealed class InMemoryProfileStoreTests : ProfileStoreConformanceTests
{
    protected override ValueTask<IProfileStore> CreateStoreAsync() => new(new InMemoryProfileStore());
}
