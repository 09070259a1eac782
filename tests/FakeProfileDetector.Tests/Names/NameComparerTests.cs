using CsCheck;
using FakeProfileDetector.Names;

namespace FakeProfileDetector.Tests.Names;

public sealed class NameComparerTests
{
    [Theory]
    [InlineData("Ana Horvat", "Ana Horvat", NameRelation.Identical)]
    [InlineData("Ana Horvat", "ANA HORVAT", NameRelation.Identical)]
    [InlineData("Ana Horvat", "Ana Horvat 🌸", NameRelation.Identical)]
    [InlineData("Ana Horvat", "Ana\u200BHorvat", NameRelation.Compatible)]
    [InlineData("Ana Horvat", "\u202EAna\u202C Horvat", NameRelation.Identical)]
    [InlineData("Ana Horvat", "Horvat, Ana", NameRelation.Compatible)]
    [InlineData("Ana Horvat", "Horvat Ana", NameRelation.Compatible)]
    [InlineData("Žofia Čechová", "Zofia Cechova", NameRelation.Compatible)]
    [InlineData("Łukasz Żak", "Lukasz Zak", NameRelation.Compatible)]
    [InlineData("Ana Horvat", "Dr. Ana Horvat, MBA", NameRelation.Compatible)]
    [InlineData("Ha-eun Yoon", "Haeun Yoon", NameRelation.Compatible)]
    [InlineData("Sean O'Dell", "Sean O’Dell", NameRelation.Identical)]
    [InlineData("Ana Horvat", "A. Horvat", NameRelation.Compatible)]
    [InlineData("Ana Horvat", "Ana M. Horvat", NameRelation.Compatible)]
    [InlineData("Ana Horvat", "Ana Maria Horvat", NameRelation.Compatible)]
    [InlineData("Jan van der Berg", "Jan Berg", NameRelation.Compatible)]
    [InlineData("Elizabeth Novak", "Liz Novak", NameRelation.Nickname)]
    [InlineData("Henry Meyer", "Hal Meyer", NameRelation.Nickname)]
    [InlineData("Dmitry Sokolov", "Dmitriy Sokolov", NameRelation.Nickname)]
    [InlineData("Giulia Grasso", "Gulia Grasso", NameRelation.SpellingVariant)]
    [InlineData("Дмитрий Соколов", "Dmitriy Sokolov", NameRelation.SpellingVariant)]
    [InlineData("Ana Horvat", "Ana Horvat | We are hiring", NameRelation.Compatible)]
    [InlineData("Ana Horvat (she/her)", "Ana Horvat - Sales", NameRelation.Compatible)]
    [InlineData("Ana Horvat, PhD Student", "Ana Horvat", NameRelation.Compatible)]
    [InlineData("van der Berg, Jan", "Jan van der Berg", NameRelation.Compatible)]
    [InlineData("Boris Kovac 2", "Boris Kovac", NameRelation.Identical)]
    [InlineData("Boris_ Kovac", "Boris Kovac", NameRelation.Identical)]
    [InlineData("Boris Kovac 2", "Ana Horvat", NameRelation.Disjoint)]
    [InlineData("Dr. Horvat", "Ana Horvat", NameRelation.NotComparable)]
    [InlineData("E. Horvat", "Ana Horvat", NameRelation.SharesFamilyName)]
    [InlineData("Ben Novak", "Al Novak", NameRelation.SharesFamilyName)]
    [InlineData("Ben Novak", "Robert Novak", NameRelation.SharesFamilyName)]
    [InlineData("Rahul Das", "Rahul Iyer", NameRelation.SharesGivenName)]
    [InlineData("Di Wu", "Anna Wu", NameRelation.SharesFamilyName)]
    [InlineData("Le Van Do", "Pham Thi Ha", NameRelation.Disjoint)]
    [InlineData("Karl Frank", "Karl Francis", NameRelation.SharesGivenName)]
    [InlineData("Anna Jack", "Anna John", NameRelation.SharesGivenName)]
    [InlineData("Mina Hansen", "Minna Jansen", NameRelation.SharesGivenName)]
    [InlineData("Lena Hansen", "Lana Jansen", NameRelation.Disjoint)]
    [InlineData("Daniel Hansen", "Daniela Hansen", NameRelation.SharesFamilyName)]
    [InlineData("Christian Jensen", "Christina Jensen", NameRelation.SharesFamilyName)]
    [InlineData("Harry Novak", "Hank Novak", NameRelation.SharesFamilyName)]
    [InlineData("김 민수", "박 지영", NameRelation.Disjoint)]
    [InlineData("佐藤 健", "鈴木 花子", NameRelation.Disjoint)]
    [InlineData("佐藤 健", "佐藤健", NameRelation.Identical)]
    [InlineData("佐藤 健", "佐藤 花子", NameRelation.SharesFamilyName)]
    [InlineData("陳偉", "陈伟", NameRelation.Identical)]
    [InlineData("王 力", "王 丽", NameRelation.SharesFamilyName)]
    [InlineData("李々", "李明", NameRelation.NotComparable)]
    [InlineData("𠮷李明", "王小红", NameRelation.Disjoint)]
    [InlineData("张伟", "章伟", NameRelation.SharesGivenName)]
    [InlineData("张伟", "Zhang Wei", NameRelation.SpellingVariant)]
    [InlineData("김민수", "Kim Min-su", NameRelation.SpellingVariant)]
    [InlineData("김민수", "Minsu Kim", NameRelation.SpellingVariant)]
    [InlineData("김민수", "Kim Jisoo", NameRelation.SharesFamilyName)]
    [InlineData("王伟", "Wang Bo", NameRelation.SharesFamilyName)]
    [InlineData("Dr. med. Ana Horvat", "Ana Horvat", NameRelation.Compatible)]
    [InlineData("Salaheldin Diab", "Salah Eldeen Diab", NameRelation.SpellingVariant)]
    [InlineData("Ana Horvat", "Petra Horvat", NameRelation.SharesFamilyName)]
    [InlineData("Ana Horvat", "B. Horvat", NameRelation.SharesFamilyName)]
    [InlineData("Ana Horvat", "Ana Kovac", NameRelation.SharesGivenName)]
    [InlineData("Ana Maria Horvat", "Ana Lena Horvat", NameRelation.PartialConflict)]
    [InlineData("Ana Maria Ruiz", "Ana Ruiz Vega", NameRelation.Compatible)]
    [InlineData("Daniel M. Everett", "Michael Everett", NameRelation.SharesFamilyName)]
    [InlineData("P. M. Everett", "Michael Everett", NameRelation.Compatible)]
    [InlineData("Ana Horvat", "Boris Kovac", NameRelation.Disjoint)]
    [InlineData("Дмитрий Соколов", "Павел Волков", NameRelation.Disjoint)]
    [InlineData("Дмитрий Соколов", "Boris Kovac", NameRelation.Disjoint)]
    [InlineData("دمیتری سوکولوف", "Dmitry Sokolov", NameRelation.SpellingVariant)]
    [InlineData("张伟", "Boris Kovac", NameRelation.Disjoint)]
    [InlineData("高畑勲", "Isao Takahata", NameRelation.SpellingVariant)]
    [InlineData("Аna Horvat", "Ana Horvat", NameRelation.SpellingVariant)]
    [InlineData("Сhris Меyer", "Chris Meyer", NameRelation.SpellingVariant)]
    [InlineData("Ana", "Boris Kovac", NameRelation.NotComparable)]
    [InlineData("Ana", "Ana Horvat", NameRelation.NotComparable)]
    [InlineData("A. B.", "Boris Kovac", NameRelation.NotComparable)]
    [InlineData("ana_horvat88", "Boris Kovac", NameRelation.NotComparable)]
    [InlineData("", "Boris Kovac", NameRelation.NotComparable)]
    [InlineData(null, null, NameRelation.NotComparable)]
    public void Compare_Pair_GivesRelationWhicheverComesFirst(string? a, string? b, NameRelation expected)
    {
        Assert.Equal(expected, NameComparer.Compare(a, b).Relation);
        Assert.Equal(expected, NameComparer.Compare(b, a).Relation);
    }

    [Fact]
    public void Codes_OfAllRelations_AreDistinct()
    {
        var codes = Enum.GetValues<NameRelation>().Select(relation => relation.ToCode()).ToArray();

        Assert.Equal(codes.Length, codes.Distinct().Count());
        Assert.Contains("shares-family-name", codes);
    }

    [Fact]
    public void Compare_AnyText_NeverThrowsAndIsSymmetric()
    {
        // Any UTF-16, lone surrogates included.
        var text = Gen.Char.Array[0, 60].Select(characters => new string(characters));
        Gen.Select(text, text).Sample((a, b) =>
        {
            var forth = NameComparer.Compare(a, b);
            var back = NameComparer.Compare(b, a);
            Assert.Equal(forth.Relation, back.Relation);
            Assert.Equal(forth.WeightBits, back.WeightBits, 9);
        });
    }
}
