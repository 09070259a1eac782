using FakeProfileDetector.Checking;
using FakeProfileDetector.Index;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Photos.Fingerprinting;
using FakeProfileDetector.Profiles;
using FakeProfileDetector.Registry;
using FakeProfileDetector.Signals.ImageReuse;
using FakeProfileDetector.Signals.NameMismatch;
using FakeProfileDetector.Signals.SparseHistory;
using FakeProfileDetector.Weights;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace FakeProfileDetector.Tests.Support;

/// <summary>Invented photos, accounts and networks for tests.</summary>
internal static class Invented
{
    internal static readonly DateTimeOffset Now = new(2026, 11, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>An account with years of posts and many contacts.</summary>
    internal static AccountHistory Established { get; } = new()
    {
        CreatedAt = Now.AddYears(-6),
        ObservedAt = Now,
        Connections = 900,
        Following = 400,
        Posts = 310,
        BioLength = 120,
        HasUrl = true,
    };

    /// <summary>An account that is old enough for a history and has none.</summary>
    internal static AccountHistory Thin { get; } = new()
    {
        CreatedAt = Now.AddDays(-300),
        ObservedAt = Now,
        Connections = 6,
        Following = 700,
        Posts = 0,
        BioLength = 0,
        HasUrl = false,
    };

    /// <summary>An account of three days with nothing in it yet.</summary>
    internal static AccountHistory New { get; } = Thin with { CreatedAt = Now.AddDays(-3) };

    /// <summary>The fingerprint of an invented photo, by itself one person's portrait; a distance flips that many bits of its hash.</summary>
    internal static PhotoFingerprint Photo(
        int seed, int distance = 0, int quality = 100, int? width = 400, int? height = 400, bool? hasColor = true, ulong? secondHash = null,
        int? people = 1)
    {
        var random = new Random(seed);
        var bytes = new byte[PhotoHash.ByteCount];
        random.NextBytes(bytes);
        var second = secondHash ?? (ulong)random.NextInt64();
        for (var bit = 0; bit < distance; bit++)
        {
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        }

        return new(new PhotoHash(bytes), quality, second, width, height, hasColor)
        {
            Content = people is { } shown ? PictureContent.OfPeople(shown) : null,
        };
    }

    internal static Profile Member(string id, string? name, PhotoFingerprint? photo, AccountHistory? history = null) => new(id)
    {
        DisplayName = name,
        History = history,
        Photo = photo is null ? null : ProfilePhoto.FromFingerprint(photo),
    };

    internal static ProfileRegistry NewRegistry(ProfileRegistryOptions? options = null, BenignPhotoBank? bank = null, IProfileStore? store = null) =>
        new(NoDecoder.Fingerprinter, store, new LinearScanIndex(), bank, options, new FixedTime(Now));

    internal static async Task<ProfileRegistry> Enrolled(params Profile[] members)
    {
        var registry = NewRegistry();
        foreach (var member in members)
        {
            await registry.EnrollAsync(member, TestContext.Current.CancellationToken);
        }

        return registry;
    }

    internal static IProfileAuthenticityChecker Checker(
        IProfileRegistry registry, FakeProfileDetectorOptions? options = null, params IProfileSignal[] more) =>
        Checker(registry, new FixedTime(Now), options, more);

    internal static IProfileAuthenticityChecker Checker(
        IProfileRegistry registry, TimeProvider time, FakeProfileDetectorOptions? options = null, params IProfileSignal[] more) => new ProfileAuthenticityChecker(
        registry,
        NoDecoder.Fingerprinter,
        [ImageReuseSignal.Create(), NameMismatchSignal.Create(), SparseHistorySignal.Create(), .. more],
        options,
        time);

    /// <summary>What a signal is told of a profile.</summary>
    internal static async Task<ProfileContext> ContextOf(Profile profile, IProfileRegistry? registry = null, PhotoFingerprintResult? photo = null)
    {
        var contexts = new ContextBuilder(registry, decisions: null, relationsOf: null, web: null, Timeout.InfiniteTimeSpan, new FixedTime(Now), NullLogger.Instance);
        var (context, _) = await contexts.BuildAsync(
            profile,
            photo ?? profile.Photo?.GetFingerprint(NoDecoder.Fingerprinter, CancellationToken.None),
            DetectorWeights.Default.History,
            FakeProfileDetectorOptions.DefaultPriorProbability,
            [.. Enum.GetValues<BuiltInEvidence>()],
            TestContext.Current.CancellationToken);
        return context;
    }

    /// <summary>Lets time pass until a check gives up what hangs.</summary>
    internal static async Task<T> WhileTimePasses<T>(FakeTimeProvider time, Task<T> check)
    {
        while (!check.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }

        return await check;
    }

    /// <summary>Enrolls all and checks each against the others.</summary>
    internal static async Task<Dictionary<string, AuthenticityReport>> CheckAll(params Profile[] members)
    {
        using var registry = await Enrolled(members);
        var checker = Checker(registry);
        var reports = new Dictionary<string, AuthenticityReport>();
        foreach (var member in members)
        {
            reports[member.Id] = await checker.CheckAsync(member, TestContext.Current.CancellationToken);
        }

        return reports;
    }

    internal static SignalReport Signal(this AuthenticityReport report, string name) => report.Signals.Single(signal => signal.Name == name);

    internal static IEnumerable<string> Codes(this SignalReport signal) => signal.Reasons.Select(reason => reason.Code);
}

/// <summary>A clock that stands still: no timer ever fires, however slow the machine is.</summary>
internal sealed class FixedTime(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => new StoppedTimer();

    private sealed class StoppedTimer : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => default;
    }
}

/// <summary>Says that bytes cannot be decoded, for tests that hand over fingerprints.</summary>
internal sealed class NoDecoder : IPhotoDecoder
{
    internal static PhotoFingerprinter Fingerprinter { get; } = new(new NoDecoder());

    public PhotoDecodeResult Decode(ReadOnlySpan<byte> encoded, CancellationToken cancellationToken = default) =>
        PhotoDecodeResult.Failed(new(PhotoUnusableReason.Corrupt, "Not a picture; supply one."));
}
