using FakeProfileDetector.Photos;
using FakeProfileDetector.Profiles;
using FakeProfileDetector.Registry;
using FakeProfileDetector.Reviews;

namespace FakeProfileDetector.Sqlite.Tests;

/// <content>Damaged rows, older files, disposal.</content>
public sealed partial class SqliteProfileStoreTests
{
    [Theory]
    [InlineData("hash = x'00'")]
    [InlineData("quality = 101")]
    [InlineData("quality = NULL")]
    [InlineData("width = 0")]
    [InlineData("photo_since = 'yesterday'")]
    [InlineData("created_at = 'in spring'")]
    [InlineData("bio_length = 5000000000")]
    [InlineData("patches = x'0102'")]
    [InlineData("other_names = NULL, last_active_at = '?'")]
    public async Task AnyMember_DamagedRow_IsSkippedNamedAndCanBeReplacedOrErased(string damage)
    {
        var path = _folder.PathOf("profiles.db");
        using var store = new SqliteProfileStore(path);
        var good = await store.SaveAsync(Full("good"));
        var bad = await store.SaveAsync(Full("bad"));
        Sql.Execute(path, $"UPDATE profiles SET {damage} WHERE profile_id = 'bad'");
        using var registry = CreateRegistry(store);

        await registry.LoadAsync();

        Assert.Equal((1, 1), (registry.GetStatus().Profiles, registry.GetStatus().UnreadableProfiles));
        Assert.Equal(["bad"], registry.GetStatus().UnreadableProfileIds);
        Assert.Equal("good", Assert.Single(await ReadAllAsync(store)).Profile.ProfileId);
        Assert.Equal(good, Assert.Single(await store.FindManyAsync([bad, good])).Key);
        Assert.Null(await store.FindAsync("bad"));
        Assert.Equal("good", Assert.Single((await registry.FindPhotoUsesAsync(Full("any").Photo!)).Uses).Holder.Id);

        // To enroll it again heals it; it may be damaged again, and erased.
        await registry.EnrollAsync(new Profile("bad") { DisplayName = "Berta" });
        Assert.Empty(store.UnreadableProfileIds);
        Assert.Equal(bad, (await store.FindAsync("bad"))?.Key);
        await store.SaveAsync(Full("bad"));
        Sql.Execute(path, $"UPDATE profiles SET {damage} WHERE profile_id = 'bad'");
        Assert.Null(await store.FindAsync("bad"));
        Assert.True((await registry.EraseAsync("bad")).WasStored);
        Assert.Empty(registry.GetStatus().UnreadableProfileIds);
        Assert.Equal(1L, Sql.Execute(path, "SELECT count(*) FROM profiles"));
    }

    [Fact]
    public async Task SaveManyAsync_OneThatCannotBeStored_StoresNone()
    {
        using var store = new SqliteProfileStore(_folder.PathOf("profiles.db"));
        await store.SaveAsync(new RegisteredProfile("anna", displayName: "Anna"));

        await Assert.ThrowsAnyAsync<Exception>(async () => await store.SaveManyAsync([Full("anna"), Full("berta"), null!]));

        Assert.Equal("Anna", Assert.Single(await ReadAllAsync(store)).Profile.DisplayName);
        Assert.Equal(2, (await store.SaveManyAsync([Full("anna"), Full("berta")])).Count);
    }

    [Fact]
    public async Task OpenAsync_FileOfSchema3_HoldsWhatWasStored()
    {
        var path = _folder.PathOf("schema3.db");
        File.Copy(Path.Combine(AppContext.BaseDirectory, "Assets", "schema3.db"), path);

        using var store = await SqliteProfileStore.OpenAsync(path);
        using var decisions = await SqliteReviewDecisionStore.OpenAsync(path);

        var owner = (await store.FindAsync("demo001"))!.Profile;
        Assert.Equal("Adela Ahlberg", owner.DisplayName);
        Assert.Equal((931, 277, 276, 139, true), (owner.History!.Connections, owner.History.Following, owner.History.Posts, owner.History.BioLength, owner.History.HasUrl));
        Assert.Equal(new DateTimeOffset(2021, 1, 10, 0, 0, 0, TimeSpan.Zero), owner.History.CreatedAt);
        Assert.NotNull(owner.Photo?.Patches);
        Assert.NotNull(owner.Photo.HasColor);
        Assert.Equal(12, (await ReadAllAsync(store)).Count);
        var decision = Assert.Single(await decisions.FindAsync(["demo002"]));
        Assert.Equal((ReviewDecisionKind.ConfirmedFake, "same picture"), (decision.Kind, decision.Note));

        using var registry = CreateRegistry(store);
        Assert.Equal("demo002", Assert.Single((await registry.FindPhotoUsesAsync(owner.Photo, "demo001")).Uses).Holder.Id);

        // What nobody had looked for is unknown. Handles were kept then.
        Assert.Equal((null, null, null), (owner.Photo.Content, owner.Organization, owner.PhotoShownSince));
        Assert.Equal("adela.ahlberg", owner.Handle);
        await store.SaveAsync(Full("anna"));
        Assert.Equal(5L, Sql.Execute(path, "PRAGMA user_version"));
        Assert.Equal(1L, Sql.Execute(path, "SELECT has_colour FROM profiles WHERE profile_id = 'anna'"));
    }

