using FakeProfileDetector.Photos;
using FakeProfileDetector.Profiles;
using FakeProfileDetector.Registry;
using FakeProfileDetector.Sharing.Members;
using FakeProfileDetector.Sharing.Networks;
using FakeProfileDetector.Signals.WebReuse;
using FakeProfileDetector.Web;
using Microsoft.Extensions.DependencyInjection;

namespace FakeProfileDetector.Sharing.Web.Running;

/// <summary>Checks the accounts of one network twice, as an application does that searches the web and as one that does not.</summary>
internal static class WebRun
{
    // More than any answer here has: every page that counts is named in a reason.
    private const int MostPages = 50;

    internal static async Task<WebOutcome[]> CheckAsync(PlantedAccount[] accounts)
    {
        Profile[] profiles = [.. accounts.Select(account => MemberFactory.ToProfile(account.Member))];
        var without = await CheckAsync(accounts, profiles, WebSearchPolicy.Never);
        var with = await CheckAsync(accounts, profiles, WebSearchPolicy.WhenUndecided);
        return [.. accounts.Select((account, i) => ToOutcome(account, without[i], with[i]))];
    }

    private static async Task<AuthenticityReport[]> CheckAsync(PlantedAccount[] accounts, Profile[] profiles, WebSearchPolicy policy)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(new FixedTime());
        services.AddSingleton<IWebPhotoSearch>(provider => new MadeUpWeb(accounts, provider.GetRequiredService<IPhotoFingerprinter>()));
        services.AddFakeProfileDetector(options => options.WebSearchPolicy = policy).UseSkiaSharp().AddWebReuse(options => options.MaximumPages = MostPages);
        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<IProfileRegistry>().EnrollAllAsync(profiles.ToAsyncEnumerable());
        return await provider.GetRequiredService<IProfileAuthenticityChecker>().CheckAllAsync(profiles.ToAsyncEnumerable()).ToArrayAsync();
    }

    private static WebOutcome ToOutcome(PlantedAccount account, AuthenticityReport without, AuthenticityReport with)
    {
        var signal = with.Signals.Single(signal => signal.Name == WebReuseSignal.SignalName);
        var light = account with { Member = account.Member with { Photo = [] }, Pages = [.. account.Pages.Select(page => page with { Picture = null })] };
        return new(light, without.Verdict, with.Verdict, [.. signal.Reasons.Select(reason => reason.Code)], signal.WeightBits, PageFates.Of(account, with));
    }
}
