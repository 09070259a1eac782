using System.Diagnostics;
using FakeProfileDetector.Profiles;
using FakeProfileDetector.Registry;
using Microsoft.Extensions.DependencyInjection;

namespace FakeProfileDetector.WholeJob.Checking;

/// <summary>A detector as an application sets it up, over a store in memory that outlives it.</summary>
internal sealed class Network : IAsyncDisposable
{
    private readonly ServiceProvider _provider;

    /// <summary>Sets up a detector with its default options.</summary>
    /// <param name="store">The store; what it holds already is loaded by <see cref="LoadAsync"/>.</param>
    internal Network(IProfileStore store)
    {
        var services = new ServiceCollection();
        services.AddFakeProfileDetector().UseProfileStore(_ => store);
        _provider = services.BuildServiceProvider();
        Checker = _provider.GetRequiredService<IProfileAuthenticityChecker>();
        Registry = _provider.GetRequiredService<IProfileRegistry>();
    }

    internal IProfileAuthenticityChecker Checker { get; }

    internal IProfileRegistry Registry { get; }

    /// <summary>Reads what the store holds; gives the seconds that it took.</summary>
    internal async Task<double> LoadAsync()
    {
        var start = Stopwatch.GetTimestamp();
        await Registry.LoadAsync();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    /// <summary>Enrolls profiles one after another; gives the seconds that each took, and leaves out what it took to make them.</summary>
    internal async Task<double[]> EnrollAsync(IEnumerable<Profile> profiles)
    {
        var seconds = new List<double>();
        foreach (var profile in profiles)
        {
            var start = Stopwatch.GetTimestamp();
            await Registry.EnrollAsync(profile);
            seconds.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        return [.. seconds];
    }

    public ValueTask DisposeAsync() => _provider.DisposeAsync();
}