    [Fact]
    public async Task OpenAsync_FileOfSchema3_GetsTheColumnsOfANewOne()
    {
        var path = _folder.PathOf("new.db");
        var old = _folder.PathOf("old.db");
        File.Copy(Path.Combine(AppContext.BaseDirectory, "Assets", "schema3.db"), old);
        using var migrated = await SqliteProfileStore.OpenAsync(old);
        using var store = await SqliteProfileStore.OpenAsync(path);
        const string Columns = "SELECT group_concat(name || ' ' || type || ' ' || \"notnull\", ', ') FROM (SELECT * FROM pragma_table_info('profiles') ORDER BY name)";

        Assert.Equal(Sql.Execute(old, Columns), Sql.Execute(path, Columns));
    }

    [Fact]
    public async Task Constructor_AnyFile_IsNotOpenedBeforeTheFirstCall()
    {
        var path = _folder.PathOf("profiles.db");

        using var store = new SqliteProfileStore(path);
        Assert.False(File.Exists(path));
        Assert.Null(await store.FindAsync("anna"));

        Assert.True(File.Exists(path));
    }

    [Theory]
    [InlineData(":memory:")]
    [InlineData(":MEMORY:")]
    [InlineData("file::memory:?cache=shared")]
    [InlineData("file:profiles?mode=memory")]
    public void Constructor_NoFile_IsRefused(string path)
    {
        Assert.Contains("path", Assert.Throws<ArgumentException>(() => new SqliteProfileStore(path)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new SqliteReviewDecisionStore(path));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AnyMember_AfterDispose_Throws(bool wasUsed)
    {
        var path = _folder.PathOf("profiles.db");
        var store = new SqliteProfileStore(path);
        var decisions = new SqliteReviewDecisionStore(path);
        if (wasUsed)
        {
            await store.SaveAsync(Full("anna"));
            await decisions.FindAsync(["anna"]);
        }

        store.Dispose();
        store.Dispose();
        decisions.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await store.SaveAsync(Full("berta")));
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await store.SaveManyAsync([Full("berta")]));
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await store.FindAsync("anna"));
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await store.FindManyAsync([]));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => ReadAllAsync(store));
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await store.EraseAsync("anna"));
        var decision = ReviewDecision.Authentic("anna", DateTimeOffset.UnixEpoch);
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await decisions.RecordAsync(decision));
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await decisions.WithdrawAsync(decision));
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await decisions.FindAsync(["anna"]));
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await decisions.EraseAsync("anna"));
        Assert.Equal(wasUsed, File.Exists(path));
    }

    [Fact]
    public async Task EveryConnection_Settings_SurviveAPowerFailureAndEraseWhatIsDeleted()
    {
        var path = _folder.PathOf("profiles.db");
        using var store = await SqliteProfileStore.OpenAsync(path);
        using var session = new SqliteSession($"Data Source={path};Pooling=false");

        // In WAL mode, synchronous = OFF (0) may damage the file when the power fails; NORMAL (1) and above do not.
        Assert.Equal("wal", session.Command("PRAGMA journal_mode").ExecuteScalar());
        Assert.InRange((long)session.Command("PRAGMA synchronous").ExecuteScalar()!, 1, 3);
        Assert.Equal(1L, session.Command("PRAGMA secure_delete").ExecuteScalar());
    }

    [Fact]
    public async Task Registries_TwoOnOneFile_AgreeOnWhatIsStored()
    {
        var path = _folder.PathOf("profiles.db");
        using var oneStore = new SqliteProfileStore(path);
        using var otherStore = new SqliteProfileStore(path);
        using var one = CreateRegistry(oneStore);
        using var other = CreateRegistry(otherStore);
        await one.LoadAsync();
        await other.LoadAsync();
        var photo = ProfilePhoto.FromFingerprint(Full("any").Photo!);
        var another = new PhotoFingerprint(PhotoHash.Parse(new string('5', 64)), 100);

        await Task.WhenAll(
            Parallel.ForAsync(0, 40, async (i, token) => await one.EnrollAsync(new($"a{i}") { Photo = photo }, token)),
            Parallel.ForAsync(0, 40, async (i, token) => await other.EnrollAsync(new($"b{i}") { Photo = photo }, token)));
        await other.EnrollAsync(new("a0") { Photo = ProfilePhoto.FromFingerprint(another) });
        await other.EraseAsync("a1");

        Assert.Equal(38, (await one.FindPhotoUsesAsync(Full("any").Photo!)).TotalCount);
        await one.EnrollAsync(new("a0") { Photo = ProfilePhoto.FromFingerprint(another) });
        Assert.Equal("a0", Assert.Single((await one.FindPhotoUsesAsync(another)).Uses).Holder.Id);
        using var third = CreateRegistry(oneStore);
        Assert.Equal(78, (await third.FindPhotoUsesAsync(Full("any").Photo!)).TotalCount);
    }
}
