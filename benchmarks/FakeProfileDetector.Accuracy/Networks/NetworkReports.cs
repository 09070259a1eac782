using FakeProfileDetector.Accuracy.Data;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Profiles;
using FakeProfileDetector.Registry;
using FakeProfileDetector.SkiaSharp;
using Microsoft.Extensions.DependencyInjection;

namespace FakeProfileDetector.Accuracy.Networks;

/// <summary>The whole detector over a network, as an application runs it: all members enrolled, then each checked.</summary>
internal static class NetworkReports
{
    internal static async Task<AuthenticityReport[]> CheckAllAsync(NetworkMember[] members)
    {
        var services = new ServiceCollection();
        services.AddFakeProfileDetector().UseSkiaSharp();
        await using var provider = services.BuildServiceProvider();
        var fingerprinter = provider.GetRequiredService<IPhotoFingerprinter>();
        Profile[] profiles = [.. members.AsParallel().AsOrdered().Select(member => member.ToProfile(fingerprinter))];
        var registry = provider.GetRequiredService<IProfileRegistry>();
        foreach (var profile in profiles)
        {
            await registry.EnrolAsync(profile);
        }

        return await provider.GetRequiredService<IProfileAuthenticityChecker>().CheckAllAsync(profiles.ToAsyncEnumerable()).ToArrayAsync();
    }
}
