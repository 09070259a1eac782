// What an application compiled ahead of time does: register, enroll, check, write a report and read it back.
// Exit code 0 when the taker of a photo is told both times and the reports survive JSON, 1 otherwise.
using FakeProfileDetector;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Profiles;
using FakeProfileDetector.Reasons;
using FakeProfileDetector.Registry;
using FakeProfileDetector.Reports;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

var folder = Directory.CreateTempSubdirectory("fake-profile-detector-aot-");
try
{
    var plain = new ServiceCollection();
    plain.AddFakeProfileDetector();
    var fingerprint = new PhotoFingerprint(PhotoHash.Parse(string.Concat(Enumerable.Repeat("5a3c96e1", 8))), 100);
    await using var inMemory = plain.BuildServiceProvider(validateScopes: true);
    await CheckAsync("in memory, fingerprints", inMemory, ProfilePhoto.FromFingerprint(fingerprint));

    var configuration = new ConfigurationBuilder().AddInMemoryCollection(
    [
        new("FakeProfileDetector:PriorProbability", "0.02"),
        new("FakeProfileDetector:SignalTimeout", "00:01:00"),
        new("FakeProfileDetector:Registry:AlteredCopies", "Always"),
    ]).Build();
    var configured = new ServiceCollection();
    configured.AddFakeProfileDetector(configuration.GetSection("FakeProfileDetector"))
        .UseSkiaSharp()
        .UseSqlite(Path.Combine(folder.FullName, "profiles.db"))
        .AddSignal<LengthSignal>();
    await using var inFile = configured.BuildServiceProvider(validateScopes: true);
    inFile.GetRequiredService<IStartupValidator>().Validate();
    Require(inFile.GetRequiredService<IOptions<ProfileRegistryOptions>>().Value.AlteredCopies == AlteredCopySearch.Always, "the configuration was not bound");
    var jpeg = await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "photo.jpg"));
    var report = await CheckAsync("configured, SQLite, JPEG", inFile, ProfilePhoto.FromEncoded(jpeg).WithContent(PictureContent.OfPeople(1)));
    Require(report.Signals.Any(signal => signal.Name == "id-length"), "the application's own signal did not run");
    return 0;
}
catch (InvalidOperationException exception)
{
    Console.Error.WriteLine($"Failed: {exception.Message}.");
    return 1;
}
finally
{
    folder.Delete(recursive: true);
}

// The owner of a photo is enrolled, then somebody comes with the same photo and another name.
static async Task<AuthenticityReport> CheckAsync(string setup, IServiceProvider provider, ProfilePhoto photo)
{
    var now = DateTimeOffset.UtcNow;
    var history = new AccountHistory { CreatedAt = now.AddYears(-6), ObservedAt = now, Connections = 900, Posts = 310 };
    var checker = provider.GetRequiredService<IProfileAuthenticityChecker>();
    var first = await checker.CheckAndEnrollAsync(new Profile("owner") { DisplayName = "Ana Horvat", Photo = photo, History = history });
    Require(first.Verdict == AuthenticityVerdict.NoAdverseEvidence, $"{setup}: the owner's verdict was {first.Verdict}");

    var report = await checker.CheckAsync(new Profile("taker") { DisplayName = "Boris Kovac", Photo = photo });
    Require(report.Verdict is AuthenticityVerdict.Suspicious or AuthenticityVerdict.LikelyFake, $"{setup}: the taker's verdict was {report.Verdict}");

    var json = ReportJson.Serialize(report);
    var back = ReportJson.Deserialize(json);
    Require(ReportJson.Serialize(back) == json && back.Verdict == report.Verdict, $"{setup}: the report was not read back from {json}");

    Console.WriteLine($"{setup}: {report.Verdict}, {report.Probability:P0} fake: {report.RecommendedAction}");
    return report;
}

static void Require(bool holds, string otherwise)
{
    if (!holds)
    {
        throw new InvalidOperationException(otherwise);
    }
}

internal sealed class LengthSignal(TimeProvider time) : IProfileSignal
{
    public string Name => "id-length";

    public ValueTask<SignalResult> EvaluateAsync(ProfileContext context, CancellationToken cancellationToken) =>
        new(SignalResult.Evidence(0.1, new Reason("id-length", $"Checked in {time.GetUtcNow().Year}.")));
}
