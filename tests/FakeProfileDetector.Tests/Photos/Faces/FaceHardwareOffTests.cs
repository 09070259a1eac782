namespace FakeProfileDetector.Tests.Photos.Faces;

/// <summary>Faces are the same on every CPU: the tests of the twins run again where the runtime sees fewer instructions.</summary>
public sealed class FaceHardwareOffTests
{
    [Theory]
    [InlineData("DOTNET_EnableAVXVNNI")]
    [InlineData("DOTNET_EnableAVX512")]
    [InlineData("DOTNET_EnableAVX2")]
    [InlineData("DOTNET_EnableHWIntrinsic")]
    public async Task Locate_AccelerationOff_IsTheSame(string switchedOff) =>
        Assert.Equal(0, await Processes.RunTestAsync($"{typeof(FaceTwinTests).FullName}.*", switchedOff));
}
