namespace FakeProfileDetector.Accuracy.Matchers;

/// <summary>Something that says how different two names are. One more matcher is one more class and a line in <see cref="NameMatchers"/>.</summary>
internal interface INameMatcher
{
    /// <summary>Heads the matcher's column.</summary>
    string Name { get; }

    /// <summary>Higher speaks more for different people; only the order matters.</summary>
    double Difference(string a, string b);
}
