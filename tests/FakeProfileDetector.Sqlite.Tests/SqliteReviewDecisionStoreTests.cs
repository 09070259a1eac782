using FakeProfileDetector.Profiles;
using FakeProfileDetector.Registry;
using FakeProfileDetector.Reviews;
using FakeProfileDetector.Testing;
using Microsoft.Data.Sqlite;

namespace FakeProfileDetector.Sqlite.Tests;

public sealed class SqliteReviewDecisionStoreTests : ReviewDecisionStoreConformanceTests, IDisposable
{
    private static readonly DateTimeOffset Then = new(2026, 5, 6, 7, 8, 9, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    [Fact]
    public async Task Constructor_FileOfEarlierRun_FindsItsDecisions()
    {
        var path = _folder.PathOf("profiles.db");
        using (var store = new SqliteReviewDecisionStore(path))
        {
            await store.RecordAsync(ReviewDecision.ConfirmedFake("anna", Then));
        }

        using var reopened = new SqliteReviewDecisionStore(path);
        Assert.Equal(ReviewDecision.ConfirmedFake("anna", Then), Assert.Single(await reopened.FindAsync(["anna"])));
    }

    [Fact]
    public async Task Constructor_ProfileStoreFromBeforeDecisions_IsBroughtUpToDate()
    {
        var path = _folder.PathOf("profiles.db");
        using (var profiles = new SqliteProfileStore(path))
        {
            await profiles.SaveAsync(new("anna"));
        }

        Sql.Execute(path, "DROP TABLE decisions; PRAGMA user_version = 2");

        using var store = new SqliteReviewDecisionStore(path);
        await store.RecordAsync(ReviewDecision.Authentic("anna", Then));
        using var reopened = new SqliteProfileStore(path);
        Assert.NotNull(await reopened.FindAsync("anna"));
        Assert.Single(await store.FindAsync(["anna"]));
    }

    [Fact]
    public async Task EraseAsync_RegistryOverTheFile_LeavesNoTraceOfTheDecision()
    {
        var path = _folder.PathOf("profiles.db");
        using var profiles = new SqliteProfileStore(path);
        using var store = new SqliteReviewDecisionStore(path);
        using var registry = new ProfileRegistry(NoFingerprinter.Instance, profiles, decisions: store);
        await registry.EnrollAsync(new Profile("secret-id"));
        await store.RecordAsync(ReviewDecision.ConfirmedFake("secret-id", Then) with { Reviewer = "moderator-0815", Note = "Quillfeather" });
        Assert.True(_folder.Holds("Quillfeather"), "The test looks in the wrong place.");

        Assert.True((await registry.EraseAsync("secret-id")).WasStored);

        Assert.All(["secret-id", "moderator-0815", "Quillfeather"], text => Assert.False(_folder.Holds(text), text));
    }

    [Fact]
    public async Task RecordAsync_InPlaceOfAnother_LeavesNoTraceOfItsNote()
    {
        using var store = new SqliteReviewDecisionStore(_folder.PathOf("profiles.db"));
        await store.RecordAsync(ReviewDecision.ConfirmedFake("anna", Then) with { Note = "Quillfeather" });

        await store.RecordAsync(ReviewDecision.Authentic("anna", Then));

        Assert.False(_folder.Holds("Quillfeather"));
    }

    [Fact]
    public async Task RecordAsync_BesideAWriterOfProfiles_LosesNothing()
    {
        var path = _folder.PathOf("profiles.db");
        using var profiles = new SqliteProfileStore(path);
        using var store = new SqliteReviewDecisionStore(path);

        await Task.WhenAll(
            Task.Run(async () =>
            {
                for (var i = 0; i < 300; i++)
                {
                    await profiles.SaveAsync(new($"m{i}"));
                }
            }),
            Task.Run(async () =>
            {
                for (var i = 0; i < 30; i++)
                {
                    await store.RecordAsync(ReviewDecision.Authentic($"m{i}", Then));
                }
            }));

        Assert.Equal(30, (await store.FindAsync([.. Enumerable.Range(0, 300).Select(i => $"m{i}")])).Count);
    }

    [Fact]
    public async Task Dispose_InUse_ClosesTheFile()
    {
        var path = _folder.PathOf("profiles.db");
        using var store = new SqliteReviewDecisionStore(path);
        await store.RecordAsync(ReviewDecision.Authentic("anna", Then));

        store.Dispose();

        Assert.Equal([path], Directory.EnumerateFiles(_folder.Root));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Constructor_BlankPath_Throws(string? path) => Assert.ThrowsAny<ArgumentException>(() => new SqliteReviewDecisionStore(path!));

    [Fact]
    public async Task OpenAsync_FileThatIsNoStore_NamesIt()
    {
        var path = _folder.PathOf("notes.txt");
        await File.WriteAllTextAsync(path, string.Concat(Enumerable.Repeat("These are notes and no database. ", 100)));

        var exception = await Assert.ThrowsAsync<InvalidDataException>(() => SqliteReviewDecisionStore.OpenAsync(path));

        Assert.Contains(path, exception.Message, StringComparison.Ordinal);
    }

    protected override ValueTask<IReviewDecisionStore> CreateStoreAsync() =>
        new(new SqliteReviewDecisionStore(_folder.PathOf($"{Guid.NewGuid():n}.db")));
}
