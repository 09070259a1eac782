namespace FakeProfileDetector.Tests.Photos.Patches;

/// <summary>Patches are the same on every CPU: their tests run again where the runtime sees fewer instructions.</summary>
public sealed class PatchHardwareOffTests
{
    [Theory]
    [InlineData("DOTNET_EnableAVX512")]
    [InlineData("DOTNET_EnableAVX2")]
    [InlineData("DOTNET_EnableHWIntrinsic")]
    public async Task Extract_AccelerationOff_IsTheSame(string switchedOff)
    {
        Assert.Equal(0, await Processes.RunTestAsync($"{typeof(PatchTwinTests).FullName}.*", switchedOff));
        Assert.Equal(0, await Processes.RunTestAsync($"{typeof(PatchMatcherTests).FullName}.{nameof(PatchMatcherTests.Match_MirroredCrop_SaysMirrored)}", switchedOff));
    }
}
