using FakeProfileDetector.Registry;
using Microsoft.Data.Sqlite;

namespace FakeProfileDetector.Sqlite.Tests;

public sealed class GroupCommitTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _path;
    private readonly SqliteFile _file;
    private readonly GroupCommit _commit;

    public GroupCommitTests()
    {
        _path = _folder.PathOf("profiles.db");
        _file = new(_path, time: null);
        _commit = new(_file);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _commit.Close();
        _file.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void SaveAsync_NobodyElse_IsDoneAtOnce() =>
        Assert.True(Save("anna").IsCompletedSuccessfully);

    [Fact]
    public async Task SaveAsync_CallersWhileOneWrites_ShareATransactionAndGetTheirKeys()
    {
        string[] ids = [.. Enumerable.Range(0, 100).Select(i => $"m{i}")];
        await _commit.SaveAsync(new("anna"), Token);

        var keys = await Task.WhenAll(SaveWhileOneWrites([.. ids.Select(id => new RegisteredProfile(id))]));

        Assert.Equal(ids, keys.Select(key => (string)Sql.Execute(_path, $"SELECT profile_id FROM profiles WHERE key = {key}")!));

        // Alone each of them writes two or three pages to the log.
        Assert.InRange(new FileInfo(_path + "-wal").Length, 1, 100 * 4096);
    }

    [Fact]
    public async Task SaveAsync_RowThatFails_FailsForItsCallerOnly()
    {
        _file.Open();
        Sql.Execute(_path, "CREATE TRIGGER refusing BEFORE INSERT ON profiles WHEN NEW.profile_id = 'bad' BEGIN SELECT RAISE(ABORT, 'refused'); END");

        var saving = SaveWhileOneWrites([new("anna"), new("bad"), new("berta")]);

        await Assert.ThrowsAsync<SqliteException>(() => saving[1]);
        Assert.Equal((await saving[0], await saving[2]), (KeyOf("anna"), KeyOf("berta")));
        Assert.Null(KeyOf("bad"));
    }

    [Fact]
    public async Task SaveAsync_CanceledInTheQueue_IsNotStored()
    {
        using var canceling = new CancellationTokenSource();

        var saving = SaveWhileOneWrites([new("anna"), new("berta")], canceling.Cancel, i => i == 0 ? canceling.Token : Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => saving[0]);
        Assert.Equal(await saving[1], KeyOf("berta"));
        Assert.Null(KeyOf("anna"));
    }

    [Fact]
    public async Task SaveAsync_OneProfileSeveralTimes_KeepsTheLast()
    {
        await Task.WhenAll(SaveWhileOneWrites([.. Enumerable.Range(0, 9).Select(i => new RegisteredProfile("anna", displayName: $"Anna {i}"))]));

        Assert.Equal("Anna 8", Sql.Execute(_path, "SELECT display_name FROM profiles WHERE profile_id = 'anna'"));
    }

    [Fact]
    public async Task Close_WhileCallersWait_StoresThemAndRefusesOthers()
    {
        var closing = Task.CompletedTask;

        var saving = SaveWhileOneWrites([new("anna"), new("berta")], () =>
        {
            closing = Task.Run(_commit.Close, Token);
            Assert.True(SpinWait.SpinUntil(IsRefused, TimeSpan.FromSeconds(30)));
            Assert.False(closing.IsCompleted);
        });
        await closing;

        Assert.Equal((await saving[0], await saving[1]), (KeyOf("anna"), KeyOf("berta")));

        bool IsRefused()
        {
            try
            {
                return Save("late").IsFaulted;
            }
            catch (ObjectDisposedException)
            {
                return true;
            }
        }
    }

    [Fact]
    public async Task SaveAsync_ProcessThatEndsWhileEightWrite_HasAllThatWasAcknowledged()
    {
        using var store = new SqliteProfileStore(_path);
        var acknowledged = 0;
        var copy = _folder.PathOf("after.db");
        string[]? expected = null;
        var all = new System.Collections.Concurrent.ConcurrentQueue<string>();

        await Parallel.ForAsync(0, 400, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = Token }, async (i, token) =>
        {
            await store.SaveAsync(new RegisteredProfile($"m{i}"), token);
            all.Enqueue($"m{i}");
            if (Interlocked.Increment(ref acknowledged) == 200)
            {
                // What a power failure would leave: the log grows meanwhile, and is too short yet to be written back to the file.
                expected = [.. all];
                File.Copy(_path, copy);
                File.Copy(_path + "-wal", copy + "-wal");
            }
        });

        using var reopened = new SqliteProfileStore(copy);
        Assert.True(expected!.Length >= 200);
        foreach (var id in expected)
        {
            Assert.NotNull(await reopened.FindAsync(id, Token));
        }
    }

    private long? KeyOf(string id) => (long?)Sql.Execute(_path, $"SELECT key FROM profiles WHERE profile_id = '{id}'");

    private Task<long> Save(string id) => _commit.SaveAsync(new(id), Token).AsTask();

    /// <summary>Begins to save profiles while another is being written, which ends after that.</summary>
    private Task<long>[] SaveWhileOneWrites(RegisteredProfile[] profiles, Action? meanwhile = null, Func<int, CancellationToken>? tokenOf = null)
    {
        lock (_file.Writing)
        {
            // Another thread takes the turn to write and stops at the lock; until it has, this one may pass and is done at once.
            var first = new Thread(() => Save("first").Wait(Token));
            first.Start();
            Assert.True(SpinWait.SpinUntil(() => !Save("another").IsCompleted, TimeSpan.FromSeconds(30)));
            Task<long>[] saving = [.. profiles.Select((profile, i) => _commit.SaveAsync(profile, tokenOf?.Invoke(i) ?? Token).AsTask())];
            Assert.All(saving, task => Assert.False(task.IsCompleted));
            meanwhile?.Invoke();
            return saving;
        }
    }
}
