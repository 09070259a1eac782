using FakeProfileDetector.Names;

namespace FakeProfileDetector.Accuracy.Matchers;

/// <summary>
/// The comparison of this library, by its weight. Identical names weigh 0 because impersonators copy names: a decision
/// about evidence and not about likeness, so here they differ least of all.
/// </summary>
internal sealed class ComparerMatcher : INameMatcher
{
    public string Name => nameof(NameComparer);

    public double Difference(string a, string b) => NameComparer.Compare(a, b) switch
    {
        { Relation: NameRelation.Identical } => double.NegativeInfinity,
        { WeightBits: var bits } => bits,
    };
}
