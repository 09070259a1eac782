using F23.StringSimilarity;

namespace FakeProfileDetector.Accuracy.Matchers;

internal sealed class JaroWinklerMatcher : INameMatcher
{
    private readonly JaroWinkler _algorithm = new();

    public string Name => "Jaro-Winkler";

    public double Difference(string a, string b) => _algorithm.Distance(a.ToLowerInvariant(), b.ToLowerInvariant());
}
