using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace FakeProfileDetector.Photos.Fingerprinting;

/// <summary>Fingerprints of many photos.</summary>
/// <threadsafety>Safe to call from many threads at once.</threadsafety>
public static class PhotoFingerprinterExtensions
{
    /// <summary>Fingerprints many photos on every core and keeps their order.</summary>
    /// <param name="fingerprinter">The fingerprinter.</param>
    /// <param name="photos">The files' bytes, untrusted; read a few ahead of the results, never all at once.</param>
    /// <param name="maximumConcurrency">How many photos are worked on at a time, 1 or more; by default one a processor.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>One result a photo, in the order of the photos; a bad photo is a result and never an exception.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="fingerprinter"/> or <paramref name="photos"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maximumConcurrency"/> is below 1.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public static IAsyncEnumerable<PhotoFingerprintResult> FingerprintAllAsync(
        this IPhotoFingerprinter fingerprinter,
        IAsyncEnumerable<ReadOnlyMemory<byte>> photos,
        int? maximumConcurrency = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(fingerprinter);
        ArgumentNullException.ThrowIfNull(photos);
        var concurrency = maximumConcurrency ?? Environment.ProcessorCount;
        ArgumentOutOfRangeException.ThrowIfLessThan(concurrency, 1, nameof(maximumConcurrency));
        return FingerprintAll(fingerprinter, photos, concurrency, cancellationToken);
    }

    private static async IAsyncEnumerable<PhotoFingerprintResult> FingerprintAll(
        IPhotoFingerprinter fingerprinter,
        IAsyncEnumerable<ReadOnlyMemory<byte>> photos,
        int concurrency,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var free = new SemaphoreSlim(concurrency);

        // As many photos may wait for their turn to be handed out as are worked on: one slow photo stops nobody.
        var running = Channel.CreateBounded<Task<PhotoFingerprintResult>>(
            new BoundedChannelOptions(2 * concurrency) { SingleReader = true, SingleWriter = true });
        var starting = StartAsync(fingerprinter, photos, free, running.Writer, stopping.Token);
        try
        {
            await foreach (var result in running.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return await result.ConfigureAwait(false);
            }
        }
        finally
        {
            // Whoever stops listening stops the work under way.
            await stopping.CancelAsync().ConfigureAwait(false);
            await starting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            while (running.Reader.TryRead(out var left))
            {
                await ((Task)left).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            // The last one may have been read and not awaited: all have ended when every place is free.
            for (var place = 0; place < concurrency; place++)
            {
                await free.WaitAsync(CancellationToken.None).ConfigureAwait(false);
            }
        }
    }

    private static async Task StartAsync(
        IPhotoFingerprinter fingerprinter,
        IAsyncEnumerable<ReadOnlyMemory<byte>> photos,
        SemaphoreSlim free,
        ChannelWriter<Task<PhotoFingerprintResult>> running,
        CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var photo in photos.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                await free.WaitAsync(cancellationToken).ConfigureAwait(false);
                var result = Task.Run(() => Fingerprint(fingerprinter, photo, free, cancellationToken), CancellationToken.None);
                await running.WriteAsync(result, cancellationToken).ConfigureAwait(false);
            }

            running.Complete();
        }
        catch (Exception e)
        {
            // Thrown again to whoever reads the results.
            running.Complete(e);
        }
    }

    private static PhotoFingerprintResult Fingerprint(
        IPhotoFingerprinter fingerprinter, ReadOnlyMemory<byte> photo, SemaphoreSlim free, CancellationToken cancellationToken)
    {
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            return fingerprinter.Fingerprint(photo.Span, cancellationToken);
        }
        finally
        {
            free.Release();
        }
    }
}
