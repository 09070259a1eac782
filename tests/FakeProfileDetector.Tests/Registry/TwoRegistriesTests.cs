using FakeProfileDetector.Photos;
using FakeProfileDetector.Registry;
using FakeProfileDetector.Tests.Support;
using static FakeProfileDetector.Tests.Support.Invented;

namespace FakeProfileDetector.Tests.Registry;

/// <summary>A registry does not follow what another one changes in its store, but is never misled by it.</summary>
public sealed class TwoRegistriesTests : IDisposable
{
    private readonly ProfileRegistry _one;
    private readonly ProfileRegistry _other;

    public TwoRegistriesTests()
    {
        IProfileStore store = new InMemoryProfileStore();
        (_one, _other) = (NewRegistry(store: store), NewRegistry(store: store));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _one.Dispose();
        _other.Dispose();
    }

    [Fact]
    public async Task EnrollAsync_PhotoThatTheOtherHasStored_IsIndexedHereToo()
    {
        await _one.EnrollAsync(Member("a", "Ana Horvat", Photo(1)), Token);
        await _other.EnrollAsync(Member("a", "Ana Horvat", Photo(2)), Token);
        await _one.EnrollAsync(Member("a", "Ana Horvat", Photo(2)), Token);

        Assert.Equal("a", Assert.Single((await _one.FindPhotoUsesAsync(Photo(2), cancellationToken: Token)).Uses).Holder.Id);
        Assert.Equal(0, (await _one.FindPhotoUsesAsync(Photo(1), cancellationToken: Token)).TotalCount);
    }

    [Fact]
    public async Task FindPhotoUsesAsync_NearerPhotoThatTheOtherReplaced_FindsTheProfileByWhatItHasNow()
    {
        await _one.EnrollAsync(Member("a", "Ana Horvat", Photo(1)), Token);
        await _other.EnrollAsync(Member("a", "Ana Horvat", Photo(1, distance: 5)), Token);

        var before = await _one.FindPhotoUsesAsync(Photo(1), cancellationToken: Token);
        await _one.EnrollAsync(Member("a", "Ana Horvat", Photo(1, distance: 5)), Token);
        var after = await _one.FindPhotoUsesAsync(Photo(1), cancellationToken: Token);

        Assert.Equal((1, 5), (before.TotalCount, Assert.Single(before.Uses).Distance));
        Assert.Equal((1, 5), (after.TotalCount, Assert.Single(after.Uses).Distance));
    }

    [Fact]
    public async Task FindPhotoUsesAsync_SymmetricPictureThatTheOtherReplaced_IsReportedAsItIs()
    {
        var symmetric = Hashes.Symmetric(Photo(1).Hash);
        await _one.EnrollAsync(Member("a", "Ana Horvat", new(Hashes.Neighbor(symmetric, 5, new Random(1)), 100)), Token);
        await _other.EnrollAsync(Member("a", "Ana Horvat", new(symmetric, 100)), Token);

        var use = Assert.Single((await _one.FindPhotoUsesAsync(new(symmetric, 100), cancellationToken: Token)).Uses);

        Assert.Equal((0, DihedralTransform.None), (use.Distance, use.Transform));
    }

    [Fact]
    public async Task FindPhotoUsesAsync_ProfileThatTheOtherErased_IsNeitherFoundNorCounted()
    {
        await _one.EnrollAsync(Member("a", "Ana Horvat", Photo(1)), Token);
        await _one.EnrollAsync(Member("b", "Ana Horvat", Photo(1)), Token);
        await _one.LoadAsync(Token);
        await _other.EraseAsync("a", Token);

        var uses = await _one.FindPhotoUsesAsync(Photo(1), cancellationToken: Token);

        Assert.Equal((1, "b"), (uses.TotalCount, Assert.Single(uses.Uses).Holder.Id));
        Assert.False((await _one.EraseAsync("a", Token)).WasStored);
        await _one.EnrollAsync(Member("a", "Ana Horvat", Photo(1)), Token);
        Assert.Equal(2, (await _one.FindPhotoUsesAsync(Photo(1), cancellationToken: Token)).TotalCount);
    }

    [Fact]
    public async Task EnrollAsync_BothAtOnce_StoreEveryProfileOnce()
    {
        await Parallel.ForAsync(0, 200, Token, async (i, token) =>
            await (i % 2 == 0 ? _one : _other).EnrollAsync(Member($"m{i % 50}", "Ana Horvat", Photo(1)), token));

        foreach (var registry in new[] { _one, _other })
        {
            await registry.EnrollAllAsync(Enumerable.Range(0, 50).Select(i => Member($"m{i}", "Ana Horvat", Photo(1))).ToAsyncEnumerable(), Token);
            Assert.Equal(50, (await registry.FindPhotoUsesAsync(Photo(1), cancellationToken: Token)).TotalCount);
        }
    }
}
