using FakeProfileDetector.Photos;
using FakeProfileDetector.Photos.Fingerprinting;
using FakeProfileDetector.Registry;

namespace FakeProfileDetector.Testing;

/// <summary>What every <see cref="IProfileStore"/> must do. The tests of a store inherit it and are named {Store}Tests.</summary>
public abstract partial class ProfileStoreConformanceTests
{
    private static readonly PhotoHash Hash = PhotoHash.Parse("f8f8f0cce0f4a84d06370a22038f63f0b36e2ed596621e1d33e6339c4e9c9b22");

    private static readonly PhotoPatches Patches = CreatePatches();

    public static TheoryData<string, string> DistinctIds => new()
    {
        { "anna", "Anna" },
        { "anna", "anna " },
        { "ren\u00E9", "rene\u0301" },
        { "straße", "strasse" },
        { "1", "01" },
        { "1", "1.0" },
    };

    [Fact]
    public async Task SaveAsync_NewProfile_IsFoundUnderTheKeyReturned()
    {
        var store = await CreateStoreAsync();

        var key = await store.SaveAsync(Full("anna"));

        var found = await store.FindAsync("anna");
        Assert.NotNull(found);
        Assert.Equal(key, found.Key);
        AssertSame(Full("anna"), found.Profile);
    }

    [Fact]
    public async Task SaveAsync_ManyProfiles_HaveDistinctKeysOfZeroOrMore()
    {
        var store = await CreateStoreAsync();

        var keys = await SaveAllAsync(store, 100);

        Assert.Equal(100, keys.Distinct().Count());
        Assert.All(keys, key => Assert.True(key >= 0));
    }

    [Fact]
    public async Task SaveAsync_KnownProfile_KeepsTheKeyAndReplacesEverything()
    {
        var store = await CreateStoreAsync();
        var key = await store.SaveAsync(Full("anna"));
        var other = await store.SaveAsync(Full("berta"));
        var replacement = new RegisteredProfile("anna", displayName: "Anna the Second");

        var again = await store.SaveAsync(replacement);

        Assert.Equal(key, again);
        var read = await store.FindManyAsync([key, other]);
        Assert.Equal(2, read.Count);
        AssertSame(replacement, Assert.Single(read, stored => stored.Key == key).Profile);
        AssertSame(Full("berta"), Assert.Single(read, stored => stored.Key == other).Profile);
        Assert.Equal(2, (await ReadAllAsync(store)).Count);
    }

    [Fact]
    public async Task SaveAsync_AfterDelete_SharesNoKeyWithAnotherProfile()
    {
        var store = await CreateStoreAsync();
        await SaveAllAsync(store, 5);
        await store.EraseAsync("profile 4");

        var keys = new[] { await store.SaveAsync(Full("new")), await store.SaveAsync(Full("profile 4")) };

        var all = await ReadAllAsync(store);
        Assert.Equal(6, all.Count);
        Assert.Equal(6, all.Select(stored => stored.Key).Distinct().Count());
        Assert.All(keys, key => Assert.Contains(all, stored => stored.Key == key));
    }

    [Theory]
    [MemberData(nameof(DistinctIds))]
    public async Task FindAsync_SimilarIdentifiers_AreDifferentProfiles(string first, string second)
    {
        var store = await CreateStoreAsync();
        var key = await store.SaveAsync(new RegisteredProfile(first, displayName: "first"));

        Assert.Null(await store.FindAsync(second));
        Assert.False((await store.EraseAsync(second)).WasStored);
        Assert.NotEqual(key, await store.SaveAsync(new RegisteredProfile(second, displayName: "second")));
        Assert.Equal("first", (await store.FindAsync(first))?.Profile.DisplayName);
        Assert.Equal("second", (await store.FindAsync(second))?.Profile.DisplayName);
    }

