using FakeProfileDetector.Photos;
using FakeProfileDetector.Photos.Fingerprinting;

namespace FakeProfileDetector.Tests.Photos.Fingerprinting;

public sealed class PhotoFingerprinterExtensionsTests
{
    [Theory]
    [InlineData(null)]
    [InlineData(1)]
    [InlineData(7)]
    public async Task FingerprintAllAsync_ManyPhotos_KeepsTheirOrder(int? concurrency)
    {
        var fingerprinter = new Sleepy();

        var results = await fingerprinter.FingerprintAllAsync(Photos(200), concurrency, TestContext.Current.CancellationToken).ToArrayAsync();

        Assert.Equal(Enumerable.Range(0, 200), results.Select(result => result.Fingerprint!.Quality + (100 * (int)result.Fingerprint.SecondHash!)));
        Assert.InRange(fingerprinter.MostAtOnce, 1, concurrency ?? Environment.ProcessorCount);
    }

    [Fact]
    public async Task FingerprintAllAsync_BadPhoto_IsAResult()
    {
        var results = await new PhotoFingerprinter(new NoDecoder())
            .FingerprintAllAsync(Photos(3), cancellationToken: TestContext.Current.CancellationToken).ToArrayAsync();

        Assert.All(results, result => Assert.Equal(PhotoUnusableReason.DecoderFailed, result.Failure?.Reason));
    }

    [Fact]
    public async Task FingerprintAllAsync_Canceled_ThrowsAndStops()
    {
        using var stopping = new CancellationTokenSource();
        var fingerprinter = new Sleepy();
        var results = fingerprinter.FingerprintAllAsync(Photos(10_000), 2, stopping.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in results)
            {
                await stopping.CancelAsync();
            }
        });

        Assert.InRange(fingerprinter.Calls, 1, 20);
    }

    [Fact]
    public async Task FingerprintAllAsync_ReaderLeaves_ReadsFewPhotosAhead()
    {
        var fingerprinter = new Sleepy();
        await foreach (var _ in fingerprinter.FingerprintAllAsync(Photos(10_000), 2, TestContext.Current.CancellationToken))
        {
            break;
        }

        var calls = fingerprinter.Calls;
        Assert.InRange(calls, 1, 20);
        await Task.Delay(20, TestContext.Current.CancellationToken);
        Assert.Equal(calls, fingerprinter.Calls);
    }

    [Fact]
    public async Task FingerprintAllAsync_SourceFails_ThrowsAfterTheResultsBefore()
    {
        var read = 0;
        await Assert.ThrowsAsync<IOException>(async () =>
        {
            await foreach (var _ in new Sleepy().FingerprintAllAsync(Photos(5, new IOException()), cancellationToken: TestContext.Current.CancellationToken))
            {
                read++;
            }
        });

        Assert.Equal(5, read);
    }

    [Fact]
    public void FingerprintAllAsync_BadArguments_Throw()
    {
        Assert.Throws<ArgumentNullException>(() => PhotoFingerprinterExtensions.FingerprintAllAsync(null!, Photos(1)));
        Assert.Throws<ArgumentNullException>(() => new Sleepy().FingerprintAllAsync(null!));
        Assert.Throws<ArgumentOutOfRangeException>("maximumConcurrency", () => new Sleepy().FingerprintAllAsync(Photos(1), 0));
    }

    private static async IAsyncEnumerable<ReadOnlyMemory<byte>> Photos(int count, Exception? end = null)
    {
        for (var i = 0; i < count; i++)
        {
            await Task.Yield();
            yield return BitConverter.GetBytes(i);
        }

        if (end is not null)
        {
            throw end;
        }
    }

    /// <summary>Takes longer for some photos than for others, and gives the photo's number back.</summary>
    private sealed class Sleepy : IPhotoFingerprinter
    {
        private int _calls;
        private int _now;
        private int _most;

        internal int Calls => _calls;

        internal int MostAtOnce => _most;

        public PhotoFingerprintResult Fingerprint(ReadOnlySpan<byte> encoded, CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref _calls);
            var now = Interlocked.Increment(ref _now);
            InterlockedMax(now);
            var number = BitConverter.ToInt32(encoded);
            Thread.Sleep(number % 5 == 0 ? 2 : 0);
            Interlocked.Decrement(ref _now);
            return PhotoFingerprintResult.Usable(new PhotoFingerprint(default, number % 100, (ulong)(number / 100)));
        }

        private void InterlockedMax(int value)
        {
            for (var seen = _most; value > seen; seen = _most)
            {
                Interlocked.CompareExchange(ref _most, value, seen);
            }
        }
    }

    private sealed class NoDecoder : IPhotoDecoder
    {
        public PhotoDecodeResult Decode(ReadOnlySpan<byte> encoded, CancellationToken cancellationToken = default) =>
            throw new InvalidOperationException();
    }
}
