using System.ComponentModel.DataAnnotations;
using System.Net;
using FakeProfileDetector.WebSearch.Pages;
using Microsoft.Extensions.Options;

namespace FakeProfileDetector.WebSearch;

/// <summary>How the web is searched, by whichever provider; section <c>WebSearch</c>.</summary>
/// <threadsafety>Set it up on one thread before it is handed over; later changes have no effect.</threadsafety>
public sealed class WebSearchOptions
{
    /// <summary>The longest side that a photo is sent with, in pixels; larger ones are reduced, smaller ones keep their size.</summary>
    /// <value>64–640; the default is 640, which providers recommend.</value>
    [Range(64, 640)]
    public int MaximumImageSide { get; set; } = 640;

    /// <summary>The most pages that a provider is asked for.</summary>
    /// <value>1–100; the default is 50.</value>
    [Range(1, 100)]
    public int MaximumPages { get; set; } = 50;

    /// <summary>The most requests to the provider a day (UTC); a repeated request counts like a new one.</summary>
    /// <value>0–1,000,000; the default is 30, which keeps within the 1,000 searches a month that Google gives free of charge. 0 searches never.</value>
    [Range(0, 1_000_000)]
    public int MaximumSearchesPerDay { get; set; } = 30;

    /// <summary>What a request costs, in the currency of <see cref="MaximumCostPerMonth"/>.</summary>
    /// <value>0–1,000; the default is 0: money is not counted.</value>
    [Range(0, 1000)]
    public decimal CostPerSearch { get; set; }

    /// <summary>The most that may be spent in a calendar month (UTC).</summary>
    /// <value>0–1,000,000; the default is 0. With a cost per search it must be at least that.</value>
    [Range(0, 1_000_000)]
    public decimal MaximumCostPerMonth { get; set; }

    /// <summary>The file that counts requests and cost, so that the budget holds across restarts and for all processes of this machine that name it.</summary>
    /// <value>
    /// The default is null: counts are in memory, and start anew with the process. The file is created when it does not exist;
    /// it holds numbers and dates only. Networks that name the same file share its counts.
    /// </value>
    public string? LedgerPath { get; set; }

    /// <summary>How long an answer is kept in memory, under the hash of its photo.</summary>
    /// <value>0 to 365 days; the default is 30 days. 0 keeps none.</value>
    public TimeSpan CacheDuration { get; set; } = TimeSpan.FromDays(30);

    /// <summary>The most answers that are kept; the oldest makes room for a new one.</summary>
    /// <value>0–1,000,000; the default is 1,000, some 60 MB where every page has a fingerprint.</value>
    [Range(0, 1_000_000)]
    public int MaximumCacheEntries { get; set; } = 1000;

    /// <summary>The most searches at the same time; others wait.</summary>
    /// <value>1–256; the default is 4.</value>
    [Range(1, 256)]
    public int MaximumConcurrency { get; set; } = 4;

    /// <summary>How long one request may take.</summary>
    /// <value>100 ms to 10 minutes, at most <see cref="TotalTimeout"/>; the default is 10 seconds.</value>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long the provider may take altogether, with repeated requests and the waits between them.</summary>
    /// <value>100 ms to 10 minutes; the default is 30 seconds.</value>
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a request is repeated when the provider is unavailable, slow or asks to wait for a few seconds.</summary>
    /// <value>0–10; the default is 2. Each counts in the budget.</value>
    [Range(0, 10)]
    public int MaximumRetries { get; set; } = 2;

    /// <summary>Whether images of the pages that were found are fetched and fingerprinted, which confirms that they are copies.</summary>
    /// <value>The default is true. The sites see this machine's address.</value>
    public bool ConfirmCopies { get; set; } = true;

    /// <summary>Whether pages are fetched for their titles where the provider gives none, as TinEye does.</summary>
    /// <value>The default is true. The sites see this machine's address.</value>
    public bool ReadTitles { get; set; } = true;

