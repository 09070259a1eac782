using System.Collections.Immutable;

namespace FakeProfileDetector.Checking;

/// <summary>The rules of signals' names, by which reports and options tell them apart.</summary>
internal static class SignalNames
{
    /// <summary>The signals, if their names are in order.</summary>
    /// <exception cref="ArgumentException">They are not.</exception>
    internal static ImmutableArray<IProfileSignal> Checked(ImmutableArray<IProfileSignal> signals, FakeProfileDetectorOptions options)
    {
        var names = signals.Select(signal => signal.Name).ToHashSet(StringComparer.Ordinal);
        if (names.Contains(ReviewedVerdict.SignalName))
        {
            throw new ArgumentException(
                $"A signal is named \"{ReviewedVerdict.SignalName}\", as reviewers' decisions are in reports; give it another name.", nameof(signals));
        }

        if (signals.GroupBy(signal => signal.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new ArgumentException(
                $"Two signals are named \"{twice.Key}\"; give each its own name, because reports tell them apart by it.",
                nameof(signals));
        }

        if (options.MayReachLikelyFake.FirstOrDefault(name => !names.Contains(name)) is { } unknown)
        {
            throw new ArgumentException(
                $"MayReachLikelyFake names \"{unknown}\", but the signals are {string.Join(", ", names.Order(StringComparer.Ordinal))}; correct the name, or add the signal.",
                nameof(signals));
        }

        return signals;
    }
}
