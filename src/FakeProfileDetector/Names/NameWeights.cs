namespace FakeProfileDetector.Names;

/// <summary>Every weight of comparing names, in bits, with its reason. Positive speaks for two different people.</summary>
/// <remarks>
/// Log-likelihood ratios, estimated on 12,000 pairs of bibliographic aliases (one person) against 20,000 pairs of different people's
/// names, drawn at random or sharing one word. What moves a weight within a relation was fitted by logistic regression on the pairs
/// of that relation, rounded, lowered where hand-made near-copies of names showed it too sure, and capped on the side that accuses.
/// Identical names weigh nothing: impersonators copy names too.
/// </remarks>
internal static class NameWeights
{
    /// <summary>The maximum of what names say against one person, in bits: +4 nats, because no comparison of two strings should decide alone.</summary>
    internal const double Cap = 5.8;

    // What agreement of two words says for one person, where rarity does not. An initial fits the given name of one other person in
    // sixteen (counted on names of computer scientists; c and k are one sound): 4 bits. A short form or a shortened word is less sure
    // than the word itself.
    internal const double InitialBits = 4;
    internal const double ShortFormBits = 7;
    internal const double ShortenedBits = 5;

    // Spellings are told by what they lose against words written alike, as a share of the word's own bits: at most 0.45 lose 71 % of
    // labeled spellings in old registers, 14 % of other names that come close, and one in 2,500 pairs of words at random. Of two
    // names that are both common a slip is unlikely: only an exchange that languages make ("Andrey", "Andrei") is let through. Words
    // written together have more places to agree by chance.
    internal const double ToleratedShareOfLoss = 0.45;
    internal const double ToleratedShareOfJoinedLoss = 0.3;
    internal const double ToleratedLossOfKnownNames = 4.5;

    // Two neighboring letters swapped: a slip, and hardly ever another name.
    internal const double TransposedBits = 8;

    // A word that one person in 33,000 bears, or more do, is a name of its own.
    internal const double KnownNameBits = 15;

    // A family name formed as a people forms very many ("-ović", "-yan", "-sson") may be any of them, and popular where its bearers live.
    internal const double FormedNameBits = 11;

    // Two given names of two syllables that share one are two names, mostly of one family, however rare that is; yet lists misspell
    // one syllable as well, so that little is said.
    internal const double OtherSyllable = 0.25;

    // A name that one of a hundred of a people has, or more.
    internal const double PopularBits = 7;

    // Words that an eighth of a people or more have in their names ("Kaur", "Thị", "binti") say nothing wherever they stand.
    internal const double PeoplesWordBits = 3;

    // A shared word that no table knows may be rare, or popular in a country that no table knows well: it counts as one in 8,000 at most.
    internal const double UnknownSharedBits = 13;

    // Above −3 bits lie 97 to 98 % of labeled transliterations and under 1 % of other words of the same two scripts. Scripts without a table of
    // their own are compared by the Latin one, which knows less of them.
    internal static double TransliterationThreshold(LetterTable table) =>
        table == LetterCorrespondence.TableFor(NameScripts.Latin) ? 3 : -3;

    // Nothing contradicts. At least 16 times likelier for one person, more with every bit of agreement; not beyond 8, so that a
    // forger gains no more by a longer name.
    internal static double Compatible(double agreementBits) => -Math.Clamp(3 + (0.25 * agreementBits), 4, 8);

    // A little weaker: the table lets strangers through.
    internal static double Nickname(double agreementBits) => -Math.Clamp(3 + (0.2 * agreementBits), 4, 7);

    // Weaker by what the spellings lose.
    internal static double Spelling(double agreementBits, double lossBits) =>
        -Math.Clamp(4.5 + (0.2 * agreementBits) - (0.15 * lossBits), 3, 7.5);

    // Two words that tables know are two names however alike ("Harpreet", "Manpreet"): what they still say is that either may be a slip.
    internal static double Likeness(double similarityBits, bool areTwoNames) => areTwoNames ? (similarityBits - 8) / 2 : similarityBits;

