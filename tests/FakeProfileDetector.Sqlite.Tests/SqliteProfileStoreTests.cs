using FakeProfileDetector.Profiles;
using FakeProfileDetector.Registry;
using FakeProfileDetector.Testing;
using Microsoft.Data.Sqlite;

namespace FakeProfileDetector.Sqlite.Tests;

public sealed partial class SqliteProfileStoreTests : ProfileStoreConformanceTests, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task OpenAsync_ExistingFile_FindsWhatWasStored()
    {
        var path = _folder.PathOf("profiles.db");
        long key;
        using (var store = new SqliteProfileStore(path))
        {
            key = await store.SaveAsync(Full("anna"));
        }

        using var reopened = new SqliteProfileStore(path);

        var found = await reopened.FindAsync("anna");
        Assert.NotNull(found);
        Assert.Equal(key, found.Key);
        AssertSame(Full("anna"), found.Profile);
        Assert.Equal(key, await reopened.SaveAsync(Full("anna")));
    }

    [Fact]
    public async Task OpenAsync_DatabaseOfAnotherProgram_IsRefused()
    {
        var path = _folder.PathOf("other.db");
        using (var connection = new SqliteConnection($"Data Source={path}"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "CREATE TABLE orders (id INTEGER)";
            command.ExecuteNonQuery();
        }

        SqliteConnection.ClearAllPools();

        var exception = await Assert.ThrowsAsync<InvalidDataException>(() => SqliteProfileStore.OpenAsync(path));

        Assert.Contains("other.db", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Constructor_DeletedProfilesBefore_GivesNoOldKeyAgain()
    {
        var path = _folder.PathOf("profiles.db");
        long key;
        using (var store = new SqliteProfileStore(path))
        {
            key = await store.SaveAsync(Full("anna"));
            await store.EraseAsync("anna");
        }

        // A search that is still under way may hold the old key.
        using var reopened = new SqliteProfileStore(path);
        Assert.NotEqual(key, await reopened.SaveAsync(Full("berta")));
    }

    [Fact]
    public async Task FindPhotoUsesAsync_RegistryOverReopenedStore_FindsEnrolledPhotos()
    {
        var path = _folder.PathOf("profiles.db");
        var photo = Full("any").Photo!;
        using (var store = new SqliteProfileStore(path))
        using (var registry = CreateRegistry(store))
        {
            await registry.EnrollAsync(new Profile("anna") { DisplayName = "Anna", Photo = ProfilePhoto.FromFingerprint(photo) });
            await registry.EnrollAsync(new Profile("no photo"));
        }

        using var reopened = new SqliteProfileStore(path);
        using var later = CreateRegistry(reopened);
        var uses = await later.FindPhotoUsesAsync(photo);
        var use = Assert.Single(uses.Uses);
        Assert.Equal(("anna", "Anna", 0), (use.Holder.Id, use.Holder.DisplayName, use.Distance));
    }

    [Fact]
    public async Task EraseAsync_RegistryOverStore_LeavesNoTraceInTheFiles()
    {
        const string Name = "Bartholomew Quillfeather";
        var path = _folder.PathOf("profiles.db");
        using var store = new SqliteProfileStore(path);
        using var registry = CreateRegistry(store);
        await registry.EnrollAsync(new Profile("anna") { DisplayName = "Anna" });
        await registry.EnrollAsync(new Profile("secret-id") { DisplayName = Name });
        Assert.True(_folder.Holds(Name), "The test looks in the wrong place.");

        Assert.True((await registry.EraseAsync("secret-id")).WasStored);

        // At once, while the store is in use: the write-ahead log counts too.
        Assert.False(_folder.Holds(Name));
        Assert.False(_folder.Holds("secret-id"));
        store.Dispose();
        Assert.False(_folder.Holds(Name));
        Assert.Equal([path], Directory.EnumerateFiles(_folder.Root));
        using var reopened = new SqliteProfileStore(path);
        Assert.NotNull(await reopened.FindAsync("anna"));
    }

    [Fact]
    public async Task SaveAsync_TextWithNulCharacter_RoundTrips()
    {
        var store = await CreateStoreAsync();
        var profile = new RegisteredProfile("a\0b", displayName: "Anna\0Berta");

        await store.SaveAsync(profile);

        AssertSame(profile, (await store.FindAsync("a\0b"))!.Profile);
        Assert.Null(await store.FindAsync("a"));
    }

    [Fact]
    public async Task SaveAsync_OffsetAndTicksOfDate_AreKept()
    {
        var store = await CreateStoreAsync();
        var since = new DateTimeOffset(2024, 5, 6, 7, 8, 9, TimeSpan.FromHours(5.75)).AddTicks(1234567);

        await store.SaveAsync(new RegisteredProfile("anna", photoSince: since));

        Assert.True(since.EqualsExact((await store.FindAsync("anna"))!.Profile.PhotoSince));
    }

    [Fact]
    public async Task OpenAsync_TextFile_ThrowsNamingTheFileAndLeavesItAlone()
    {
        var path = _folder.PathOf("notes.txt");
        var text = string.Concat(Enumerable.Repeat("These are notes and no database. ", 100));
        File.WriteAllText(path, text);

        var exception = await Assert.ThrowsAsync<InvalidDataException>(() => SqliteProfileStore.OpenAsync(path));

        Assert.Contains(path, exception.Message, StringComparison.Ordinal);
        Assert.Equal(text, File.ReadAllText(path));
    }

    [Fact]
    public async Task OpenAsync_DamagedStore_ThrowsNamingTheFile()
    {
        var path = _folder.PathOf("profiles.db");
        using (var store = new SqliteProfileStore(path))
        {
            await store.SaveAsync(Full("anna"));
        }

        var bytes = await File.ReadAllBytesAsync(path);
        bytes.AsSpan(100).Fill(0xA5);
        await File.WriteAllBytesAsync(path, bytes);

        var exception = await Assert.ThrowsAsync<InvalidDataException>(() => SqliteProfileStore.OpenAsync(path));

        Assert.Contains(path, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OpenAsync_StoreOfNewerVersion_IsRefused()
    {
        var path = _folder.PathOf("profiles.db");
        using (var store = new SqliteProfileStore(path))
        {
            await store.SaveAsync(Full("anna"));
        }

        Sql.Execute(path, "PRAGMA user_version = 99");

        var exception = await Assert.ThrowsAsync<InvalidDataException>(() => SqliteProfileStore.OpenAsync(path));

        Assert.Contains(path, exception.Message, StringComparison.Ordinal);
        Assert.Contains("99", exception.Message, StringComparison.Ordinal);
        Assert.Equal(99L, Sql.Execute(path, "PRAGMA user_version"));
    }

    [Theory]
    [InlineData(1, "patches", "last_active_at", "is_private", "other_names", "content", "organization", "photo_shown_since")]
    [InlineData(2, "last_active_at", "is_private", "other_names", "content", "organization", "photo_shown_since")]
    [InlineData(3, "content", "organization", "photo_shown_since")]
    [InlineData(4)]
    public async Task OpenAsync_StoreOfOlderVersion_IsBroughtUpToDate(int version, params string[] lacking)
    {
        var path = _folder.PathOf("profiles.db");
        using (var store = new SqliteProfileStore(path))
        {
            await store.SaveAsync(Full("anna"));
        }

        foreach (var column in lacking)
        {
            Sql.Execute(path, $"ALTER TABLE profiles DROP COLUMN {column}");
        }

        Sql.Execute(path, "UPDATE profiles SET handle = NULL");

        Sql.Execute(path, $"PRAGMA user_version = {version}");

        using var reopened = new SqliteProfileStore(path);
        var full = Full("anna");
        var found = (await reopened.FindAsync("anna"))!.Profile;
        Assert.Equal((full.DisplayName, full.Photo, full.PhotoSince), (found.DisplayName, found.Photo, found.PhotoSince));
        Assert.Equal(version < 3 ? full.History! with { LastActiveAt = null, IsPrivate = null } : full.History, found.History);
        Assert.Equal(version < 3, found.OtherNames.Count == 0);
        Assert.Equal(
            version < 4 ? (null, null, null) : (full.Photo!.Content, full.Organization, full.PhotoShownSince),
            (found.Photo!.Content, found.Organization, found.PhotoShownSince));
        Assert.Null(found.Handle);
        Assert.Equal(lacking.Contains("patches"), found.Photo!.Patches is null);
        await reopened.SaveAsync(Full("berta"));
        AssertSame(Full("berta"), (await reopened.FindAsync("berta"))!.Profile);
        Assert.Equal(5L, Sql.Execute(path, "PRAGMA user_version"));
    }

    [Fact]
    public async Task ReadAllAsync_WhileOthersSaveAndRead_KeepsEveryCallApart()
    {
        using var store = new SqliteProfileStore(_folder.PathOf("profiles.db"));
        string[] ids = [.. Enumerable.Range(0, 40).Select(i => $"m{i}")];
        foreach (var id in ids)
        {
            await store.SaveAsync(new(id));
        }

        var seen = new HashSet<string>();
        await foreach (var stored in store.ReadAllAsync())
        {
            var (key, profile) = (stored.Key, stored.Profile);
            seen.Add(profile.ProfileId);
            Assert.Equal(key, await store.SaveAsync(new(profile.ProfileId, "Anna")));
            Assert.Equal(key, (await store.FindAsync(profile.ProfileId))!.Key);
            Assert.Equal(profile.ProfileId, Assert.Single(await store.FindManyAsync([key, long.MaxValue])).Profile.ProfileId);
        }

        Assert.Equal(ids.ToHashSet(), seen);
    }

    [Fact]
    public async Task Dispose_WhileReading_ClosesTheFileAfterwards()
    {
        var path = _folder.PathOf("profiles.db");
        using var store = new SqliteProfileStore(path);
        await store.SaveAsync(new("a"));
        await store.SaveAsync(new("b"));

        await foreach (var stored in store.ReadAllAsync())
        {
            store.Dispose();
            Assert.NotNull(stored);
        }

        // SQLite removes what it keeps beside the file when the last connection closes.
        store.Dispose();
        Assert.Equal([path], Directory.EnumerateFiles(_folder.Root));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    public void Constructor_BlankPath_Throws(string? path) =>
        Assert.ThrowsAny<ArgumentException>(() => new SqliteProfileStore(path!));

    [Theory]
    [InlineData("my profiles.db")]
    [InlineData("a;b=c.db")]
    [InlineData("profilé 'x'.db")]
    public async Task Constructor_OddFileName_IsTakenLiterally(string name)
    {
        var path = _folder.PathOf(name);

        using var store = new SqliteProfileStore(path);
        await store.SaveAsync(Full("anna"));

        Assert.True(File.Exists(path));
    }

    protected override ValueTask<IProfileStore> CreateStoreAsync() => new(new SqliteProfileStore(_folder.PathOf($"{Guid.NewGuid():n}.db")));

    private static ProfileRegistry CreateRegistry(SqliteProfileStore store) => new(NoFingerprinter.Instance, store);
}
