using FakeProfileDetector.Photos;
using FakeProfileDetector.Web;
using FakeProfileDetector.WebSearch.Budget;
using FakeProfileDetector.WebSearch.Http;
using FakeProfileDetector.WebSearch.Pages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FakeProfileDetector.WebSearch;

/// <summary>Registers the parts of one network's search.</summary>
internal static class WebSearchRegistration
{
    /// <summary>Makes the provider's requests from the options and the container.</summary>
    internal delegate IWebSearchProvider CreateProvider(ProviderClient client, IServiceProvider provider, string? network);

    /// <summary>Sets the one search of a network.</summary>
    internal static void Use(IFakeProfileDetectorBuilder builder, Func<IServiceProvider, IWebPhotoSearch> create)
    {
        builder.Services.Replace(ServiceDescriptor.DescribeKeyed(
            typeof(IWebPhotoSearch), builder.Name, (provider, _) => create(provider), ServiceLifetime.Singleton));
        builder.AddWebReuse();
    }

    /// <summary>Sets a provider over HTTP, with all that stands in front of it.</summary>
    /// <param name="builder">The network.</param>
    /// <param name="access">Makes what puts the key on a request.</param>
    /// <param name="secretHeaders">The headers that it sets.</param>
    /// <param name="create">Makes the provider.</param>
    internal static void UseProvider(
        IFakeProfileDetectorBuilder builder, Func<IServiceProvider, string?, Authorize> access, string[] secretHeaders, CreateProvider create)
    {
        var (services, network) = (builder.Services, builder.Name);
        services.TryAdd(ServiceDescriptor.DescribeKeyed(typeof(SearchBudget), network, (provider, _) => CreateBudget(provider, network), ServiceLifetime.Singleton));

        // Named anew for each call: handlers add up under a name, and a provider that is chosen twice must not count its requests twice.
        var client = $"FakeProfileDetector.WebSearch:{services.Count}";
        var pages = $"{client}:pages";
        ProviderHttp.Add(services, client, network, provider => new(Require<SearchBudget>(provider, network), access(provider, network), secretHeaders));
        PageHttp.Add(services, pages, network);
        Use(builder, provider =>
        {
            var options = provider.GetOptions<WebSearchOptions>(network);
            var time = provider.GetRequiredService<TimeProvider>();
            var factory = provider.GetRequiredService<IHttpClientFactory>();
            return new SharedWebPhotoSearch(
                create(new(factory, client), provider, network),
                new(Require<DecodingGate>(provider, network), options.MaximumImageSide),
                new(new(new(factory, pages), options, time), Require<IPhotoFingerprinter>(provider, network), options, time),
                options,
                time);
        });
    }

    private static SearchBudget CreateBudget(IServiceProvider provider, string? network)
    {
        var options = provider.GetOptions<WebSearchOptions>(network);
        ISearchLedger ledger = options.LedgerPath is { } path ? new FileLedger(path) : new MemoryLedger();
        return new(options, ledger, provider.GetRequiredService<TimeProvider>());
    }

    private static TService Require<TService>(IServiceProvider provider, string? network)
        where TService : class =>
        network is null ? provider.GetRequiredService<TService>() : provider.GetRequiredKeyedService<TService>(network);
}
