using FakeProfileDetector.Profiles;
using FakeProfileDetector.Registry;
using FakeProfileDetector.Reviews;
using Microsoft.Extensions.DependencyInjection;

namespace FakeProfileDetector.Sqlite.Tests;

public sealed class SqliteBuilderExtensionsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task UseSqlite_ResolvedStore_KeepsProfilesInTheFile()
    {
        var path = _folder.PathOf("profiles.db");
        var services = new ServiceCollection();
        var builder = services.AddFakeProfileDetector();

        Assert.Same(builder, builder.UseSqlite(path));

        await using var provider = services.BuildServiceProvider();
        Assert.False(File.Exists(path), "Registering opens nothing yet.");
        Assert.IsType<SqliteProfileStore>(Assert.Single(provider.GetServices<IProfileStore>()));
        Assert.Same(provider.GetRequiredService<IProfileStore>(), provider.GetRequiredService<IProfileStore>());
        await provider.GetRequiredService<IProfileRegistry>().EnrollAsync(new("anna"));
        Assert.NotNull(await new SqliteProfileStore(path).FindAsync("anna"));
    }

    [Fact]
    public async Task UseSqlite_Decisions_AreKeptInTheFileRespectedAndErased()
    {
        var path = _folder.PathOf("profiles.db");
        var services = new ServiceCollection();
        services.AddFakeProfileDetector().UseSqlite(path);
        await using var provider = services.BuildServiceProvider();
        var decisions = Assert.IsType<SqliteReviewDecisionStore>(Assert.Single(provider.GetServices<IReviewDecisionStore>()));
        await decisions.RecordAsync(ReviewDecision.ConfirmedFake("anna", DateTimeOffset.UnixEpoch));

        var report = await provider.GetRequiredService<IProfileAuthenticityChecker>().CheckAsync(new Profile("anna"));
        Assert.Equal(AuthenticityVerdict.LikelyFake, report.Verdict);
        await provider.GetRequiredService<IProfileRegistry>().EraseAsync("anna");
        using var reopened = new SqliteReviewDecisionStore(path);
        Assert.Empty(await reopened.FindAsync(["anna"]));
    }

    [Fact]
    public async Task UseSqlite_CalledTwice_TakesTheLastPath()
    {
        var services = new ServiceCollection();
        services.AddFakeProfileDetector().UseSqlite(_folder.PathOf("first.db")).UseSqlite(_folder.PathOf("last.db"));

        await using var provider = services.BuildServiceProvider();
        await Assert.Single(provider.GetServices<IProfileStore>()).SaveAsync(new("anna"));

        Assert.False(File.Exists(_folder.PathOf("first.db")));
        Assert.True(File.Exists(_folder.PathOf("last.db")));
    }

    [Fact]
    public void UseSqlite_NullBuilder_Throws() =>
        Assert.Throws<ArgumentNullException>(() => SqliteBuilderExtensions.UseSqlite(null!, "profiles.db"));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    public void UseSqlite_BlankPath_ThrowsWhenRegistering(string? path) =>
        Assert.ThrowsAny<ArgumentException>(() => new ServiceCollection().AddFakeProfileDetector().UseSqlite(path!));
}
