using System.Runtime.InteropServices;
using FakeProfileDetector.Index;
using Microsoft.Extensions.Logging;

namespace FakeProfileDetector.Registry;

/// <content>Loading, waiting and disposal.</content>
public sealed partial class ProfileRegistry
{
    private readonly CancellationTokenSource _closing = new();
    private readonly CancellationToken _closed;
    private readonly Lock _starting = new();
    private Task? _load;
    private volatile bool _isLoaded;

    private bool IsClosed => _closed.IsCancellationRequested;

    /// <summary>Fills the index from the store, if that has not been done; any other call does so too when it comes first.</summary>
    /// <param name="cancellationToken">Stops waiting, for this caller only: loading goes on for the others and the next.</param>
    /// <returns>Completes when the index is filled. After a failure the next call begins anew.</returns>
    /// <remarks>Call it at start where the store is large: a check that has to wait for it reports its search as failed.</remarks>
    /// <exception cref="ObjectDisposedException">The registry was disposed of, before or while it loaded.</exception>
    public ValueTask LoadAsync(CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(IsClosed, this);
        if (_isLoaded)
        {
            return default;
        }

        lock (_starting)
        {
            if (_load is null or { IsFaulted: true } or { IsCanceled: true })
            {
                _load = Task.Run(FillAsync, CancellationToken.None);

                // Seen, also where everybody who waited has left.
                _load.ContinueWith(static load => load.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            }

            return new(OrClosedAsync(_load.WaitAsync, cancellationToken));
        }
    }

    /// <summary>Ends the waiting of all callers, and the index if the registry created it. The store and a given index belong to the caller.</summary>
    public void Dispose()
    {
        lock (_starting)
        {
            if (IsClosed)
            {
                return;
            }

            _closing.Cancel();
            _closing.Dispose();
            _ownIndex?.Dispose();
            _patches?.Dispose();
        }
    }

    /// <summary>Like <see cref="Dispose"/>, and waits for the changes that are under way.</summary>
    /// <returns>Completes when nothing of the registry runs any more.</returns>
    public async ValueTask DisposeAsync()
    {
        Task? load;
        lock (_starting)
        {
            if (!IsClosed)
            {
                _closing.Cancel();
            }

            load = _load;
        }

        if (load is not null)
        {
            await load.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        foreach (var changing in _changing)
        {
            await changing.WaitAsync().ConfigureAwait(false);
            changing.Release();
        }

        _closing.Dispose();
        _ownIndex?.Dispose();
        _patches?.Dispose();
    }

    private async Task FillAsync()
    {
        // Collected first: a load that fails half-way must leave the index empty for the next try.
        var entries = new List<HammingEntry>();
        var profiles = 0L;
        using var patches = new PatchLoad(this);
        await foreach (var stored in _store.ReadAllAsync(_closed).ConfigureAwait(false))
        {
            profiles++;
            if (IndexedHash(stored.Profile.Photo) is { } hash)
            {
                entries.Add(new(hash, stored.Key));
            }

            patches.Add(stored.Profile.Photo, stored.Key, _closed);
        }

        patches.Flush(_closed);
        _index.AddRange(CollectionsMarshal.AsSpan(entries));
        lock (_starting)
        {
            _closed.ThrowIfCancellationRequested();
            patches.Publish();
            _profiles = profiles;
            _isLoaded = true;
        }

        if (_store.UnreadableProfileIds.Count is var unreadable and > 0)
        {
            LogUnreadable(_logger, unreadable);
        }
    }

    /// <summary>Enters a lock, unless the registry is disposed of first.</summary>
    private async ValueTask EnterAsync(SemaphoreSlim changing, CancellationToken cancellationToken)
    {
        if (!await changing.WaitAsync(0, cancellationToken).ConfigureAwait(false))
        {
            await OrClosedAsync(changing.WaitAsync, cancellationToken).ConfigureAwait(false);
        }

        if (IsClosed)
        {
            changing.Release();
            throw new ObjectDisposedException(nameof(ProfileRegistry));
        }
    }

    private async Task OrClosedAsync(Func<CancellationToken, Task> wait, CancellationToken cancellationToken)
    {
        try
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _closed);
            await wait(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (OperationCanceledException) when (IsClosed)
        {
            throw new ObjectDisposedException(nameof(ProfileRegistry));
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} stored profiles cannot be read and are left out; the registry's status names them.")]
    private static partial void LogUnreadable(ILogger logger, int count);
}
