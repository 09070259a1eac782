using FakeProfileDetector.Registry;
using FakeProfileDetector.Testing;
using FakeProfileDetector.Tests.Support;

namespace FakeProfileDetector.Tests.Registry;

public sealed class ProfileStoreSuiteTests
{
    [Fact]
    public void EveryStore_InTheSources_HasTestsThatInheritTheSuite()
    {
        var stores = Sources.DerivedFrom(nameof(IProfileStore), "src");
        var suites = Sources.DerivedFrom(nameof(ProfileStoreConformanceTests), "tests");

        // A search that finds nothing would prove nothing.
        Assert.Contains(nameof(InMemoryProfileStore), stores);
        Assert.Contains("SqliteProfileStore", stores);
        Assert.Empty(stores.Select(store => store + "Tests").Except(suites));
    }
}
