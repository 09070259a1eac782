using FakeProfileDetector.Checking;
using FakeProfileDetector.Profiles;
using FakeProfileDetector.Signals.NameMismatch;
using FakeProfileDetector.Tests.Support;
using static FakeProfileDetector.Tests.Support.Invented;

namespace FakeProfileDetector.Tests.Signals;

/// <summary>What a profile says of its own name: weak, and never enough to accuse.</summary>
public sealed class NameMismatchOwnNameTests
{
    [Theory]
    [InlineData("Ana Horvat", "ana.horvat77", "agrees-with-name", -0.1)]
    [InlineData("Ana Horvat", "horvat_photos", "agrees-with-name", -0.1)]
    [InlineData("Дмитрий Соколов", "sokolov.d", "agrees-with-name", -0.1)]
    [InlineData("Anna Smith", "sunnydays", "differs-from-name", 0)]
    [InlineData("Anna Smith", "robert.miller81", "names-another", 0.3)]
    [InlineData("Anna Smith", "robert_miller", "names-another", 0.3)]
    [InlineData("Anna Smith", "Роберт.Miller", "names-another", 0.3)]
    [InlineData("Anna Smith", "robert", "differs-from-name", 0)]
    [InlineData("Anna Smith", "sunny.horizons", "differs-from-name", 0)]
    [InlineData("Anna Smith", "robert.xqztplk", "differs-from-name", 0)]
    [InlineData("Anna Smith", "al.ng", "differs-from-name", 0)]
    [InlineData("Anna Smith", "a.miller", "differs-from-name", 0)]
    public async Task Evaluate_HandleOrEmail_AgreesDiffersOrNamesAnother(string name, string word, string code, double bits)
    {
        var handle = await Evaluate(new Profile("a") { DisplayName = name, Handle = word });
        var email = await Evaluate(new Profile("a") { DisplayName = name, EmailLocalPart = word });

        Assert.Equal(($"handle-{code}", bits), (Assert.Single(handle.Reasons).Code, handle.WeightBits));
        Assert.Equal(($"email-{code}", bits), (Assert.Single(email.Reasons).Code, email.WeightBits));
    }

    [Theory]
    [InlineData("Boris Kovac", "name-in-field-differs", 0.5)]
    [InlineData("Ana Lena Horvat", "name-in-field-differs", 0.5)]
    [InlineData("A. Horvat", "name-in-field-agrees", 0)]
    [InlineData("Ana Horvat", "name-in-field-agrees", 0)]
    [InlineData("Ана Хорват", "name-in-field-agrees", 0)]
    public async Task Evaluate_NameInAnotherField_ContradictsOrAgrees(string other, string code, double bits)
    {
        var name = other.Contains("Lena", StringComparison.Ordinal) ? "Ana Maria Horvat" : "Ana Horvat";
        var result = await Evaluate(new Profile("a") { DisplayName = name, NamesInOtherFields = [other] });

        Assert.Equal((code, bits), (Assert.Single(result.Reasons).Code, result.WeightBits));
    }

    [Theory]
    [InlineData("Ana")]
    [InlineData("Petra Horvat")]
    [InlineData("Ana Kovac")]
    [InlineData("boris_k88")]
    public async Task Evaluate_NameInAnotherFieldThatMayBeTheSame_SaysNothing(string other) =>
        Assert.Equal(SignalOutcome.Abstained, (await Evaluate(new Profile("a") { DisplayName = "Ana Horvat", NamesInOtherFields = [other] })).Outcome);

    [Fact]
    public async Task Evaluate_SeveralContradictingFields_CountOnce()
    {
        var result = await Evaluate(new Profile("a") { DisplayName = "Ana Horvat", NamesInOtherFields = ["Boris Kovac", "Ana Horvat", "Elin Farkas"] });

        Assert.Equal(("name-in-field-differs", 0.5), (Assert.Single(result.Reasons).Code, result.WeightBits));
    }

    [Theory]
    [InlineData("Аna Horvat")]
    [InlineData("Ana Hοrvat")]
    public async Task Evaluate_LookAlikeLetters_AreWeakEvidence(string name)
    {
        var result = await Evaluate(new Profile("a") { DisplayName = name });

        Assert.Equal(("name-look-alike-letters", 0.7), (Assert.Single(result.Reasons).Code, result.WeightBits));
    }

    [Fact]
    public async Task Evaluate_OtherNames_AreNeverHeldAgainstTheProfile() =>
        Assert.Equal(SignalOutcome.Abstained, (await Evaluate(new Profile("a") { DisplayName = "Ana Horvat", OtherNames = ["Boris Kovac"] })).Outcome);

    [Fact]
    public async Task Check_EverythingOfTheOwnNameAdverse_AccusesNobody()
    {
        // The largest weights that the options allow.
        var signal = NameMismatchSignal.Create(new() { OtherNameInHandleBits = 1, OtherNameInFieldBits = 1.5, LookAlikeLettersBits = 2 });
        var profile = new Profile("a")
        {
            DisplayName = "Аnna Smith",
            Handle = "robert.miller",
            EmailLocalPart = "robert.miller",
            NamesInOtherFields = ["Robert Miller"],
        };
        var options = new FakeProfileDetectorOptions();
        using var registry = await Enrolled(profile);

        IProfileAuthenticityChecker checker = new ProfileAuthenticityChecker(registry, NoDecoder.Fingerprinter, [signal], options, new FixedTime(Now));
        var report = await checker.CheckAsync(profile, TestContext.Current.CancellationToken);

        var own = report.Signal(NameMismatchSignal.SignalName);
        Assert.Equal(
            ["name-look-alike-letters", "handle-names-another", "email-names-another", "name-in-field-differs"], own.Codes());
        Assert.Equal(SignalOutcome.Adverse, own.Outcome);
        Assert.InRange(own.WeightBits, 1, options.SignalCapBits);
        Assert.NotEqual(AuthenticityVerdict.LikelyFake, report.Verdict);
    }

    [Fact]
    public async Task Reasons_OfTheOwnName_RepeatNoPartOfIt()
    {
        var result = await Evaluate(new Profile("a")
        {
            DisplayName = "Аnna Smith",
            Handle = "robert.miller",
            EmailLocalPart = "smith.a",
            NamesInOtherFields = ["Elin Farkas"],
        });

        Assert.Equal(4, result.Reasons.Length);
        var texts = string.Join(' ', result.Reasons.Select(reason => $"{reason.Text} {string.Join(' ', reason.Facts.Values)}"));
        Assert.All("nna mith obert iller lin arkas".Split(' '), part => Assert.DoesNotContain(part, texts, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData(100_000)]
    [InlineData(1_000_000)]
    public async Task Evaluate_EndlessHandle_IsReadToAFixedLength(int length)
    {
        var profile = new Profile("a") { DisplayName = "Anna Smith", Handle = new string('x', length) + "smith" };

        Assert.Equal("handle-differs-from-name", Assert.Single((await Evaluate(profile)).Reasons).Code);
    }

    private static async Task<SignalResult> Evaluate(Profile profile) =>
        await NameMismatchSignal.Create().EvaluateAsync(new(profile, Now), TestContext.Current.CancellationToken);
}
