using CsCheck;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Registry;
using FakeProfileDetector.Tests.Support;
using static FakeProfileDetector.Tests.Support.Invented;

namespace FakeProfileDetector.Tests.Registry;

/// <summary>A store may fail before a change, or after it has made the change: nobody can tell which. Repeating the call sets it right.</summary>
public sealed class AmbiguousCommitTests
{
    private const int Profiles = 4;
    private const int Photos = 3;

    private enum Kind
    {
        Enroll,
        EnrollAll,
        Erase,
        ForeignEnroll,
        ForeignErase,
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task EnrollAsync_CommittedAndThenFailed_IsHealedByARetry(bool changesPhoto)
    {
        var store = new HookedStore();
        using var registry = NewRegistry(store: store);
        if (changesPhoto)
        {
            await registry.EnrollAsync(Member("a", "Ana Horvat", Photo(2)), Token);
        }

        FailAtCall(store, 2, isAfter: true);
        await Assert.ThrowsAsync<IOException>(async () => await registry.EnrollAsync(Member("a", "Ana Horvat", Photo(1)), Token));
        FailAtCall(store, int.MaxValue, isAfter: true);
        await registry.EnrollAsync(Member("a", "Ana Horvat", Photo(1)), Token);

        Assert.Equal("a", Assert.Single((await registry.FindPhotoUsesAsync(Photo(1), cancellationToken: Token)).Uses).Holder.Id);
        Assert.Equal(0, (await registry.FindPhotoUsesAsync(Photo(2), cancellationToken: Token)).TotalCount);
        Assert.Equal((1, 1), (registry.GetStatus().Profiles, registry.GetStatus().IndexedPhotos));
    }

    [Fact]
    public async Task EraseAsync_CommittedAndThenFailed_SaysOnRetryThatItWasThere()
    {
        var store = new HookedStore();
        using var registry = NewRegistry(store: store);
        await registry.EnrollAsync(Member("a", "Ana Horvat", Photo(1)), Token);

        FailAtCall(store, 2, isAfter: true);
        await Assert.ThrowsAsync<IOException>(async () => await registry.EraseAsync("a", Token));
        Assert.Equal(0, (await registry.FindPhotoUsesAsync(Photo(1), cancellationToken: Token)).TotalCount);
        FailAtCall(store, int.MaxValue, isAfter: true);

        Assert.True((await registry.EraseAsync("a", Token)).WasStored);
        Assert.False((await registry.EraseAsync("a", Token)).WasStored);
        Assert.Equal((0, 0), (registry.GetStatus().Profiles, registry.GetStatus().IndexedPhotos));
    }

    [Fact]
    public async Task Registry_StoreThatFailsBeforeOrAfterAnyCall_HoldsWhatSucceededAndIsHealedByRetries()
    {
        var step = Gen.Select(Gen.Enum<Kind>(), Gen.Int[0, Profiles - 1], Gen.Int[0, Photos], Gen.Int[1, 4], Gen.Bool);
        await step.Array[1, 25].SampleAsync(RunAsync, iter: 200);
    }

    private static async Task RunAsync((Kind Kind, int Profile, int Photo, int FailingCall, bool FailsAfter)[] history)
    {
        var store = new HookedStore();
        using var registry = NewRegistry(store: store);
        using var other = NewRegistry(store: store.Inner);
        var model = new Dictionary<string, int>();
        var foreign = new HashSet<string>();
        foreach (var (kind, profile, photo, failingCall, failsAfter) in history)
        {
            var id = $"m{profile}";
            if (kind is Kind.ForeignEnroll or Kind.ForeignErase)
            {
                // Another registry's change is not followed; but it must not confuse this one about its own.
                await ChangeAsync(other, kind == Kind.ForeignEnroll ? Kind.Enroll : Kind.Erase, id, photo, model);
                foreign.Add(id);
                continue;
            }

            FailAtCall(store, failingCall, failsAfter);
            for (var attempt = 0; ; attempt++)
            {
                try
                {
                    await ChangeAsync(registry, kind, id, photo, model);
                    break;
                }
                catch (IOException) when (attempt == 0)
                {
                    // What was there before the call may be found or not; nothing else may.
                    foreach (var found in await FoundAsync(registry))
                    {
                        Assert.Equal((await store.Inner.FindAsync(found.Id))?.Profile.Photo, PhotoOf(found.Photo));
                    }

                    FailAtCall(store, int.MaxValue, isAfter: false);
                }
            }

            FailAtCall(store, int.MaxValue, isAfter: false);
            foreign.Remove(id);
            if (kind == Kind.EnrollAll)
            {
                foreign.Clear();
            }

            var expected = model.Where(entry => entry.Value > 0 && !foreign.Contains(entry.Key)).Select(entry => (entry.Key, entry.Value)).Order();
            Assert.Equal(expected, (await FoundAsync(registry)).Where(found => !foreign.Contains(found.Id)).Order());
        }

        if (!history.Any(step => step.Kind is Kind.ForeignEnroll or Kind.ForeignErase))
        {
            var status = registry.GetStatus();
            Assert.Equal((model.Count, model.Values.Count(photo => photo > 0)), (status.Profiles, status.IndexedPhotos));
        }
    }

    private static async Task ChangeAsync(ProfileRegistry registry, Kind kind, string id, int photo, Dictionary<string, int> model)
    {
        if (kind == Kind.Erase)
        {
            await registry.EraseAsync(id);
            model.Remove(id);
            return;
        }

        string[] ids = kind == Kind.Enroll ? [id] : [.. Enumerable.Range(0, Profiles).Select(i => $"m{i}")];
        var members = ids.Select(each => Member(each, "Ana Horvat", PhotoOf(photo))).ToArray();
        if (kind == Kind.Enroll)
        {
            await registry.EnrollAsync(members[0]);
        }
        else
        {
            await registry.EnrollAllAsync(members.ToAsyncEnumerable());
        }

        foreach (var each in ids)
        {
            model[each] = photo;
        }
    }

    /// <summary>Which profiles are found, and with which photo.</summary>
    private static async Task<List<(string Id, int Photo)>> FoundAsync(ProfileRegistry registry)
    {
        var found = new List<(string, int)>();
        for (var photo = 1; photo <= Photos; photo++)
        {
            var uses = await registry.FindPhotoUsesAsync(PhotoOf(photo)!);
            Assert.Equal(uses.Uses.Length, uses.TotalCount);
            found.AddRange(uses.Uses.Where(use => use.Distance == 0).Select(use => (use.Holder.Id, photo)));
        }

        return found;
    }

    /// <summary>Photos 1 and 2 are copies of one picture, five bits apart; 0 is none.</summary>
    private static PhotoFingerprint? PhotoOf(int photo) => photo switch
    {
        0 => null,
        2 => Photo(1, distance: 5),
        _ => Photo(photo),
    };

    private static void FailAtCall(HookedStore store, int call, bool isAfter)
    {
        var calls = 0;
        ValueTask Hook() => ++calls == call ? ValueTask.FromException(new IOException("The connection was lost.")) : default;
        store.Before = isAfter ? static () => default : Hook;
        store.After = isAfter ? Hook : static () => default;
    }
}