    /// <summary>The most images, and the most pages, that are fetched after a search.</summary>
    /// <value>0–200; the default is 20.</value>
    [Range(0, 200)]
    public int MaximumFetches { get; set; } = 20;

    /// <summary>The most bytes of an image that are fetched; a larger one is left alone.</summary>
    /// <value>1,024 – 20,971,520; the default is 10,485,760 (10 MB).</value>
    [Range(1024, 20 * 1024 * 1024)]
    public int MaximumImageBytes { get; set; } = 10 * 1024 * 1024;

    /// <summary>How long fetching may take altogether after a search; what is not there by then is left out.</summary>
    /// <value>100 ms to 10 minutes; the default is 20 seconds.</value>
    public TimeSpan FetchTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Whether sites' robots.txt is respected when images and pages are fetched.</summary>
    /// <value>The default is true.</value>
    public bool RespectRobots { get; set; } = true;

    /// <summary>Which addresses may be fetched from; tests, whose servers are on this machine, allow more.</summary>
    internal Func<IPAddress, bool> IsAllowedAddress { get; set; } = AddressGuard.IsPublic;

    /// <summary>Whether other ports than 80 and 443 may be fetched from; for tests.</summary>
    internal bool AllowAnyPort { get; set; }

    /// <summary>The wait before the first repetition, where the provider names none; the next ones are longer.</summary>
    internal TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(1);
}

/// <summary>Rules of <see cref="WebSearchOptions"/>, generated from its attributes.</summary>
[OptionsValidator]
internal sealed partial class WebSearchOptionsAttributes : IValidateOptions<WebSearchOptions>;

/// <summary>Rules of <see cref="WebSearchOptions"/>: its attributes, its times, and that the budget allows a search.</summary>
internal sealed class WebSearchOptionsValidator : IValidateOptions<WebSearchOptions>
{
    private static readonly TimeSpan ShortestTimeout = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LongestCacheDuration = TimeSpan.FromDays(365);

    private readonly WebSearchOptionsAttributes _attributes = new();

    public ValidateOptionsResult Validate(string? name, WebSearchOptions options)
    {
        var ranges = _attributes.Validate(name, options);
        if (ranges.Failed)
        {
            return ranges;
        }

        return options switch
        {
            _ when options.CacheDuration < TimeSpan.Zero || options.CacheDuration > LongestCacheDuration =>
                ValidateOptionsResult.Fail($"CacheDuration ({options.CacheDuration}) must be 0 to 365 days."),
            _ when !IsTimeout(options.AttemptTimeout) => WrongTimeout(nameof(options.AttemptTimeout), options.AttemptTimeout),
            _ when !IsTimeout(options.TotalTimeout) => WrongTimeout(nameof(options.TotalTimeout), options.TotalTimeout),
            _ when !IsTimeout(options.FetchTimeout) => WrongTimeout(nameof(options.FetchTimeout), options.FetchTimeout),
            _ when options.AttemptTimeout > options.TotalTimeout => ValidateOptionsResult.Fail(
                $"AttemptTimeout ({options.AttemptTimeout}) must be at most TotalTimeout ({options.TotalTimeout})."),
            _ when options.CostPerSearch > options.MaximumCostPerMonth => ValidateOptionsResult.Fail(
                $"MaximumCostPerMonth ({options.MaximumCostPerMonth}) must be at least CostPerSearch ({options.CostPerSearch}): else nothing is ever searched for."),
            _ when options.LedgerPath is { } path && string.IsNullOrWhiteSpace(path) => ValidateOptionsResult.Fail(
                "LedgerPath is blank; name a file, or leave it out to count in memory."),
            _ => ValidateOptionsResult.Success,
        };
    }

    private static bool IsTimeout(TimeSpan value) => value >= ShortestTimeout && value <= LongestTimeout;

    private static ValidateOptionsResult WrongTimeout(string name, TimeSpan value) =>
        ValidateOptionsResult.Fail($"{name} ({value}) must be 100 ms to 10 minutes.");
}
