using FakeProfileDetector.Names;

namespace FakeProfileDetector.Tests.Names;

public sealed class NameReasonsTests
{
    public static TheoryData<string, string, string> Examples => new()
    {
        { "Ana Horvat", "Horvat Ana", "word-order" },
        { "Ha-eun Yoon", "Haeun Yoon", "words-joined" },
        { "Ana Horvat", "A. Horvat", "initials" },
        { "Ana Horvat", "Ana Maria Horvat", "words-missing" },
        { "Ana Horvat", "Dr. Ana Horvat", "titles-left-out" },
        { "Elizabeth Novak", "Liz Novak", "short-form" },
        { "Giulia Grasso", "Gulia Grasso", "spelling" },
        { "Иван Соколов", "Ivan Sokolov", "transliteration" },
        { "Сhris Novak", "Chris Novak", "name-look-alike-letters" },
        { "Ana Pfeifenberger", "Petra Pfeifenberger", "rare-word-shared" },
        { "Anna Smith", "John Smith", "common-word-shared" },
        { "Ana", "Boris Kovac", "single-word" },
        { "ana_horvat88", "Boris Kovac", "handle" },
        { "", "Boris Kovac", "no-name" },
        { "月見里勲", "Isao Yamanashi", "other-script" },
        { "A. B.", "Boris Kovac", "initials-only" },
        { "Jos? Mu?oz", "Ana Horvat", "name-garbled" },
    };

    /// <summary>Each example is made so that nothing else is to be noticed.</summary>
    [Theory]
    [MemberData(nameof(Examples))]
    public void Reasons_Example_GivesThisCodeAlone(string a, string b, string code)
    {
        Assert.Equal([code], NameComparer.Compare(a, b).Reasons.Select(reason => reason.Code));
        Assert.Equal([code], NameComparer.Compare(b, a).Reasons.Select(reason => reason.Code));
    }

    [Theory]
    [InlineData("William Zhang", "Jianjun Zhang", true)]
    [InlineData("William Zhang", "张建军", true)]
    [InlineData("Haoyu Zhang", "Jianjun Zhang", false)]
    [InlineData("William Zhang", "Elizabeth Zhang", false)]
    [InlineData("William Novak", "Jianjun Novak", false)]
    [InlineData("W. Zhang", "Jianjun Zhang", false)]
    public void Reasons_WesternNameBesideEastAsianFamilyName_MayBeAdopted(string a, string b, bool expected)
    {
        Assert.Equal(expected, NameComparer.Compare(a, b).Reasons.Any(reason => reason.Code == "given-name-maybe-adopted"));
        Assert.Equal(expected, NameComparer.Compare(b, a).Reasons.Any(reason => reason.Code == "given-name-maybe-adopted"));
    }

    [Theory]
    [InlineData("Jana Quillfeather", "Jana Horvat", true)]
    [InlineData("Marko Bartos", "Marko B. Line", true)]
    [InlineData("Marko Quillfeather", "Marko Horvat", false)]
    [InlineData("Marko Bartos", "Marko C. Line", false)]
    public void Reasons_WomansNameOrFittingInitial_SayThatTheFamilyNameMayBeChanged(string a, string b, bool expected)
    {
        Assert.Equal(expected, NameComparer.Compare(a, b).Reasons.Any(reason => reason.Code == "family-name-maybe-changed"));
        Assert.Equal(expected, NameComparer.Compare(b, a).Reasons.Any(reason => reason.Code == "family-name-maybe-changed"));
    }

    [Theory]
    [InlineData("Ana Horvat", "Ana Horvat")]
    [InlineData("Ana Horvat", "Boris Kovac")]
    [InlineData("Dr. Ana Horvat", "Boris Kovac")]
    public void Reasons_NothingToNotice_AreNone(string a, string b) => Assert.Empty(NameComparer.Compare(a, b).Reasons);

    [Fact]
    public void Reasons_OfEveryObservation_AreDistinctAndHaveAnExample()
    {
        var reasons = NameReasons.Of((NameObservations)0x1FFFFFF);

        Assert.Equal(Enum.GetValues<NameObservations>().Length - 1, reasons.Length);

        // An adopted name stands beside what is said of the family name, never alone; kinds of names that are nobody's share a code.
        Assert.Equal(
            [
                .. Examples.Select(row => row.Data.Item3).SkipLast(1), "given-name-maybe-adopted", .. Enumerable.Repeat("no-name", 5),
                "generations-differ", "family-name-maybe-changed", "name-garbled",
            ],
            reasons.Select(reason => reason.Code));
        Assert.Equal(reasons.Length, reasons.Select(reason => reason.Text).Distinct().Count());
        Assert.All(reasons, reason => Assert.Matches("^[a-z]+(-[a-z]+)*$", reason.Code));
        Assert.All(reasons, reason => Assert.EndsWith(".", reason.Text, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Texts_OfAnExample_RepeatNoPartOfAName(string a, string b, string code)
    {
        var comparison = NameComparer.Compare(a, b);
        var texts = comparison.Reasons.Select(reason => $"{reason.Code} {reason.Text}").Append(comparison.Explanation)
            .SelectMany(text => text.ToLowerInvariant().Split([' ', '.', ',', ':', '-', '\'']));

        // "A" and "and" are words of English too.
        var parts = PersonName.Parse(a).Words.Concat(PersonName.Parse(b).Words).Where(word => word.Length > 1);
        Assert.NotEmpty(code);
        Assert.Empty(parts.Intersect(texts));
    }

    [Fact]
    public void Reasons_AskedTwice_AreMadeOnce()
    {
        var first = NameComparer.Compare("Ana Horvat", "A. Horvat").Reasons;

        Assert.True(first == NameComparer.Compare("Liv Novak", "L. Novak").Reasons);
    }
}
