using FakeProfileDetector.Photos;
using FakeProfileDetector.Profiles;
using FakeProfileDetector.Registry;
using FakeProfileDetector.Tests.Support;
using static FakeProfileDetector.Tests.Support.Invented;

namespace FakeProfileDetector.Tests.Registry;

public sealed class EnrollAllTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EnrollAllAsync_RepeatedIdentifiers_IsLikeEnrollingOneAfterTheOther()
    {
        using var one = NewRegistry();
        using var all = NewRegistry();
        var random = new Random(5);
        var members = Enumerable.Range(0, (3 * ProfileRegistry.BatchSize) + 7)
            .Select(i => Member($"m{random.Next(90)}", $"Ana {i}", i % 7 == 0 ? null : Photo(random.Next(12))))
            .ToArray();
        foreach (var member in members)
        {
            await one.EnrollAsync(member, Token);
        }

        await all.EnrollAllAsync(members.ToAsyncEnumerable(), Token);

        Assert.Equal((one.GetStatus().Profiles, one.GetStatus().IndexedPhotos), (all.GetStatus().Profiles, all.GetStatus().IndexedPhotos));
        foreach (var id in members.Select(member => member.Id).Distinct())
        {
            Assert.Equal(Content(await one.FindAsync(id, Token)), Content(await all.FindAsync(id, Token)));
        }

        for (var seed = 0; seed < 12; seed++)
        {
            var expected = await one.FindPhotoUsesAsync(Photo(seed), cancellationToken: Token);
            var actual = await all.FindPhotoUsesAsync(Photo(seed), cancellationToken: Token);
            Assert.Equal(expected.Uses.Select(use => (use.Holder.Id, use.Holder.DisplayName)), actual.Uses.Select(use => (use.Holder.Id, use.Holder.DisplayName)));
        }

        static (string, string?, string, AccountHistory?, PhotoFingerprint?, DateTimeOffset) Content(RegisteredProfile? profile) =>
            (profile!.ProfileId, profile.DisplayName, string.Join('\n', profile.OtherNames), profile.History, profile.Photo, profile.PhotoSince);
    }

    [Fact]
    public async Task EnrollAllAsync_PhotosAsBytes_AreFingerprintedOnSeveralCores()
    {
        if (Environment.ProcessorCount == 1)
        {
            return;
        }

        using var meeting = new Barrier(2);
        using var registry = new ProfileRegistry(new MeetingFingerprinter(meeting));
        var members = Enumerable.Range(0, 2).Select(i => new Profile($"m{i}") { Photo = ProfilePhoto.FromEncoded(new byte[] { (byte)i }) });

        await registry.EnrollAllAsync(members.ToAsyncEnumerable(), Token);

        Assert.Equal((2, 2), (registry.GetStatus().Profiles, registry.GetStatus().IndexedPhotos));
    }

    [Fact]
    public async Task EnrollAllAsync_SourceThatBreaksOff_KeepsWhatWasFinishedAndThrows()
    {
        using var registry = NewRegistry();

        await Assert.ThrowsAsync<IOException>(async () => await registry.EnrollAllAsync(BreakingOff(), Token));

        Assert.Equal(ProfileRegistry.BatchSize, registry.GetStatus().Profiles);

        static async IAsyncEnumerable<Profile> BreakingOff()
        {
            await Task.CompletedTask;
            for (var i = 0; i < ProfileRegistry.BatchSize + 1; i++)
            {
                yield return Member($"m{i}", "Ana Horvat", Photo(i % 9));
            }

            throw new IOException("The export ends here.");
        }
    }

    [Fact]
    public async Task EnrollAllAsync_PhotosAsBytes_AreStoredBeforeManyAreRead()
    {
        using var alone = new Barrier(1);
        using var registry = new ProfileRegistry(new MeetingFingerprinter(alone));

        await Assert.ThrowsAsync<IOException>(async () => await registry.EnrollAllAsync(BreakingOff(), Token));

        Assert.Equal(ProfileRegistry.PhotosPerBatch, registry.GetStatus().Profiles);

        static async IAsyncEnumerable<Profile> BreakingOff()
        {
            await Task.CompletedTask;
            for (var i = 0; i < ProfileRegistry.PhotosPerBatch + 1; i++)
            {
                yield return new($"m{i}") { Photo = ProfilePhoto.FromEncoded(new byte[] { (byte)i }) };
            }

            throw new IOException("The export ends here.");
        }
    }

    [Fact]
    public async Task EnrollAllAsync_SlowStore_ReadsNoMoreThanItNeeds()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var store = new HookedStore();
        using var registry = NewRegistry(store: store);
        var read = 0;
        var waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        store.Before = () =>
        {
            waiting.TrySetResult();
            return new(gate.Task);
        };

        var enrollment = registry.EnrollAllAsync(Members().ToAsyncEnumerable(), Token);
        await waiting.Task;
        gate.SetException(new IOException("The disk is full."));
        await Assert.ThrowsAsync<IOException>(async () => await enrollment);

        Assert.InRange(read, ProfileRegistry.BatchSize, 3 * ProfileRegistry.BatchSize);

        IEnumerable<Profile> Members()
        {
            for (; read < 100 * ProfileRegistry.BatchSize; read++)
            {
                yield return new($"m{read}");
            }
        }
    }

    [Fact]
    public async Task EnrollAllAsync_BesideOthersThatEnrollTheSameProfiles_EndsInOneState()
    {
        using var registry = NewRegistry();

        await Parallel.ForAsync(0, 8, Token, async (i, token) => await registry.EnrollAllAsync(
            Enumerable.Range(0, 30).Select(j => Member($"m{(j * (i + 1)) % 31}", "Ana Horvat", Photo(i))).ToAsyncEnumerable(), token));

        var status = registry.GetStatus();
        var found = 0;
        for (var seed = 0; seed < 8; seed++)
        {
            found += (await registry.FindPhotoUsesAsync(Photo(seed), cancellationToken: Token)).TotalCount;
        }

        Assert.Equal((status.Profiles, status.Profiles), (status.IndexedPhotos, found));
    }

    /// <summary>Returns when two photos are worked on at once.</summary>
    private sealed class MeetingFingerprinter(Barrier meeting) : IPhotoFingerprinter
    {
        public PhotoFingerprintResult Fingerprint(ReadOnlySpan<byte> encoded, CancellationToken cancellationToken = default)
        {
            meeting.SignalAndWait(cancellationToken);
            return PhotoFingerprintResult.Usable(Photo(encoded[0]));
        }
    }
}
