using System.Collections.Immutable;
using FakeProfileDetector.Reasons;

namespace FakeProfileDetector.Names;

/// <summary>The outcome of comparing two names.</summary>
/// <threadsafety>Immutable; safe to share between threads.</threadsafety>
public readonly struct NameComparison
{
    private readonly NameObservations _observations;

    internal NameComparison(NameRelation relation, double weightBits, NameObservations observations)
    {
        Relation = relation;
        WeightBits = weightBits;
        _observations = observations;
    }

    /// <summary>How the names relate.</summary>
    public NameRelation Relation { get; }

    /// <summary>
    /// Weight of evidence, in bits, that the names belong to different people: positive for different, negative for one
    /// person, 0 where the comparison says nothing. See <see cref="NameComparer"/> for the ranges.
    /// </summary>
    public double WeightBits { get; }

    /// <summary>A sentence a moderator understands; it repeats no part of either name.</summary>
    public string Explanation => Relation == NameRelation.NotComparable && (_observations & NameReasons.Nobodys) != 0
        ? "The names cannot be compared: one of them is not the name of one person."
        : Relation.ToSentence();

    /// <summary>What was noticed on the way, such as initials or a transliteration; empty when nothing was.</summary>
    public ImmutableArray<Reason> Reasons => NameReasons.Of(_observations);

    /// <summary>Names the relation only, so that a logged comparison gives no personal data away.</summary>
    /// <returns>The relation.</returns>
    public override string ToString() => Relation.ToString();
}