    [Fact]
    public async Task FindAsync_UnknownProfile_IsNull()
    {
        var store = await CreateStoreAsync();
        await store.SaveAsync(Full("anna"));

        Assert.Null(await store.FindAsync("berta"));
    }

    [Fact]
    public async Task ReadAsync_UnknownKeys_AreLeftOut()
    {
        var store = await CreateStoreAsync();
        var keys = await SaveAllAsync(store, 3);

        var read = await store.FindManyAsync([keys[0], keys.Max() + 1, long.MaxValue, keys[2], -1, long.MinValue]);

        Assert.Equal(new[] { keys[0], keys[2] }.Order(), read.Select(stored => stored.Key).Order());
    }

    [Fact]
    public async Task ReadAsync_NoKeys_IsEmpty()
    {
        var store = await CreateStoreAsync();
        await SaveAllAsync(store, 3);

        Assert.Empty(await store.FindManyAsync([]));
    }

    [Fact]
    public async Task ReadAsync_ThousandsOfKeys_FindsThemAll()
    {
        // A registry may be set to return 10,000 uses of one photo, which is more than databases take as parameters.
        var store = await CreateStoreAsync();
        var keys = await SaveAllAsync(store, 10);
        var unknown = Enumerable.Range(1, 10_001).Select(i => keys.Max() + i);

        var read = await store.FindManyAsync([.. unknown, .. keys]);

        Assert.Equal(keys.Order(), read.Select(stored => stored.Key).Order());
    }

    [Fact]
    public async Task ReadAllAsync_EmptyStore_GivesNothing()
    {
        var store = await CreateStoreAsync();

        Assert.Empty(await ReadAllAsync(store));
    }

    [Fact]
    public async Task ReadAllAsync_ManyProfiles_GivesEachOnce()
    {
        var store = await CreateStoreAsync();
        var keys = await SaveAllAsync(store, 100);

        var all = await ReadAllAsync(store);

        Assert.Equal(keys.Order(), all.Select(stored => stored.Key).Order());
        Assert.All(all, stored => AssertSame(Full(stored.Profile.ProfileId), stored.Profile));
    }

    [Fact]
    public async Task ReadAllAsync_WhileWriting_GivesWhatWasStoredBefore()
    {
        var store = await CreateStoreAsync();
        var keys = await SaveAllAsync(store, 20);
        var seen = new List<long>();

        // An index that loads at start must neither block enrollment nor be broken by it.
        await foreach (var stored in store.ReadAllAsync())
        {
            seen.Add(stored.Key);
            await store.SaveAsync(Full($"late {seen.Count % 20}"));
        }

        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.Subset(seen.ToHashSet(), keys.ToHashSet());
    }

    [Fact]
    public async Task EraseAsync_WhileEverythingIsRead_TakesEffectAtOnce()
    {
        var store = await CreateStoreAsync();
        await SaveAllAsync(store, 3);

        await foreach (var stored in store.ReadAllAsync())
        {
            Assert.True((await store.EraseAsync(stored.Profile.ProfileId)).WasStored);
            Assert.Null(await store.FindAsync(stored.Profile.ProfileId));
        }

        Assert.Empty(await ReadAllAsync(store));
    }

    [Fact]
    public async Task EraseAsync_StoredProfile_IsGoneFromEveryRead()
    {
        var store = await CreateStoreAsync();
        var anna = await store.SaveAsync(Full("anna"));
        var berta = await store.SaveAsync(Full("berta"));

        Assert.True((await store.EraseAsync("anna")).WasStored);

        Assert.Null(await store.FindAsync("anna"));
        Assert.Equal(berta, Assert.Single(await store.FindManyAsync([anna, berta])).Key);
        Assert.Equal(berta, Assert.Single(await ReadAllAsync(store)).Key);
    }

