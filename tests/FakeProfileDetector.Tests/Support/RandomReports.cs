using System.Collections.Immutable;
using CsCheck;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Reasons;

namespace FakeProfileDetector.Tests.Support;

/// <summary>Reports of every shape, for properties of what is made of them.</summary>
internal static class RandomReports
{
    internal static Gen<string> Text { get; } = Gen.OneOf<string>(
        Gen.OneOf("", "m-1", "Ana \"Horvat\"", "<script>", "Đorđe 李雷 👩‍💻", "a\u202Eb", "\t\\/&'"),
        Gen.Char['\0', '\uD7FF'].Array[0, 12].Select(characters => new string(characters)));

    internal static Gen<AuthenticityReport> Report { get; } =
        from id in Text
        from outcome in Gen.Select(Gen.Enum<AuthenticityVerdict>(), Gen.Enum<RecommendedAction>(), Gen.Enum<DetectorMode>())
        from shares in Gen.Select(Gen.Double[0, 1], Gen.Double[0, 1])
        from bits in Gen.Select(Gen.Double[-20, 20], Gen.Double[-20, 20])
        from signals in Signal.Array[0, 4]
        from ablations in Ablation.Array[0, 3]
        from seconds in Gen.Long[0, 10_000_000_000]
        from minutes in Gen.Int[-840, 840]
        from versions in Gen.Select(Text, Text)
        select new AuthenticityReport(id)
        {
            Verdict = outcome.Item1,
            RecommendedAction = outcome.Item2,
            Mode = outcome.Item3,
            Probability = shares.Item1,
            PriorBits = bits.Item1,
            PosteriorBits = bits.Item2,
            Coverage = shares.Item2,
            Signals = [.. signals],
            Ablations = [.. ablations],
            CheckedAt = new(DateTime.UnixEpoch.AddSeconds(seconds).AddTicks(seconds % 10_000_000).Ticks, TimeSpan.FromMinutes(minutes)),
            ScoringVersion = versions.Item1,
            HashAlgorithm = versions.Item2,
        };

    private static Gen<Reason> Reason =>
        from code in Text
        from text in Text
        from facts in Gen.Select(Text, Text).Array[0, 3]
        select new Reason(code, text) { Facts = facts.DistinctBy(fact => fact.Item1).ToImmutableSortedDictionary(fact => fact.Item1, fact => fact.Item2, StringComparer.Ordinal) };

    private static Gen<PhotoAlteration> Alteration =>
        from flags in Gen.Select(Gen.Bool, Gen.Enum<PhotoCopyGrade>(), Gen.Int[0, 64])
        from shares in Gen.Double[0, 1].Array[3]
        from unknown in Gen.Bool.Array[3]
        from edges in Gen.Double[0, 1].Array[4]
        from others in Gen.Select(Gen.Double[0.3, 3], Gen.Double[-12, 12], Gen.Double[0, 1])
        select new PhotoAlteration
        {
            IsMirrored = flags.Item1,
            IsNegative = others.Item3 > 0.5,
            Grade = flags.Item2,
            MatchedPatches = flags.Item3,
            KeptShare = unknown[0] ? null : shares[0],
            OwnShare = unknown[1] ? null : shares[1],
            Correlation = unknown[2] ? null : shares[2],
            Kept = new(Math.Min(edges[0], edges[1]), Math.Min(edges[2], edges[3]), Math.Max(edges[0], edges[1]), Math.Max(edges[2], edges[3])),
            Scale = others.Item1,
            RotationDegrees = others.Item2,
            MatchedShare = others.Item3,
        };

    private static Gen<PhotoMatch> Match =>
        from id in Text
        from place in Gen.Select(Gen.Int[0, 256], Gen.Enum<DihedralTransform>(), Gen.Int[-1, 5])
        from alteration in Gen.Null(Alteration)
        select new PhotoMatch(id, place.Item1, place.Item2) { Alteration = alteration, Person = place.Item3 < 0 ? null : place.Item3 };

    private static Gen<SignalReport> Signal =>
        from name in Text
        from outcome in Gen.Enum<SignalOutcome>()
        from bits in Gen.Double[-20, 20]
        from reasons in Reason.Array[0, 3]
        from matches in Match.Array[0, 3]
        select new SignalReport(name, outcome, bits, [.. reasons], [.. matches]);

    private static Gen<Ablation> Ablation =>
        from name in Text
        from verdict in Gen.Enum<AuthenticityVerdict>()
        from probability in Gen.Double[0, 1]
        select new Ablation(name, verdict, probability);
}
