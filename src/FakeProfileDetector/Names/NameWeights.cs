namespace FakeProfileDetector.Names;

/// <summary>Log-likelihood ratios, in bits, of each relation between names of different people and of one person.</summary>
/// <remarks>
/// Estimated on bibliographic aliases (one person) against pairs of names drawn at random or sharing one word (different
/// people), rounded, and capped on the side that accuses. Identical names weigh nothing: impersonators copy names too.
/// </remarks>
internal static class NameWeights
{
    // −4 nats: at least 55 times likelier for one person; not more, so that a forger gains little by a near-copy.
    internal const double Compatible = -5.8;

    // As compatible, a little weaker: a table of short forms and a tolerance for spelling both let strangers through.
    internal const double Nickname = -5.0;
    internal const double SpellingVariant = -4.3;

    // −1.4 nats: family members, but strangers in a large family-name group as well.
    internal const double SharesFamilyName = -2.0;

    // −1.2 nats: a changed family name, but also the commonest given names.
    internal const double SharesGivenName = -1.7;

    // +2.5 nats.
    internal const double PartialConflict = 3.6;

    // Measured +8 nats; capped at +4 because no comparison of two strings should decide alone.
    internal const double Disjoint = 5.8;

    internal static double Of(NameRelation relation) => relation switch
    {
        NameRelation.Compatible => Compatible,
        NameRelation.Nickname => Nickname,
        NameRelation.SpellingVariant => SpellingVariant,
        NameRelation.SharesFamilyName => SharesFamilyName,
        NameRelation.SharesGivenName => SharesGivenName,
        NameRelation.PartialConflict => PartialConflict,
        NameRelation.Disjoint => Disjoint,
        _ => 0,
    };
}
