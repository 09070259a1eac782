namespace FakeProfileDetector.Tests.Index;

/// <summary>The indexes answer the same on every CPU: their tests run again where the runtime sees fewer instructions.</summary>
public sealed class IndexHardwareOffTests
{
    [Theory]
    [InlineData("DOTNET_EnableAVX512")]
    [InlineData("DOTNET_EnableAVX2")]
    [InlineData("DOTNET_EnableHWIntrinsic")]
    public async Task Search_AccelerationOff_FindsTheSame(string switchedOff)
    {
        Assert.Equal(0, await Processes.RunTestAsync($"{typeof(MultiIndexHashIndexConformanceTests).FullName}.*", switchedOff));
        Assert.Equal(0, await Processes.RunTestAsync($"{typeof(LinearScanIndexConformanceTests).FullName}.*", switchedOff));
        Assert.Equal(0, await Processes.RunTestAsync(
            $"{typeof(MultiIndexHashIndexHistoryTests).FullName}.{nameof(MultiIndexHashIndexHistoryTests.History_Few_EqualsTheScan)}", switchedOff));
    }

    [Fact]
    public async Task RunTest_NoSuchTest_IsNoSuccess() =>
        Assert.NotEqual(0, await Processes.RunTestAsync($"{typeof(IndexHardwareOffTests).FullName}.Missing", "DOTNET_EnableAVX2"));
}
