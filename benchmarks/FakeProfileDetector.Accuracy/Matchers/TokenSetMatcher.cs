using FuzzySharp;

namespace FakeProfileDetector.Accuracy.Matchers;

internal sealed class TokenSetMatcher : INameMatcher
{
    private const int Whole = 100;

    public string Name => "token set";

    public double Difference(string a, string b) => Whole - Fuzz.TokenSetRatio(a.ToLowerInvariant(), b.ToLowerInvariant());
}
