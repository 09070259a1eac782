using System.Globalization;
using System.Text.RegularExpressions;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Photos.Fingerprinting;
using FakeProfileDetector.Photos.Jpeg;
using FakeProfileDetector.Profiles;
using FakeProfileDetector.Signals.ImageReuse;
using FakeProfileDetector.Testing;
using static FakeProfileDetector.Tests.Support.Invented;

namespace FakeProfileDetector.Tests.Photos;

/// <summary>Every number of a sentence on a photo that is too large is a fact of the reason, too.</summary>
public sealed partial class PhotoUnusableFactsTests
{
    private static readonly byte[] Jpeg =
        File.ReadAllBytes(Directory.GetFiles(Path.Combine(SharedData.Conformance, "jpeg"), "*.jpg").Max(StringComparer.Ordinal)!);

    [Fact]
    public void Refuse_TooLarge_StatesEachNumberOfItsSentence()
    {
        var gate = new DecodingGate(new() { MaximumBytes = 2000, MaximumPixels = 5000, MaximumWorkingBytes = 1 << 20 });

        AssertFacts(gate.Refuse(new byte[2001]), "bytes=2001 maximumBytes=2000");
        AssertFacts(gate.Refuse(71, 80, 10), "height=80 maximumPixels=5000 width=71");
        AssertFacts(gate.Refuse(70, 71, (1 << 20) + 1), "height=71 maximumWorkingBytes=1048576 width=70 workingBytes=1048577");
        Assert.Null(gate.Refuse(new byte[2000]));
        Assert.Null(gate.Refuse(50, 100, 1 << 20));
    }

    [Fact]
    public async Task Evaluate_JpegOverTheLimitOfPixels_StatesTheNumbersAsFacts()
    {
        var fingerprinter = new PhotoFingerprinter(new JpegPhotoDecoder(limits: new() { MaximumPixels = 1000 }));
        var result = fingerprinter.Fingerprint(Jpeg, TestContext.Current.CancellationToken);
        AssertFacts(result.Failure, string.Join(' ', result.Failure!.Facts.Select(fact => $"{fact.Key}={fact.Value}")));

        var context = await ContextOf(new Profile("a") { Photo = ProfilePhoto.FromEncoded(Jpeg) }, photo: result);
        var reason = Assert.Single((await ImageReuseSignal.Create().EvaluateAsync(context, TestContext.Current.CancellationToken)).Reasons);

        Assert.Equal(["failure", "height", "maximumPixels", "width"], reason.Facts.Keys);
        Assert.Equal(("TooManyPixels", "1000"), (reason.Facts["failure"], reason.Facts["maximumPixels"]));
    }

    private static void AssertFacts(PhotoUnusable? failure, string facts)
    {
        Assert.Equal(facts, string.Join(' ', failure!.Facts.Select(fact => $"{fact.Key}={fact.Value}")));
        Assert.NotEmpty(failure.Facts);
        Assert.All(Number().Matches(failure.Message), number => Assert.Contains(
            int.Parse(number.Value, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture), failure.Facts.Values));
    }

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();
}
