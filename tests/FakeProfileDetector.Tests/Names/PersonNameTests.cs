using FakeProfileDetector.Names;

namespace FakeProfileDetector.Tests.Names;

public sealed class PersonNameTests
{
    [Theory]
    [InlineData("Ana Maria Horvat", "ana maria horvat", "ana", "horvat")]
    [InlineData("Horvat, Ana", "ana horvat", "ana", "horvat")]
    [InlineData("Jan van der Berg", "jan van der berg", "jan", "berg")]
    [InlineData("van der Berg, Jan", "jan van der berg", "jan", "berg")]
    [InlineData("DE LA CRUZ RUIZ, ANA", "ana de la cruz ruiz", "ana", "ruiz")]
    [InlineData("Žofia Čechová", "zofia cechova", "zofia", "cechova")]
    [InlineData("Дмитрий Соколов", "dmitriy sokolov", "dmitriy", "sokolov")]
    [InlineData("王伟", "wang wei", "wei", "wang")]
    [InlineData("桂香 王", "guixiang wang", "guixiang", "wang")]
    [InlineData("김 민수", "gim minsu", "minsu", "gim")]
    [InlineData("민수 김", "minsu gim", "minsu", "gim")]
    [InlineData("山田たろう", "shantian tarou", "tarou", "shantian")]
    [InlineData("ニコラス・ケイジ", "nikorasu keiji", "nikorasu", "keiji")]
    [InlineData("Ana", "ana", null, null)]
    [InlineData("🌸 1234", "", null, null)]
    [InlineData("", "", null, null)]
    [InlineData(null, "", null, null)]
    public void Parse_Name_GivesWordsAndCandidates(string? text, string words, string? given, string? family)
    {
        var name = PersonName.Parse(text);

        Assert.Equal((words, given, family), (string.Join(' ', name.Words), name.GivenCandidate, name.FamilyCandidate));
    }

    [Theory]
    [InlineData("Jan van der Berg", "van der")]
    [InlineData("Nur al-Din", "al")]
    [InlineData("van der Berg, Jan", "van der")]
    [InlineData("Ben Novak", "")]
    [InlineData("Rahul Das", "")]
    [InlineData("Van, Jan", "")]
    public void Particles_SmallWordsInsideTheFamilyName_AreTold(string text, string particles) =>
        Assert.Equal(particles, string.Join(' ', PersonName.Parse(text).Particles));

    [Theory]
    [InlineData("A. M. Horvat", "a m")]
    [InlineData("A.M. Horvat", "a m")]
    [InlineData("J Ruiz", "j")]
    [InlineData("MV Rao", "m v")]
    [InlineData("GSR Murthy", "g s r")]
    [InlineData("MR Rao", "m r")]
    [InlineData("Zh. Ivanov", "zh")]
    [InlineData("Ж. Иванов", "zh")]
    [InlineData("Ed. Novak", "")]
    [InlineData("MV RAO", "")]
    [InlineData("AL Rao", "")]
    [InlineData("GSRT Murthy", "")]
    [InlineData("Ng Rao", "")]
    [InlineData("王 力", "")]
    [InlineData("김 이", "")]
    public void Initials_LettersThatStandForWords_AreTold(string text, string initials) =>
        Assert.Equal(initials, string.Join(' ', PersonName.Parse(text).Initials));

    [Theory]
    [InlineData("Ana Horvat", nameof(NameScripts.Latin))]
    [InlineData("Ａｎａ Ⓗⓞⓡⓥⓐⓣ", nameof(NameScripts.Latin))]
    [InlineData("Μαρία", nameof(NameScripts.Greek))]
    [InlineData("Мария", nameof(NameScripts.Cyrillic))]
    [InlineData("Արամ", nameof(NameScripts.Armenian))]
    [InlineData("דוד", nameof(NameScripts.Hebrew))]
    [InlineData("محمد", nameof(NameScripts.Arabic))]
    [InlineData("राम", nameof(NameScripts.Indic))]
    [InlineData("สมชาย", nameof(NameScripts.SouthEastAsian))]
    [InlineData("გიორგი", nameof(NameScripts.Georgian))]
    [InlineData("민수", nameof(NameScripts.Hangul))]
    [InlineData("たろう", nameof(NameScripts.Kana))]
    [InlineData("王伟", nameof(NameScripts.Han))]
    [InlineData("አበበ", nameof(NameScripts.Other))]
    [InlineData("王 Wei Мария", "Han, Latin, Cyrillic")]
    [InlineData("12 🌸", nameof(NameScripts.None))]
    public void Scripts_OfTheLetters_AreAllNamed(string text, string expected) =>
        Assert.Equal(Enum.Parse<NameScripts>(expected), PersonName.Parse(text).Scripts);

