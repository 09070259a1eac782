using System.Runtime.CompilerServices;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Profiles;

namespace FakeProfileDetector.Registry;

/// <content>Enrolling many profiles.</content>
public sealed partial class ProfileRegistry
{
    // Profiles stored at once: a store that writes many in one go does so for less.
    internal const int BatchSize = 512;

    // Of those with photos to decode fewer: as many are in memory, twice over, as one batch is fingerprinted while the one before it is stored.
    internal static readonly int PhotosPerBatch = Math.Max(64, 4 * Environment.ProcessorCount);

    /// <inheritdoc/>
    public async ValueTask EnrollAllAsync(IAsyncEnumerable<Profile> profiles, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(profiles);
        await LoadAsync(cancellationToken).ConfigureAwait(false);
        var storing = Task.CompletedTask;
        try
        {
            await foreach (var batch in BatchesOf(profiles, cancellationToken).ConfigureAwait(false))
            {
                var photos = await FingerprintAsync(batch, cancellationToken).ConfigureAwait(false);
                await storing.ConfigureAwait(false);

                // On another thread: most stores and all indexes work on the thread that calls them.
                storing = Task.Run(() => EnrollBatchAsync(batch, photos, cancellationToken), CancellationToken.None);
            }
        }
        finally
        {
            await storing.ConfigureAwait(false);
        }
    }

    private static async IAsyncEnumerable<Profile[]> BatchesOf(
        IAsyncEnumerable<Profile> profiles, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var batch = new List<Profile>();
        var encoded = 0;
        await foreach (var profile in profiles.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            batch.Add(profile);
            encoded += HasEncodedPhoto(profile) ? 1 : 0;
            if (encoded == PhotosPerBatch || batch.Count == BatchSize)
            {
                yield return [.. batch];
                batch.Clear();
                encoded = 0;
            }
        }

        if (batch.Count > 0)
        {
            yield return [.. batch];
        }
    }

    private static bool HasEncodedPhoto(Profile profile) => profile.Photo is { HasFingerprint: false };

    private async Task<PhotoFingerprint?[]> FingerprintAsync(Profile[] batch, CancellationToken cancellationToken)
    {
        var photos = new PhotoFingerprint?[batch.Length];
        if (!Array.Exists(batch, HasEncodedPhoto))
        {
            // Handing this to other threads would take longer than doing it.
            for (var i = 0; i < batch.Length; i++)
            {
                photos[i] = PhotoOf(batch[i], cancellationToken);
            }

            return photos;
        }

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
