using FakeProfileDetector.Checking;
using FakeProfileDetector.Reasons;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace FakeProfileDetector.Tests.DependencyInjection;

/// <summary>Signals that take what an application makes for each request.</summary>
public sealed class ScopedSignalsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(ServiceLifetime.Scoped)]
    [InlineData(ServiceLifetime.Transient)]
    public async Task Signal_MadeForEachCheck_HasAContextOfItsOwnWhichIsDisposed(ServiceLifetime lifetime)
    {
        var contexts = new Contexts();
        await using var provider = Build(contexts, builder => builder.AddSignal<ContextSignal>(lifetime));
        var checker = provider.GetRequiredService<IProfileAuthenticityChecker>();
        contexts.Used.Clear();

        await checker.CheckAsync(new("a"), Token);
        await checker.CheckAsync(new("b"), Token);

        Assert.Equal(2, contexts.Used.Distinct().Count());
        Assert.All(contexts.Made, context => Assert.True(context.IsDisposed));
    }

    [Fact]
    public async Task Signals_OfOneCheck_ShareItsScope()
    {
        var contexts = new Contexts();
        await using var provider = Build(contexts, builder => builder
            .AddSignal<ContextSignal>(ServiceLifetime.Scoped)
            .AddSignal(services => new OtherContextSignal(services.GetRequiredService<Context>()), ServiceLifetime.Scoped));

        var report = await provider.GetRequiredService<IProfileAuthenticityChecker>().CheckAsync(new("a"), Token);

        Assert.Equal(["context", "other-context"], report.Signals.Skip(3).Select(signal => signal.Name));
        Assert.Single(contexts.Used.Distinct());
    }

    [Fact]
    public async Task Signals_OfConcurrentChecks_DoNotShare()
    {
        var contexts = new Contexts { AreAllIn = new Barrier(2) };
        await using var provider = Build(contexts, builder => builder.AddSignal<ContextSignal>(ServiceLifetime.Scoped), Timeout.InfiniteTimeSpan);
        var checker = provider.GetRequiredService<IProfileAuthenticityChecker>();

        await Task.WhenAll(
            Task.Run(async () => await checker.CheckAsync(new("a"), Token), Token),
            Task.Run(async () => await checker.CheckAsync(new("b"), Token), Token));

        Assert.Equal(2, contexts.Used.Distinct().Count());
        Assert.DoesNotContain(true, contexts.WereDisposed);
    }

    [Fact]
    public async Task Signal_GivenUp_KeepsItsContextUntilItEnds()
    {
        var time = new FakeTimeProvider();
        var contexts = new Contexts { Entered = new(), Leave = new() };
        await using var provider = Build(contexts, builder => builder.AddSignal<ContextSignal>(ServiceLifetime.Scoped), time: time);
        var checker = provider.GetRequiredService<IProfileAuthenticityChecker>();
        var check = checker.CheckAsync(new("a"), Token).AsTask();
        var context = await contexts.Entered.Task;

        time.Advance(TimeSpan.FromMinutes(1));
        var report = await check;

        Assert.Contains(report.Signals, signal => signal is { Name: "context", Outcome: SignalOutcome.Failed });
        Assert.False(context.IsDisposed);
        contexts.Leave.SetResult();
        await context.Disposed.Task.WaitAsync(Token);
    }

    [Fact]
    public async Task Context_ThatCannotBeDisposed_CostsNothing()
    {
        var contexts = new Contexts();
        await using var provider = Build(contexts, builder => builder.AddSignal<ContextSignal>(ServiceLifetime.Scoped));
        var checker = provider.GetRequiredService<IProfileAuthenticityChecker>();
        contexts.FailsToDispose = true;

        var report = await checker.CheckAsync(new("a"), Token);

        Assert.Equal(SignalOutcome.Neutral, report.Signals.Single(signal => signal.Name == "context").Outcome);
    }

    [Fact]
    public async Task Signal_SingletonThatTakesAScopedService_IsRefusedAtStartWithTheRemedy()
    {
        await using var provider = Build(new(), builder => builder.AddSignal<ContextSignal>().AddSignal<RepositorySignal>(), validateScopes: false);

        var exception = Assert.Throws<OptionsValidationException>(provider.GetRequiredService<IStartupValidator>().Validate);

        Assert.Contains("ContextSignal serves all checks but takes Context, which is scoped", exception.Message, StringComparison.Ordinal);
        Assert.Contains("AddSignal<ContextSignal>(ServiceLifetime.Scoped)", exception.Message, StringComparison.Ordinal);
        Assert.Contains("RepositorySignal serves all checks but takes Repository, which takes Context, which is scoped", exception.Message, StringComparison.Ordinal);
        Assert.Throws<OptionsValidationException>(provider.GetRequiredService<IProfileAuthenticityChecker>);
    }

    /// <summary>The container takes the longest constructor that it can fill: by that one a signal is judged, and by the last registration of a service.</summary>
    [Fact]
    public async Task Signal_SingletonWithSeveralConstructors_IsJudgedByTheOneThatTheContainerTakes()
    {
        await using var captive = Build(new(), builder => builder.AddSignal<OptionalContextSignal>(), validateScopes: false);
        await using var free = Build(new(), builder => builder.AddSignal<UnfilledContextSignal>(), validateScopes: false);
        await using var replaced = Build(
            new(), builder => builder.AddSignal<ContextSignal>().Services.AddSingleton<Context>(), validateScopes: false);

        var exception = Assert.Throws<OptionsValidationException>(captive.GetRequiredService<IStartupValidator>().Validate);

        Assert.Contains("OptionalContextSignal serves all checks but takes Context", exception.Message, StringComparison.Ordinal);
        free.GetRequiredService<IStartupValidator>().Validate();
        replaced.GetRequiredService<IStartupValidator>().Validate();
        Assert.Equal("without-context", free.GetRequiredService<IEnumerable<IProfileSignal>>().Last().Name);
        Assert.Equal("with-context-False-0", captive.GetRequiredService<IEnumerable<IProfileSignal>>().Last().Name);
    }

    [Fact]
    public async Task RemoveSignal_AmongScopedOnes_IsNotAsked()
    {
        await using var provider = Build(new(), builder => builder.AddSignal<ContextSignal>(ServiceLifetime.Scoped).RemoveSignal("name-mismatch"));

        var report = await provider.GetRequiredService<IProfileAuthenticityChecker>().CheckAsync(new("a"), Token);

        Assert.Equal(["image-reuse", "sparse-history", "context"], report.Signals.Select(signal => signal.Name));
    }

    [Fact]
    public async Task Signals_AllSingletons_AreMadeOnceAndNeedNoScope()
    {
        await using var provider = Build(new(), static _ => { });

        Assert.Null(Assert.IsType<ProfileAuthenticityChecker>(provider.GetRequiredService<IProfileAuthenticityChecker>()).SignalSource);
    }

    private static ServiceProvider Build(
        Contexts contexts,
        Action<IFakeProfileDetectorBuilder> configure,
        TimeSpan? timeout = null,
        TimeProvider? time = null,
        bool validateScopes = true)
    {
        var services = new ServiceCollection();
        services.AddSingleton(contexts).AddScoped<Context>().AddTransient<Repository>().AddSingleton(time ?? new FakeTimeProvider());
        configure(services.AddFakeProfileDetector(options => options.SignalTimeout = timeout ?? options.SignalTimeout));
        return services.BuildServiceProvider(validateScopes);
    }

    /// <summary>What the contexts of a test have in common.</summary>
    private sealed class Contexts
    {
        private readonly Lock _lock = new();

        internal List<Context> Made { get; } = [];

        internal List<Context> Used { get; } = [];

        internal List<bool> WereDisposed { get; } = [];

        /// <summary>Lets nobody go on before all are in.</summary>
        internal Barrier? AreAllIn { get; init; }

        internal TaskCompletionSource<Context>? Entered { get; init; }

        internal TaskCompletionSource? Leave { get; init; }

        internal bool FailsToDispose { get; set; }

        internal async Task UseAsync(Context context)
        {
            lock (_lock)
            {
                Used.Add(context);
            }

            AreAllIn?.SignalAndWait(Token);
            Entered?.TrySetResult(context);
            if (Leave is not null)
            {
                await Leave.Task;
            }

            lock (_lock)
            {
                WereDisposed.Add(context.IsDisposed);
            }
        }

        internal void Add(Context context)
        {
            lock (_lock)
            {
                Made.Add(context);
            }
        }
    }

    /// <summary>As a <c>DbContext</c>: for one request, and disposed after it.</summary>
    private sealed class Context : IAsyncDisposable
    {
        private readonly Contexts _contexts;

        public Context(Contexts contexts)
        {
            _contexts = contexts;
            contexts.Add(this);
        }

        internal bool IsDisposed => Disposed.Task.IsCompleted;

        internal TaskCompletionSource Disposed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        internal Task UseAsync() => _contexts.UseAsync(this);

        public ValueTask DisposeAsync()
        {
            Disposed.TrySetResult();
            return _contexts.FailsToDispose ? throw new InvalidOperationException("The connection is gone.") : ValueTask.CompletedTask;
        }
    }

    private sealed class Repository(Context context)
    {
        internal Context Context { get; } = context;
    }

    private sealed class ContextSignal(Context context) : IProfileSignal
    {
        public string Name => "context";

        public async ValueTask<SignalResult> EvaluateAsync(ProfileContext profile, CancellationToken cancellationToken)
        {
            await context.UseAsync();
            return SignalResult.Neutral(new Reason("context", "Looked up."));
        }
    }

    private sealed class OtherContextSignal(Context context) : IProfileSignal
    {
        public string Name => "other-context";

        public async ValueTask<SignalResult> EvaluateAsync(ProfileContext profile, CancellationToken cancellationToken)
        {
            await context.UseAsync();
            return SignalResult.Neutral(new Reason("context", "Looked up."));
        }
    }

    /// <summary>Takes a context where there is one; the longest constructor cannot be filled.</summary>
    private sealed class OptionalContextSignal : NeutralSignal
    {
        public OptionalContextSignal()
        {
        }

        public OptionalContextSignal(Context context, int number = 0) => Name = $"with-context-{context.IsDisposed}-{number}";

        public OptionalContextSignal(Context context, int number, Uri notRegistered) => Name = $"{context}-{number}-{notRegistered}";
    }

    /// <summary>Would take a context beside something that is nowhere registered.</summary>
    private sealed class UnfilledContextSignal : NeutralSignal
    {
        public UnfilledContextSignal(Contexts contexts) => Name = contexts.Used.Count == 0 ? "without-context" : "used";

        public UnfilledContextSignal(Contexts contexts, Context context, Uri notRegistered) => Name = $"{contexts}-{context}-{notRegistered}";
    }

    private abstract class NeutralSignal : IProfileSignal
    {
        public string Name { get; protected init; } = "neutral";

        public ValueTask<SignalResult> EvaluateAsync(ProfileContext context, CancellationToken cancellationToken) =>
            new(SignalResult.Neutral(new Reason("neutral", "Looked.")));
    }

    private sealed class RepositorySignal(Repository repository) : IProfileSignal
    {
        public string Name => $"repository-{repository.Context.IsDisposed}";

        public ValueTask<SignalResult> EvaluateAsync(ProfileContext profile, CancellationToken cancellationToken) =>
            new(SignalResult.Neutral(new Reason("repository", "Looked up.")));
    }
}
