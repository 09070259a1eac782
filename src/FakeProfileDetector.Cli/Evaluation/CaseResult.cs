using FakeProfileDetector.Evaluation;

namespace FakeProfileDetector.Cli.Evaluation;

/// <summary>How the profiles of one case were judged.</summary>
/// <param name="Truth">The case.</param>
/// <param name="Profiles">Profiles of the case that the report judges.</param>
/// <param name="LikelyFake">Those called LikelyFake.</param>
/// <param name="Suspicious">Those called Suspicious.</param>
internal sealed record CaseResult(Truth Truth, int Profiles, int LikelyFake, int Suspicious)
{
    /// <summary>Called LikelyFake: recall of a fake case, false accusations of a genuine one.</summary>
    internal Proportion Rate => new(LikelyFake, Profiles);

    /// <summary>Called Suspicious or LikelyFake.</summary>
    internal Proportion FlaggedRate => new(LikelyFake + Suspicious, Profiles);

    internal string Label => Truth.IsFake ? "fake" : "genuine";
}