    [Theory]
    [InlineData("ana_horvat88", true)]
    [InlineData("ana@horvat", true)]
    [InlineData("h4ck3r", true)]
    [InlineData("Ana h4ck3r", true)]
    [InlineData("Ana Horvat (ana_h88b)", false)]
    [InlineData("ana.horvat", false)]
    [InlineData("Ana2 Horvat", false)]
    [InlineData("Ana Horvat 2", false)]
    [InlineData("", false)]
    public void IsHandle_LettersOnBothSidesOfADigitOrSymbol_IsAUserName(string text, bool expected) =>
        Assert.Equal(expected, PersonName.Parse(text).IsHandle);

    [Theory]
    [InlineData("Аna Horvat", true)]
    [InlineData("Ana Hοrvat", true)]
    [InlineData("Ana Horvat", false)]
    [InlineData("Анна Horvat", false)]
    [InlineData("Анна Хорват", false)]
    [InlineData("Žofia Čechová", false)]
    public void UsesLookAlikes_LettersOfTwoScriptsInOneWord_AreNoticed(string text, bool expected) =>
        Assert.Equal(expected, PersonName.Parse(text).UsesLookAlikes);

    [Theory]
    [InlineData("Ⓐⓝⓐ Ⓗⓞⓡⓥⓐⓣ")]
    [InlineData("Ａｎａ　Ｈｏｒｖａｔ")]
    [InlineData("𝓐𝓷𝓪 𝓗𝓸𝓻𝓿𝓪𝓽")]
    [InlineData("🅰🅽🅰 🅷🅾🆁🆅🅰🆃")]
    [InlineData("Ana 🌸 Horvat")]
    [InlineData("A\u0301na Horva\u030Ct")]
    [InlineData("\u202EAna\u202C Horvat")]
    [InlineData("A\u200Bna Horvat")]
    [InlineData("  Ana\tHorvat\n")]
    [InlineData("Ana-Horvat")]
    public void Parse_DecoratedLetters_AreTheLettersThemselves(string text) => Assert.Equal(["ana", "horvat"], PersonName.Parse(text).Words);

    [Theory]
    [InlineData("Sean O'Dell", "sean odell")]
    [InlineData("Sean O’Dell", "sean odell")]
    [InlineData("Ha-eun Yoon", "ha eun yoon")]
    [InlineData("Łukasz Żak", "lukasz zak")]
    [InlineData("Müller", "muller")]
    public void Parse_AccentsAndApostrophes_BelongInsideAWord(string text, string words) =>
        Assert.Equal(words, string.Join(' ', PersonName.Parse(text).Words));

    [Fact]
    public void Parse_ManyWords_KeepsTheFirst()
    {
        var name = PersonName.Parse(string.Join(' ', Enumerable.Range(0, 40).Select(i => new string((char)('a' + (i % 26)), 3))));

        Assert.InRange(name.Words.Count(), 12, PersonName.MaximumWords);
        Assert.Equal("aaa", name.Words.First());
    }

    [Fact]
    public void Parse_ManyInitialsInOneWord_StaysWithinTheWords() =>
        Assert.InRange(PersonName.Parse("Ana " + string.Join(' ', Enumerable.Repeat("BCD", 20))).Words.Count(), 12, PersonName.MaximumWords);

    [Fact]
    public void Parse_BeyondTheLength_IsNotRead()
    {
        var text = "Ana" + new string(' ', PersonName.MaximumLength - 4) + "BCD";

        Assert.Equal(["ana", "b"], PersonName.Parse(text).Words);
    }

    [Fact]
    public void ToString_NamesTheTypeOnly() => Assert.Equal("PersonName", PersonName.Parse("Ana Horvat").ToString());
}
