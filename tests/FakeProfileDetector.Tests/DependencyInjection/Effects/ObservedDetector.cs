using System.Reflection;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Profiles;
using FakeProfileDetector.Reasons;
using FakeProfileDetector.Registry;
using FakeProfileDetector.Reviews;
using FakeProfileDetector.Tests.Support;
using FakeProfileDetector.Web;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace FakeProfileDetector.Tests.DependencyInjection.Effects;

/// <summary>A detector from a container with one option set, or none, on a clock that only tests move.</summary>
internal sealed class ObservedDetector : IAsyncDisposable
{
    private readonly ServiceProvider _provider;

    internal ObservedDetector(Action<IServiceCollection, IConfiguration> add, IReadOnlyDictionary<string, string?> configuration)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Time);
        services.AddSingleton(Bits);
        services.AddSingleton<IReviewDecisionStore>(_ => Hanging ?? new InMemoryReviewDecisionStore());
        services.AddSingleton<IWebPhotoSearch>(Web);
        services.AddSingleton<IPhotoDecoder>(new SceneDecoder(Scene.Draw(1)));
        add(services, new ConfigurationBuilder().AddInMemoryCollection(configuration).Build());
        _provider = services.BuildServiceProvider(validateScopes: true);
    }

    internal FakeTimeProvider Time { get; } = new(Invented.Now);

    /// <summary>What the application's own signal weighs; it abstains until this is set.</summary>
    internal OwnBits Bits { get; } = new();

    /// <summary>What a search of the web answers.</summary>
    internal ObservedSearch Web { get; } = new();

    /// <summary>The store of decisions, set before anything is taken from the container; null for an empty one.</summary>
    internal IReviewDecisionStore? Hanging { get; set; }

    internal T Get<T>()
        where T : notnull => _provider.GetRequiredService<T>();

    internal async Task EnrollAsync(params Profile[] members)
    {
        foreach (var member in members)
        {
            await Get<IProfileRegistry>().EnrollAsync(member, TestContext.Current.CancellationToken);
        }
    }

    internal async Task<AuthenticityReport> CheckAsync(Profile profile) =>
        await Get<IProfileAuthenticityChecker>().CheckAsync(profile, TestContext.Current.CancellationToken);

    internal async Task<SignalReport> SignalAsync(string name, Profile profile) => (await CheckAsync(profile)).Signal(name);

    /// <summary>How many enrolled profiles are found that use a photo.</summary>
    internal async Task<object?> UsesAsync(PhotoFingerprint photo) =>
        (await Get<IProfileRegistry>().FindPhotoUsesAsync(photo, cancellationToken: TestContext.Current.CancellationToken)).Uses.Length;

    public ValueTask DisposeAsync() => _provider.DisposeAsync();
}

/// <summary>A search of the web; it knows nothing until it is told.</summary>
internal sealed class ObservedSearch : IWebPhotoSearch
{
    public string Provider => "test";

    internal int Count { get; private set; }

    internal WebPhotoPage[]? Pages { get; set; }

    /// <summary>Completed with the token of a search that then hangs until it is canceled; null for none that hangs.</summary>
    internal TaskCompletionSource<CancellationToken>? Hanging { get; set; }

    public async ValueTask<WebPhotoSearchResult> SearchAsync(WebPhotoQuery query, CancellationToken cancellationToken = default)
    {
        Count++;
        if (Hanging is { } hanging)
        {
            hanging.SetResult(cancellationToken);
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        }

        return Pages is { } pages
            ? new() { Provider = Provider, SearchedAt = Invented.Now, Pages = [.. pages] }
            : throw new WebPhotoSearchException(WebPhotoSearchFailure.NotKept, "Nobody has searched.");
    }
}

internal sealed class OwnBits
{
    internal double? Value { get; set; }

    /// <summary>Completed with the token of an evaluation that then hangs until it is canceled; null for none that hangs.</summary>
    internal TaskCompletionSource<CancellationToken>? Hanging { get; set; }
}

/// <summary>A store of decisions that hangs when it is asked; its members are those of the interface, whatever they are.</summary>
public class HangingDecisions : DispatchProxy
{
    /// <summary>Completed with the token of a read that then hangs until it is canceled.</summary>
    internal TaskCompletionSource<CancellationToken> Entered { get; } = new();

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var token = (CancellationToken)args![^1]!;
        Entered.TrySetResult(token);
        return new ValueTask<IReadOnlyList<ReviewDecision>>(Hang(token));
    }

    private static async Task<IReadOnlyList<ReviewDecision>> Hang(CancellationToken token)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, token);
        return [];
    }
}

/// <summary>A signal of the application's own.</summary>
internal sealed class OwnSignal(OwnBits bits) : IProfileSignal
{
    public string Name => "own";

    public async ValueTask<SignalResult> EvaluateAsync(ProfileContext context, CancellationToken cancellationToken)
    {
        if (bits.Hanging is { } hanging)
        {
            hanging.SetResult(cancellationToken);
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        }

        return bits.Value is { } value
            ? SignalResult.Evidence(value, new Reason("own", "The application says so."))
            : SignalResult.Abstain(new Reason("own", "The application says nothing."));
    }
}
