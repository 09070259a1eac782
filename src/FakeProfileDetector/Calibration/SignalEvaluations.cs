using System.Collections.Immutable;
using FakeProfileDetector.Checking;
using FakeProfileDetector.History;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Registry;
using Microsoft.Extensions.Logging.Abstractions;

namespace FakeProfileDetector.Calibration;

/// <summary>What the signals say of the labeled accounts, before any cap or factor.</summary>
internal sealed class SignalEvaluations
{
    private readonly IReadOnlyList<LabeledProfile> _profiles;
    private readonly IProfileRegistry? _registry;
    private readonly IPhotoFingerprinter? _fingerprinter;
    private readonly ImmutableArray<IProfileSignal> _signals;
    private readonly ImmutableHashSet<BuiltInEvidence> _counted;
    private readonly ContextBuilder _contexts;
    private readonly SignalRunner _runner;

    internal SignalEvaluations(
        IReadOnlyList<LabeledProfile> profiles,
        IProfileRegistry? registry,
        IPhotoFingerprinter? fingerprinter,
        ImmutableArray<IProfileSignal> signals,
        TimeProvider time)
    {
        _profiles = profiles;
        _registry = registry;
        _fingerprinter = fingerprinter;
        _signals = signals;
        _counted = SignalRunner.Counted(signals);

        // Learning waits for whatever a check would give up.
        _contexts = new(registry, decisions: null, relationsOf: null, web: null, Timeout.InfiniteTimeSpan, time, NullLogger.Instance);
        _runner = new(new() { SignalTimeout = Timeout.InfiniteTimeSpan }, time, NullLogger.Instance);
        Names = [.. signals.Select(signal => signal.Name)];
    }

    internal ImmutableArray<string> Names { get; }

    /// <summary>
    /// Groups as labeled, those that share a photo joined; not those that share a default avatar or a picture too plain to
    /// compare, who have nothing to do with each other.
    /// </summary>
    internal async Task<GroupedFolds> GroupAsync(CancellationToken cancellationToken)
    {
        var groups = new GroupedFolds(_profiles);
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (index, labeled) in _profiles.Index())
        {
            first.TryAdd(labeled.Profile.Id, index);
        }

        foreach (var (index, labeled) in _profiles.Index())
        {
            if (_registry is not null && Photo(labeled, cancellationToken)?.Fingerprint is { } fingerprint)
            {
                var uses = await _registry.FindPhotoUsesAsync(fingerprint, labeled.Profile.Id, cancellationToken).ConfigureAwait(false);
                if (uses is { IsCompared: true, BenignPicture: null })
                {
                    JoinUses(index, uses);
                }
            }
        }

        return groups;

        void JoinUses(int index, PhotoUseResult uses)
        {
            foreach (var use in uses.Uses)
            {
                if (first.TryGetValue(use.Holder.Id, out var other))
                {
                    groups.Join(index, other);
                }
            }
        }
    }

    /// <summary>What every signal says of every account, by the history weights that belong to it.</summary>
    internal async Task<ImmutableArray<EvaluatedSignal>[]> EvaluateAsync(
        Func<int, HistoryWeights> weightsOf, double prior, CancellationToken cancellationToken)
    {
        var results = new ImmutableArray<EvaluatedSignal>[_profiles.Count];
        await Parallel.ForAsync(0, results.Length, cancellationToken, async (i, token) =>
        {
            var (context, _) = await _contexts.BuildAsync(
                _profiles[i].Profile, Photo(_profiles[i], token), weightsOf(i), prior, _counted, token).ConfigureAwait(false);
            results[i] = await _runner.RunAsync(new(_signals, scope: null), context, token).ConfigureAwait(false);
        }).ConfigureAwait(false);
        return results;
    }

    private PhotoFingerprintResult? Photo(LabeledProfile labeled, CancellationToken cancellationToken) =>
        _fingerprinter is null ? null : labeled.Profile.Photo?.GetFingerprint(_fingerprinter, cancellationToken);
}
