using BenchmarkDotNet.Attributes;
using FakeProfileDetector.Checking;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Photos.Fingerprinting;
using FakeProfileDetector.Photos.Jpeg;
using FakeProfileDetector.Profiles;
using FakeProfileDetector.Registry;
using FakeProfileDetector.Reviews;
using FakeProfileDetector.Signals.ImageReuse;
using FakeProfileDetector.Signals.NameMismatch;
using FakeProfileDetector.Signals.SparseHistory;
using FakeProfileDetector.Sqlite;

namespace FakeProfileDetector.Benchmarks;

/// <summary>
/// What does a check, of a profile without a photo or with a stolen one, pay for reviewers' decisions? The baseline has no
/// store of them; the others are empty, or hold 1,000 decisions on other profiles.
/// </summary>
[MemoryDiagnoser]
public class DecisionBenchmarks : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():n}.db");
    private SqliteReviewDecisionStore _sqlite = null!;
    private IProfileAuthenticityChecker _without = null!;
    private IProfileAuthenticityChecker _empty = null!;
    private IProfileAuthenticityChecker _inMemory = null!;
    private IProfileAuthenticityChecker _inSqlite = null!;
    private Profile _profile = null!;

    [Params(false, true)]
    public bool Photo { get; set; }

    [GlobalSetup]
    public async Task Setup()
    {
        var fingerprinter = new PhotoFingerprinter(new JpegPhotoDecoder());
        var registry = new ProfileRegistry(fingerprinter);
        var bytes = new byte[PhotoHash.ByteCount];
        new Random(1).NextBytes(bytes);
        _profile = new("q")
        {
            DisplayName = "Ana Horvat",
            History = new() { Connections = 40, Posts = 3 },
            Photo = Photo ? ProfilePhoto.FromFingerprint(new(new PhotoHash(bytes), quality: 100)) : null,
        };
        await registry.EnrollAsync(new("owner") { DisplayName = "Boris Kovac", Photo = _profile.Photo });

        IReviewDecisionStore memory = new InMemoryReviewDecisionStore();
        _sqlite = new(_path);
        for (var i = 0; i < 1000; i++)
        {
            var decision = ReviewDecision.ConfirmedFake($"m{i}", DateTimeOffset.UnixEpoch);
            await memory.RecordAsync(decision);
            await _sqlite.RecordAsync(decision);
        }

        ProfileAuthenticityChecker With(IReviewDecisionStore? decisions) => new(
            registry, fingerprinter, [ImageReuseSignal.Create(), NameMismatchSignal.Create(), SparseHistorySignal.Create()], decisions: decisions);
        _without = With(null);
        _empty = With(new InMemoryReviewDecisionStore());
        _inMemory = With(memory);
        _inSqlite = With(_sqlite);
    }

    [Benchmark(Baseline = true)]
    public ValueTask<AuthenticityReport> NoStore() => _without.CheckAsync(_profile);

    [Benchmark]
    public ValueTask<AuthenticityReport> EmptyMemory() => _empty.CheckAsync(_profile);

    [Benchmark]
    public ValueTask<AuthenticityReport> InMemory() => _inMemory.CheckAsync(_profile);

    [Benchmark]
    public ValueTask<AuthenticityReport> InSqlite() => _inSqlite.CheckAsync(_profile);

    [GlobalCleanup]
    public void Dispose()
    {
        _sqlite.Dispose();
        File.Delete(_path);
        GC.SuppressFinalize(this);
    }
}
