using FakeProfileDetector.Photos;
using FakeProfileDetector.Profiles;

namespace FakeProfileDetector.Registry;

/// <content>Enrolling many profiles.</content>
public sealed partial class ProfileRegistry
{
    // As many photos are in memory at once, twice over: one batch is fingerprinted while the one before it is stored.
    internal static readonly int BatchSize = Math.Max(64, 4 * Environment.ProcessorCount);

    /// <inheritdoc/>
    public async ValueTask EnrollAllAsync(IAsyncEnumerable<Profile> profiles, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(profiles);
        await LoadAsync(cancellationToken).ConfigureAwait(false);
        var storing = Task.CompletedTask;
        try
        {
            await foreach (var batch in profiles.Chunk(BatchSize).WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                var photos = await FingerprintAsync(batch, cancellationToken).ConfigureAwait(false);
                await storing.ConfigureAwait(false);
                storing = EnrollBatchAsync(batch, photos, cancellationToken);
            }
        }
        finally
        {
            await storing.ConfigureAwait(false);
        }
    }

    private async Task<PhotoFingerprint?[]> FingerprintAsync(Profile[] batch, CancellationToken cancellationToken)
    {
        var photos = new PhotoFingerprint?[batch.Length];
        await Parallel.ForAsync(0, batch.Length, cancellationToken, (i, token) =>
        {
            photos[i] = PhotoOf(batch[i], token);
            return default;
        }).ConfigureAwait(false);
        return photos;
    }

    private async Task EnrollBatchAsync(Profile[] batch, PhotoFingerprint?[] photos, CancellationToken cancellationToken)
    {
        var last = new Dictionary<string, (Profile Profile, PhotoFingerprint? Photo)>(StringComparer.Ordinal);
        for (var i = 0; i < batch.Length; i++)
        {
            last[batch[i].Id] = (batch[i], photos[i]);
        }

        // In one order everywhere, so that two batches cannot wait for each other.
        int[] locks = [.. last.Keys.Select(LockOf).Distinct().Order()];
        var entered = 0;
        try
        {
            for (; entered < locks.Length; entered++)
            {
                await EnterAsync(_changing[locks[entered]], cancellationToken).ConfigureAwait(false);
            }

            await EnrollLockedAsync([.. last.Values], cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            while (entered > 0)
            {
                _changing[locks[--entered]].Release();
            }
        }
    }
}
