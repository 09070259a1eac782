using AnyAscii;

namespace FakeProfileDetector.Accuracy.Matchers;

/// <summary>Another matcher on names in ASCII.</summary>
internal sealed class RomanizedMatcher(INameMatcher inner) : INameMatcher
{
    public string Name => $"{inner.Name}, romanized";

    public double Difference(string a, string b) => inner.Difference(a.Transliterate(), b.Transliterate());
}
