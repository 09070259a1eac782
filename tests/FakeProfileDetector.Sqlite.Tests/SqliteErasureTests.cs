using FakeProfileDetector.Photos;
using FakeProfileDetector.Profiles;
using FakeProfileDetector.Registry;
using FakeProfileDetector.Reviews;
using Microsoft.Extensions.Time.Testing;

namespace FakeProfileDetector.Sqlite.Tests;

/// <summary>A receipt that says an erasure is complete is true, byte for byte; one that cannot say so does not.</summary>
public sealed class SqliteErasureTests : IDisposable
{
    private const string Id = "secret-id";
    private const string Name = "Bartholomew Quillfeather";
    private const string Handle = "bart.quillfeather84";
    private static readonly PhotoHash Hash = PhotoHash.Parse("f8f8f0cce0f4a84d06370a22038f63f0b36e2ed596621e1d33e6339c4e9c9b22");

    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new();

    private string Path => _folder.PathOf("profiles.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task EraseAsync_ReaderStaysOpen_SaysWhatIsPendingAndCompletesLater()
    {
        using var store = new SqliteProfileStore(Path, _time);
        await SaveAsync(store);
        ErasureReceipt pending;
        await using (var connection = Sql.Connect(Path))
        {
            await using var reader = Sql.StartReading(connection);
            pending = await RunAsync(store.EraseAsync(Id));
            Assert.True(HoldsAnything(), "The test looks in the wrong place.");
        }

        Assert.True(pending is { WasStored: true, IsComplete: false });
        Assert.True(pending.Pending.HasFlag(ProfileCopies.WriteAheadLog));
        Assert.Null(await store.FindAsync(Id));

        var complete = await RunAsync(store.EraseAsync(Id));
        Assert.True(complete is { WasStored: false, IsComplete: true });
        Assert.Equal(_time.GetUtcNow(), complete.At);
        Assert.False(HoldsAnything());
    }

    [Fact]
    public async Task EraseAsync_ReaderLeavesMeanwhile_WaitsAndIsComplete()
    {
        using var store = new SqliteProfileStore(Path, _time);
        await SaveAsync(store);
        await using var connection = Sql.Connect(Path);
        var reader = Sql.StartReading(connection);
        var erasure = store.EraseAsync(Id).AsTask();
        Assert.False(erasure.IsCompleted);

        await reader.DisposeAsync();

        Assert.True((await RunAsync(new(erasure))) is { WasStored: true, IsComplete: true });
        Assert.False(HoldsAnything());
    }

    [Fact]
    public async Task EraseAsync_CanceledWhileItWaits_TellsWhatIsPending()
    {
        using var store = new SqliteProfileStore(Path, _time);
        await SaveAsync(store);
        await using var connection = Sql.Connect(Path);
        await using var reader = Sql.StartReading(connection);
        using var source = new CancellationTokenSource();
        var erasure = store.EraseAsync(Id, source.Token);

        await source.CancelAsync();

        Assert.True(await erasure is { WasStored: true, IsComplete: false });
    }

    [Fact]
    public async Task EraseAsync_RegistryOverBothStores_TellsOfBoth()
    {
        using var store = new SqliteProfileStore(Path, _time);
        using var decisions = new SqliteReviewDecisionStore(Path, _time);
        using var registry = new ProfileRegistry(NoFingerprinter.Instance, store, time: _time, decisions: decisions);
        await registry.EnrollAsync(new Profile(Id) { DisplayName = Name, Handle = Handle, Photo = ProfilePhoto.FromFingerprint(new(Hash, 100)) });
        await decisions.RecordAsync(ReviewDecision.ConfirmedFake(Id, _time.GetUtcNow()) with { Note = "Quillfeather" });
        await using (var connection = Sql.Connect(Path))
        {
            await using var reader = Sql.StartReading(connection);
            Assert.True((await RunAsync(registry.EraseAsync(Id))) is { WasStored: true, IsComplete: false });
        }

        Assert.True((await RunAsync(registry.EraseAsync(Id))) is { WasStored: false, IsComplete: true });
        Assert.False(HoldsAnything());
        Assert.False(_folder.Holds("Quillfeather"));
    }

    [Fact]
    public async Task EraseAsync_AmongManyAndBesideReaders_IsTrueWheneverItSaysComplete()
    {
        using var store = new SqliteProfileStore(Path, _time);
        await store.SaveManyAsync([.. Enumerable.Range(0, 200).Select(i => new RegisteredProfile($"member-{i:000}.", displayName: $"Quillfeather {i:000}."))]);
        var random = new Random(1);
        await using var connection = Sql.Connect(Path);
        var complete = 0;
        foreach (var i in Enumerable.Range(0, 200).OrderBy(_ => random.Next()).Take(60))
        {
            var reader = random.Next(3) == 0 ? Sql.StartReading(connection) : null;
            var receipt = await RunAsync(store.EraseAsync($"member-{i:000}."));
            if (receipt.IsComplete)
            {
                complete++;
                Assert.False(_folder.Holds($"member-{i:000}."));
                Assert.False(_folder.Holds($"Quillfeather {i:000}."));
            }

            if (reader is not null)
            {
                await reader.DisposeAsync();
            }
        }

        Assert.InRange(complete, 20, 60);
    }

    private static Task<long> SaveAsync(SqliteProfileStore store) =>
        store.SaveAsync(new(Id, Name, photo: new(Hash, 100)) { Handle = Handle }).AsTask();

    /// <summary>Lets time pass until the erasure has ended.</summary>
    private async Task<ErasureReceipt> RunAsync(ValueTask<ErasureReceipt> erasure)
    {
        var task = erasure.AsTask();
        while (!task.IsCompleted)
        {
            _time.Advance(TimeSpan.FromMilliseconds(10));
            await Task.Yield();
        }

        return await task;
    }

    private bool HoldsAnything()
    {
        var hash = new byte[PhotoHash.ByteCount];
        Hash.CopyTo(hash);
        return _folder.Holds(Id) || _folder.Holds(Name) || _folder.Holds(Handle) || _folder.Holds(hash);
    }
}
