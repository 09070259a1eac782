using FakeProfileDetector.Signals.NameMismatch;
using Microsoft.Extensions.Options;

namespace FakeProfileDetector.Tests.Signals;

public sealed class NameMismatchOptionsTests
{
    [Fact]
    public void Defaults_ArePinned()
    {
        var options = new NameMismatchOptions();

        Assert.Equal(
            [-0.1, 0.3, 0.5, 0.7],
            [options.HandleAgreementBits, options.OtherNameInHandleBits, options.OtherNameInFieldBits, options.LookAlikeLettersBits]);
    }

    [Theory]
    [InlineData(nameof(NameMismatchOptions.HandleAgreementBits), -2, 0)]
    [InlineData(nameof(NameMismatchOptions.OtherNameInHandleBits), 0, 1)]
    [InlineData(nameof(NameMismatchOptions.OtherNameInFieldBits), 0, 1.5)]
    [InlineData(nameof(NameMismatchOptions.LookAlikeLettersBits), 0, 2)]
    public void Ranges_AreCheckedAndRefusedByName(string name, double least, double most)
    {
        Assert.NotNull(NameMismatchSignal.Create(With(name, least)));
        Assert.NotNull(NameMismatchSignal.Create(With(name, most)));
        foreach (var bits in new[] { least - 0.01, most + 0.01, double.NaN, double.PositiveInfinity })
        {
            var exception = Assert.Throws<OptionsValidationException>(() => NameMismatchSignal.Create(With(name, bits)));
            Assert.Contains(name, exception.Message, StringComparison.Ordinal);
        }
    }

    private static NameMismatchOptions With(string name, double bits)
    {
        var options = new NameMismatchOptions();
        typeof(NameMismatchOptions).GetProperty(name)!.SetValue(options, bits);
        return options;
    }
}
