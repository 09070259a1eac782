namespace FakeProfileDetector.Accuracy.Matchers;

/// <summary>The matchers that are compared.</summary>
internal static class NameMatchers
{
    /// <summary>For full names.</summary>
    internal static readonly INameMatcher[] Full = [new ComparerMatcher(), new JaroWinklerMatcher(), new TokenSetMatcher()];

    /// <summary>For names in two scripts: what knows one script only gets both in that.</summary>
    internal static readonly INameMatcher[] AcrossScripts =
        [new ComparerMatcher(), new RomanizedMatcher(new JaroWinklerMatcher()), new RomanizedMatcher(new TokenSetMatcher())];

    /// <summary>For single words in two scripts: as whole names not comparable, so that only the weight of agreement tells.</summary>
    internal static readonly INameMatcher[] SingleWords = [new ComparerMatcher(), new RomanizedMatcher(new JaroWinklerMatcher())];
}
