using System.Collections.Immutable;
using System.Globalization;
using FakeProfileDetector.Reasons;

namespace FakeProfileDetector.Checking;

/// <summary>The time that one part of a check may take; it ends earlier when the check is canceled.</summary>
internal sealed class TimeLimit : IDisposable
{
    private readonly CancellationTokenSource _limit;
    private readonly CancellationTokenSource _stopping;

    internal TimeLimit(TimeSpan timeout, TimeProvider time, CancellationToken cancellationToken)
    {
        _limit = new(timeout, time);
        _stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _limit.Token);
        Token = _stopping.Token;
    }

    /// <summary>Stops the work. Work that was given up may start after this object is gone: the token stays.</summary>
    internal CancellationToken Token { get; }

    /// <summary>Whether the time is over.</summary>
    internal bool IsOver => _limit.IsCancellationRequested;

    /// <summary>That something took too long, as a reason.</summary>
    internal static Reason ReasonOf(string code, string beginning, TimeSpan timeout)
    {
        var seconds = timeout.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
        return new(code, $"{beginning} took longer than {seconds} s.")
        {
            Facts = ImmutableSortedDictionary<string, string>.Empty.Add("seconds", seconds),
        };
    }

    public void Dispose()
    {
        _stopping.Dispose();
        _limit.Dispose();
    }
}
