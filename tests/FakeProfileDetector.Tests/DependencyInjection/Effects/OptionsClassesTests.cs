using System.Reflection;
using FakeProfileDetector.Calibration;
using FakeProfileDetector.Photos.Jpeg;

namespace FakeProfileDetector.Tests.DependencyInjection.Effects;

public sealed class OptionsClassesTests
{
    [Fact]
    public void OptionsClasses_All_HaveTestsOfTheirEffects()
    {
        // Calibration is no service: its options are an argument. What the JPEG decoder's option changes is tested beside the limits of all decoders.
        var classes = typeof(IProfileSignal).Assembly.GetExportedTypes()
            .Where(type => type.Name.EndsWith("Options", StringComparison.Ordinal) && type.IsClass && type != typeof(CalibrationOptions) && type != typeof(JpegPhotoDecoderOptions));
        var tested = Assembly.GetExecutingAssembly().GetTypes()
            .Where(type => type is { IsAbstract: false, BaseType.IsGenericType: true } && type.BaseType.GetGenericTypeDefinition() == typeof(OptionsEffectTests<>))
            .Select(type => type.BaseType!.GenericTypeArguments[0]);

        Assert.Empty(classes.Except(tested).Select(type => type.Name));
    }
}