    [Fact]
    public async Task EraseAsync_UnknownOrDeletedProfile_SaysSo()
    {
        var store = await CreateStoreAsync();
        await store.SaveAsync(Full("anna"));

        Assert.False((await store.EraseAsync("berta")).WasStored);
        Assert.True((await store.EraseAsync("anna")).WasStored);
        Assert.False((await store.EraseAsync("anna")).WasStored);
    }

    [Fact]
    public async Task SaveManyAsync_NewAndKnownProfiles_StoresAllAndGivesTheirKeys()
    {
        var store = await CreateStoreAsync();
        var known = await store.SaveAsync(new RegisteredProfile("anna"));

        var keys = await store.SaveManyAsync([Full("berta"), Full("anna"), Full("clara")]);

        Assert.Equal(3, keys.Distinct().Count());
        Assert.Equal(known, keys[1]);
        var found = (await store.FindManyAsync([.. keys])).OrderBy(stored => stored.Profile.ProfileId, StringComparer.Ordinal).ToArray();
        Assert.Equal([keys[1], keys[0], keys[2]], found.Select(stored => stored.Key));
        Assert.All(found, stored => AssertSame(Full(stored.Profile.ProfileId), stored.Profile));

        Assert.Empty(await store.SaveManyAsync([]));
        Assert.Equal(3, (await ReadAllAsync(store)).Count);
    }

    [Fact]
    public async Task ReadChangesAsync_StoreThatCannotTell_SaysSo()
    {
        var store = await CreateStoreAsync();

        // A store that can must pass tests of its own: then this one goes.
        Assert.Null(await store.ReadChangesAsync(position: null));
    }

    [Fact]
    public async Task UnreadableProfileIds_AllReadable_IsEmpty()
    {
        var store = await CreateStoreAsync();
        await store.SaveAsync(Full("anna"));
        await ReadAllAsync(store);

        Assert.Empty(store.UnreadableProfileIds);
    }

    [Fact]
    public async Task EraseAsync_NobodyReads_IsCompleteAtOnce()
    {
        var store = await CreateStoreAsync();
        await store.SaveAsync(Full("anna"));

        Assert.True((await store.EraseAsync("anna")) is { WasStored: true, IsComplete: true });
        Assert.True((await store.EraseAsync("anna")) is { WasStored: false, IsComplete: true });
    }

    [Fact]
    public async Task AnyMember_NullArgument_Throws()
    {
        var store = await CreateStoreAsync();

        await Assert.ThrowsAsync<ArgumentNullException>(async () => await store.SaveAsync(null!));
        await Assert.ThrowsAsync<ArgumentNullException>(async () => await store.SaveManyAsync(null!));
        await Assert.ThrowsAsync<ArgumentNullException>(async () => await store.FindAsync(null!));
        await Assert.ThrowsAsync<ArgumentNullException>(async () => await store.FindManyAsync(null!));
        await Assert.ThrowsAsync<ArgumentNullException>(async () => await store.EraseAsync(null!));
    }

