namespace FakeProfileDetector.Names;

/// <summary>The outcome of comparing two names.</summary>
/// <param name="Relation">How the names relate.</param>
/// <param name="WeightBits">
/// Weight of evidence, in bits, that the names belong to different people: positive for different, negative for one
/// person, 0 where the comparison says nothing. See <see cref="NameComparer"/> for the values.
/// </param>
/// <param name="Explanation">A sentence a moderator understands; it repeats no part of either name.</param>
public readonly record struct NameComparison(NameRelation Relation, double WeightBits, string Explanation);
