using FakeProfileDetector.Profiles;
using FakeProfileDetector.Signals.NameMismatch;
using FakeProfileDetector.Tests.Support;
using static FakeProfileDetector.Tests.Support.Invented;

namespace FakeProfileDetector.Tests.Signals;

public sealed class NameMismatchSignalTests
{
    [Theory]
    [InlineData("Ana Horvat", "ana.horvat77", -0.1, "handle-agrees-with-name")]
    [InlineData("Žofia Čechová", "cechova_z", -0.1, "handle-agrees-with-name")]
    [InlineData("Ana Horvat", "sunnydays", 0, "handle-differs-from-name")]
    public async Task Evaluate_Handle_NeverAccuses(string name, string handle, double bits, string code)
    {
        var result = await Evaluate(new Profile("a") { DisplayName = name, Handle = handle });

        Assert.Equal((bits, code), (result.WeightBits, Assert.Single(result.Reasons).Code));
    }

    [Theory]
    [InlineData(null, "ana", "no-name")]
    [InlineData("🌸", "ana", "no-name")]
    [InlineData("Ana Horvat", null, "no-name-to-compare")]
    [InlineData("Ana Horvat", "1234", "no-name-to-compare")]
    [InlineData("Bo Li", "boli", "no-name-to-compare")]
    public async Task Evaluate_NothingToCompare_Abstains(string? name, string? handle, string code)
    {
        var result = await Evaluate(new Profile("a") { DisplayName = name, Handle = handle });

        Assert.Equal((SignalOutcome.Abstained, code), (result.Outcome, Assert.Single(result.Reasons).Code));
    }

    [Theory]
    [InlineData("Boris Kovac", 1.0)]
    [InlineData("Ana Kovac", 0.3)]
    public async Task Evaluate_OtherNameOnTheSamePhoto_IsAdverse(string other, double bits)
    {
        var reports = await CheckAll(Member("a", "Ana Horvat", Photo(1), Established), Member("b", other, Photo(1), Thin));

        var signal = reports["b"].Signal(NameMismatchSignal.SignalName);
        Assert.Equal((SignalOutcome.Adverse, bits), (signal.Outcome, signal.WeightBits));
        Assert.Equal(["names-conflict-on-shared-photo"], signal.Codes());
    }

    [Fact]
    public async Task Evaluate_CompatibleNameOnTheSamePhoto_SaysNothing()
    {
        var reports = await CheckAll(Member("a", "Ana Horvat", Photo(1), Established), Member("b", "A. Horvat", Photo(1), Thin));

        Assert.Equal(SignalOutcome.Abstained, reports["b"].Signal(NameMismatchSignal.SignalName).Outcome);
    }

    private static async Task<SignalResult> Evaluate(Profile profile) =>
        await NameMismatchSignal.Create().EvaluateAsync(new(profile, Now), TestContext.Current.CancellationToken);
}