    [Fact]
    public async Task AnyMember_CanceledToken_ThrowsAndChangesNothing()
    {
        var store = await CreateStoreAsync();
        var key = await store.SaveAsync(Full("anna"));
        var canceled = new CancellationToken(canceled: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await store.SaveAsync(Full("berta"), canceled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await store.SaveManyAsync([Full("berta")], canceled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await store.FindAsync("anna", canceled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await store.FindManyAsync([key], canceled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await store.EraseAsync("anna", canceled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ReadAllAsync(store, canceled));

        Assert.Equal("anna", Assert.Single(await ReadAllAsync(store)).Profile.ProfileId);
    }

    [Fact]
    public async Task ReadAllAsync_CanceledOnTheWay_StopsThere()
    {
        var store = await CreateStoreAsync();
        await SaveAllAsync(store, 10);
        using var source = new CancellationTokenSource();
        var count = 0;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in store.ReadAllAsync(source.Token))
            {
                count++;
                await source.CancelAsync();
            }
        });

        Assert.Equal(1, count);
    }

    /// <summary>A profile in which every field is known and no two fields have the same value.</summary>
    protected static RegisteredProfile Full(string id) => new(
        id,
        displayName: "Zoë Ångström",
        otherNames: ["Zoë Kovač", "Ζωή"],
        history: new()
        {
            CreatedAt = Day(1),
            ObservedAt = Day(2),
            Connections = 5_000_000_000,
            Following = 12,
            Posts = 13,
            BioLength = 14,
            HasUrl = true,
            HasPhoto = false,
            SectionsFilled = 15,
            SectionsOffered = 16,
            IsVerified = true,
            IsPrivate = true,
            LastActiveAt = Day(9),
        },
        photo: new(Hash, quality: 87, secondHash: 0xFEDC_BA98_7654_3210, width: 640, height: 480, hasColor: true)
        {
            Patches = Patches,
            Content = new(640, 480, [new(200, 90, 180, 200)]),
        },
        photoSince: Day(3))
    {
        Handle = "zoe.angstrom84",
        Organization = "Contoso",
        PhotoShownSince = Day(4),
    };

    /// <summary>A new and empty store; whoever inherits removes it after the test.</summary>
    protected abstract ValueTask<IProfileStore> CreateStoreAsync();

    protected static async Task<List<StoredProfile>> ReadAllAsync(IProfileStore store, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        var all = new List<StoredProfile>();
        await foreach (var stored in store.ReadAllAsync(cancellationToken))
        {
            all.Add(stored);
        }

        return all;
    }

    protected static void AssertSame(RegisteredProfile expected, RegisteredProfile actual)
    {
        // A history in which nothing is known says as much as no history; stores need not tell them apart.
        Assert.Equal(expected.History ?? new(), actual.History ?? new());
        Assert.Equal(expected.ProfileId, actual.ProfileId);
        Assert.Equal(expected.DisplayName, actual.DisplayName);
        Assert.Equal(expected.OtherNames, actual.OtherNames);
        Assert.Equal(expected.PhotoSince, actual.PhotoSince);
        Assert.Equal(expected.Photo, actual.Photo);
        Assert.Equal((expected.Handle, expected.Organization, expected.PhotoShownSince), (actual.Handle, actual.Organization, actual.PhotoShownSince));

        // Fingerprints are equal without regard to patches and content.
        Assert.Equal(expected.Photo?.Content, actual.Photo?.Content);
        Assert.Equal(expected.Photo?.Patches?.ToBytes(), actual.Photo?.Patches?.ToBytes());
    }

    private static PhotoPatches CreatePatches()
    {
        using var image = new LumaImage(200, 200);
        for (var i = 0; i < image.Pixels.Length; i++)
        {
            var (x, y) = (i % 200, i / 200);
            image.Pixels[i] = (byte)(128 + (60 * Math.Sin(x / 9.0) * Math.Sin(y / 7.0)) + (40 * Math.Sin((x + (2 * y)) / 23.0)));
        }

        return PhotoFingerprinter.Fingerprint(image).Patches!;
    }

    private static DateTimeOffset Day(int day) => new(2024, 5, day, 10, 20, 30, TimeSpan.FromHours(-3.5));

    private static async Task AssertRoundTripsAsync(IProfileStore store, RegisteredProfile profile)
    {
        var key = await store.SaveAsync(profile);

        AssertSame(profile, (await store.FindAsync(profile.ProfileId))!.Profile);
        AssertSame(profile, Assert.Single(await store.FindManyAsync([key])).Profile);
        AssertSame(profile, Assert.Single(await ReadAllAsync(store)).Profile);
    }

    private static async Task<List<long>> SaveAllAsync(IProfileStore store, int count)
    {
        var keys = new List<long>();
        for (var i = 0; i < count; i++)
        {
            keys.Add(await store.SaveAsync(Full($"profile {i}")));
        }

        return keys;
    }
}
