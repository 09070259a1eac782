using FakeProfileDetector.Tests.Support;
using Microsoft.Extensions.Time.Testing;
using static FakeProfileDetector.Tests.Support.Invented;

namespace FakeProfileDetector.Tests.Registry;

/// <summary>Loading is started once, shared, and outlives whoever waits for it; disposal ends all waiting.</summary>
public sealed class ProfileRegistryLoadingTests
{
    private readonly TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task LoadAsync_CallersWithShortDeadlines_LeaveAndTheLoadCompletesOnce()
    {
        var store = await GatedStoreAsync();
        using var registry = NewRegistry(store: store);
        var time = new FakeTimeProvider();
        var deadlines = Enumerable.Range(0, 40).Select(_ => new CancellationTokenSource(TimeSpan.FromSeconds(2), time)).ToArray();
        var checks = deadlines.Select(deadline => registry.FindPhotoUsesAsync(Photo(1), cancellationToken: deadline.Token).AsTask()).ToArray();

        time.Advance(TimeSpan.FromSeconds(3));
        foreach (var check in checks)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => check);
        }

        Assert.False(registry.GetStatus().IsReady);
        var patient = registry.FindPhotoUsesAsync(Photo(1), cancellationToken: Token);
        _gate.SetResult();

        Assert.Equal("a", Assert.Single((await patient).Uses).Holder.Id);
        Assert.Equal(1, store.Loads);
        Array.ForEach(deadlines, deadline => deadline.Dispose());
    }

    [Fact]
    public async Task LoadAsync_ManyAtOnce_ReadsTheStoreOnceAndTellsWhatItHolds()
    {
        var store = await GatedStoreAsync();
        store.UnreadableProfileIds = ["damaged"];
        using var registry = NewRegistry(store: store);
        Assert.False(registry.GetStatus().IsReady);
        var loads = Enumerable.Range(0, 100).Select(_ => Task.Run(async () => await registry.LoadAsync(Token), Token)).ToArray();

        _gate.SetResult();
        await Task.WhenAll(loads);

        var status = registry.GetStatus();
        Assert.Equal(1, store.Loads);
        Assert.True(status.IsReady);
        Assert.Equal((2, 1, 1), (status.Profiles, status.IndexedPhotos, status.UnreadableProfiles));
        Assert.Equal(["damaged"], status.UnreadableProfileIds);
    }

    [Fact]
    public async Task LoadAsync_Failed_FailsForAllWhoWaitAndIsTriedAgainByTheNext()
    {
        var store = await GatedStoreAsync();
        using var registry = NewRegistry(store: store);
        Task[] waiting = [.. Enumerable.Range(0, 5).Select(_ => registry.LoadAsync(Token).AsTask())];
        _gate.SetException(new IOException("The disk went away."));
        foreach (var wait in waiting)
        {
            await Assert.ThrowsAsync<IOException>(() => wait);
        }

        store.AfterRead = static () => default;
        await registry.LoadAsync(Token);

        Assert.Equal((true, 2), (registry.GetStatus().IsReady, store.Loads));
    }

    [Fact]
    public async Task Dispose_WhileCallersWaitForTheLoad_EndsTheirWaiting()
    {
        var registry = NewRegistry(store: await GatedStoreAsync());
        Task[] waiting =
        [
            registry.LoadAsync(Token).AsTask(),
            registry.FindPhotoUsesAsync(Photo(1), cancellationToken: Token).AsTask(),
            registry.EnrollAsync(Member("c", "Ana Horvat", Photo(3)), Token).AsTask(),
            registry.EraseAsync("a", Token).AsTask(),
            registry.EnrollAllAsync(AsyncEnumerable.Empty<FakeProfileDetector.Profiles.Profile>(), Token).AsTask(),
        ];

        registry.Dispose();

        await AllAreDisposedAsync(waiting);
        _gate.SetResult();
        registry.Dispose();
    }

    [Fact]
    public async Task Dispose_WhileCallersWaitForALock_EndsTheirWaiting()
    {
        var store = new HookedStore();
        var registry = NewRegistry(store: store);
        await registry.LoadAsync(Token);
        store.Before = () => new(_gate.Task);
        var inside = registry.EnrollAsync(Member("a", "Ana Horvat", Photo(1)), Token).AsTask();
        Task[] waiting =
        [
            registry.EnrollAsync(Member("a", "Ana Horvat", Photo(2)), Token).AsTask(),
            registry.EraseAsync("a", Token).AsTask(),
            registry.EnrollAllAsync(new[] { Member("a", "Ana Horvat", Photo(2)) }.ToAsyncEnumerable(), Token).AsTask(),
        ];

        registry.Dispose();

        await AllAreDisposedAsync(waiting);
        Assert.False(inside.IsCompleted);
        _gate.SetResult();
        await inside;
    }

    [Fact]
    public async Task DisposeAsync_WhileAProfileIsEnrolled_WaitsForIt()
    {
        var store = new HookedStore();
        var registry = NewRegistry(store: store);
        await registry.LoadAsync(Token);
        store.Before = () => new(_gate.Task);
        var inside = registry.EnrollAsync(Member("a", "Ana Horvat", Photo(1)), Token).AsTask();

        var disposal = registry.DisposeAsync().AsTask();
        Assert.False(disposal.IsCompleted);
        _gate.SetResult();
        await disposal;

        Assert.True(inside.IsCompleted);
        await inside;
        Assert.NotNull(await store.Inner.FindAsync("a", Token));
    }

    [Fact]
    public async Task DisposeAsync_Again_EndsAtOnce()
    {
        var registry = await Enrolled(Member("a", "Ana Horvat", Photo(1)));
        await registry.DisposeAsync();

        // What the first one waited for, it must have left to others.
        await registry.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromMinutes(1), Token);
        registry.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await registry.EnrollAsync(Member("b", "Boris Kovac", Photo(2)), Token));
    }

    [Fact]
    public async Task AnyMember_AfterDispose_Throws()
    {
        var registry = await Enrolled(Member("a", "Ana Horvat", Photo(1)));
        registry.Dispose();

        Assert.Throws<ObjectDisposedException>(() => registry.GetStatus());
        await AllAreDisposedAsync(
        [
            Task.Run(async () => await registry.LoadAsync(Token), Token),
            Task.Run(async () => await registry.FindAsync("a", Token), Token),
            Task.Run(async () => await registry.FindPhotoUsesAsync(Photo(1), cancellationToken: Token), Token),
            Task.Run(async () => await registry.FindPhotoUsesAsync(Photo(1, quality: 0), cancellationToken: Token), Token),
            Task.Run(async () => await registry.EnrollAsync(Member("b", "Ana Horvat", Photo(2)), Token), Token),
            Task.Run(async () => await registry.EnrollAllAsync(AsyncEnumerable.Empty<FakeProfileDetector.Profiles.Profile>(), Token), Token),
            Task.Run(async () => await registry.EraseAsync("a", Token), Token),
        ]);
    }

    private static async Task AllAreDisposedAsync(Task[] tasks)
    {
        foreach (var task in tasks)
        {
            await Assert.ThrowsAsync<ObjectDisposedException>(() => task);
        }
    }

    /// <summary>A store of two profiles, which is read only when the gate is open.</summary>
    private async Task<HookedStore> GatedStoreAsync()
    {
        var store = new HookedStore { AfterRead = () => new(_gate.Task) };
        await store.SaveAsync(new("a") { DisplayName = "Ana Horvat", Photo = Photo(1) }, Token);
        await store.SaveAsync(new("b"), Token);
        return store;
    }
}