    // Relatives and strangers share family names, one person who goes by another given name does too. A given name that begins
    // alike is likely a variant that no table knows. With East Asian family names one of the given names is a Western one in 73 % of
    // aliases, in 26 % of strangers.
    internal static double SharesFamilyName(in NameConflictFacts facts) => Math.Clamp(
        -0.5 - (0.6 * (Math.Min(facts.RarityBits, UnknownSharedBits) - 10)) - (0.12 * (facts.SimilarityBits + 8)) - (facts.BeginAlike ? 2.5 : 0)
            - (facts.HasInitials ? 0.8 : 0) - (facts.InvolvesInitial ? 1.3 : 0) + (facts.AreSeveral ? 4 : 0)
            - (0.4 * facts.FurtherBits) + (facts.LeavesOut ? 0.8 : 0) - (facts.MayBeAdopted ? 1.5 : 0),
        -6.5,
        Cap);

    // A changed family name, or two people with a common given name. Women change it more often, and nearly all who keep the former one
    // as an initial ("Maria Bartos", "Maria B. Line") are one person: one initial in sixteen fits a stranger's name.
    internal static double SharesGivenName(in NameConflictFacts facts) => Math.Clamp(
        -(facts.MayBeMarried ? 2 : 0) - (facts.InitialFits ? 2.5 : 0) - (0.37 * (facts.RarityBits - 10)) - (0.1 * (facts.SimilarityBits + 8)) - (facts.BeginAlike ? 0.8 : 0)
            - (facts.HasInitials ? 2.4 : 0) + (facts.AreSeveral ? 3.5 : 0) - (0.1 * facts.FurtherBits) + (facts.LeavesOut ? 1.2 : 0),
        -5.5,
        Cap);

    // Neither the given nor the family name alone: a middle name that contradicts, or words at other places.
    internal static double PartialConflict(in NameConflictFacts facts) => Math.Clamp(
        2.5 - (0.25 * (Math.Min(facts.RarityBits, UnknownSharedBits) - 10)) - (0.2 * (facts.SimilarityBits + 8)) - (facts.BeginAlike ? 1.5 : 0)
            + (facts.AreSeveral ? 1 : 0) - (0.1 * facts.FurtherBits),
        -5,
        Cap);

    // Father and son share all but the mark, and the photo may be a family's. Against that, few people who write a mark ever write another.
    internal const double TwoGenerations = 2.5;

    // Measured +8 nats and more; capped. Across scripts a reading may be unknown; an initial that fits takes a little off.
    internal static double Disjoint(int initials, bool acrossScripts) => Cap - (0.5 * Math.Min(initials, 2)) - (acrossScripts ? 1.8 : 0);

    // A single word accuses nobody, and where it agrees it says as much for one person as it is rare.
    internal static double SingleWord(double agreementBits) => -Math.Clamp(0.3 * agreementBits, 0, 5);
}

/// <summary>What names share and how they contradict where they do both.</summary>
/// <param name="RarityBits">How rare the rarest shared word is, −log2 of the share of people.</param>
/// <param name="SimilarityBits">How alike the contradicting words are by sound, −10 to 20.</param>
/// <param name="BeginAlike">Whether two contradicting words begin with the same sound.</param>
/// <param name="InvolvesInitial">Whether an initial is among what contradicts.</param>
/// <param name="AreSeveral">Whether more than one word contradicts.</param>
/// <param name="HasInitials">Whether an initial agrees.</param>
/// <param name="FurtherBits">What the other shared words say for one person.</param>
/// <param name="LeavesOut">Whether one name also leaves words out.</param>
/// <param name="MayBeMarried">Whether the given name is a woman's.</param>
/// <param name="InitialFits">Whether an initial of one fits a word of the other that has no partner.</param>
/// <param name="MayBeAdopted">Whether beside an East Asian family name one given name is a Western one and the other is not.</param>
internal readonly record struct NameConflictFacts(
    double RarityBits,
    double SimilarityBits,
    bool BeginAlike,
    bool InvolvesInitial,
    bool AreSeveral,
    bool HasInitials,
    double FurtherBits,
    bool LeavesOut,
    bool MayBeAdopted = false,
    bool MayBeMarried = false,
    bool InitialFits = false);
