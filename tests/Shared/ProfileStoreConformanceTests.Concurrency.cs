using FakeProfileDetector.Registry;

namespace FakeProfileDetector.Testing;

/// <content>Many callers at once.</content>
public abstract partial class ProfileStoreConformanceTests
{
    [Fact]
    public async Task SaveAsync_ConcurrentWritersOfDifferentProfiles_LoseNone()
    {
        var store = await CreateStoreAsync();

        var keys = await Task.WhenAll(Enumerable.Range(0, 200).Select(i =>
            Task.Run(async () => await store.SaveAsync(Full($"profile {i}")))));

        Assert.Equal(200, keys.Distinct().Count());
        var all = await ReadAllAsync(store);
        Assert.Equal(keys.Order(), all.Select(stored => stored.Key).Order());
    }

    [Fact]
    public async Task SaveAsync_ConcurrentWritersOfOneProfile_AgreeOnItsKey()
    {
        var store = await CreateStoreAsync();

        var keys = await Task.WhenAll(Enumerable.Range(0, 100).Select(i =>
            Task.Run(async () => await store.SaveAsync(new RegisteredProfile("anna", displayName: $"{i}", otherNames: [$"{i}"])))));

        Assert.Single(keys.Distinct());
        var stored = Assert.Single(await ReadAllAsync(store));

        // One of the writes as a whole, never a mixture of two.
        Assert.Equal(stored.Profile.DisplayName, Assert.Single(stored.Profile.OtherNames));
    }

    [Fact]
    public async Task AnyMember_CalledConcurrently_NeverFails()
    {
        var store = await CreateStoreAsync();

        await Parallel.ForEachAsync(Enumerable.Range(0, 200), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (i, token) =>
        {
            var id = $"profile {i % 7}";
            var key = await store.SaveAsync(Full(id), token);
            await store.FindManyAsync([key], token);
            await store.FindAsync(id, token);
            if (i % 3 == 0)
            {
                await store.EraseAsync(id, token);
            }
            else if (i % 10 == 1)
            {
                await ReadAllAsync(store, token);
            }
        });

        Assert.InRange((await ReadAllAsync(store)).Count, 0, 7);
    }
}
