using FakeProfileDetector.Names;
using FakeProfileDetector.Names.Tables;

namespace FakeProfileDetector.Tests.Names.Tables;

public sealed class PopularNamesTests
{
    [Theory]
    [InlineData("horvat", 7)]
    [InlineData("ozdemir", 9)]
    [InlineData("virtanen", 9)]
    [InlineData("nguyen", 2)]
    [InlineData("kaur", 3)]
    [InlineData("quillovic", 11)]
    [InlineData("quillashvili", 11)]
    [InlineData("quillidis", 11)]
    [InlineData("ovic", 16)]
    [InlineData("quillfeather", 16)]
    public void BitsOf_AWord_IsThatOfItsOwnPeople(string word, double bits) => Assert.Equal(bits, PopularNames.Shipped.BitsOf(word));

    [Theory]
    [InlineData("popular croatia : horvat")]
    [InlineData("7 : horvat ana")]
    [InlineData("0 croatia : horvat")]
    [InlineData("16 croatia : horvat")]
    public void Index_LineOfAnotherForm_IsRefused(string line)
    {
        using var reader = new StringReader(line);
        var lines = NameTable.Parse("popular-names.txt", reader);

        Assert.Contains("popular-names.txt", Assert.Throws<InvalidOperationException>(() => PopularNames.Index(lines)).Message, StringComparison.Ordinal);
    }

    /// <summary>Popular in their own countries, whatever the world's names count: such words hardly speak for one person.</summary>
    [Theory]
    [InlineData("Horvat Özdemir Kamiński Virtanen Grigoryan Shevchenko Smith García")]
    [InlineData("Hoxha Krasniqi Beridze Mammadov Berzins Kazlauskas Tamm Borg Camilleri Popescu Nagy Kovács")]
    [InlineData("Perera Bandara Shrestha Dorji Traoré Ouédraogo Ndiaye Mensah Dlamini Moyo Banda Mwangi")]
    [InlineData("Quispe Mamani González Huamán Zambrano Nguyễn Sok Khoury Trabelsi Alghamdi Yılmaz")]
    public void Compare_PopularFamilyNameShared_WeighsAsSmith(string names)
    {
        foreach (var family in names.Split(' '))
        {
            Assert.InRange(NameComparer.Compare($"Zora {family}", $"Wilbert {family}").WeightBits, -0.5, 5.8);
        }
    }

    /// <summary>Words that a people shares, and given names that are formed alike.</summary>
    [Theory]
    [InlineData("Harpreet Kaur", "Manpreet Kaur")]
    [InlineData("Gurpreet Singh", "Harpreet Singh")]
    [InlineData("Sukhwinder Kaur", "Rajwinder Kaur")]
    [InlineData("Nguyễn Thị Hoa", "Nguyễn Thị Lan")]
    [InlineData("Trần Thị Mai", "Trần Thị Hương")]
    [InlineData("Siti Aminah", "Siti Fatimah")]
    [InlineData("Sunita Kumari", "Anita Kumari")]
    [InlineData("Lakshmi Devi", "Saraswati Devi")]
    [InlineData("Fatima Bibi", "Amina Bibi")]
    [InlineData("Guðrún Jónsdóttir", "Sigrún Jónsdóttir")]
    [InlineData("Nur Aisyah binti Ahmad", "Nur Amirah binti Ahmad")]
    [InlineData("Abdullah Nasser", "Abdulrahman Nasser")]
    [InlineData("Abdul Karim Haddad", "Abdul Rahim Haddad")]
    [InlineData("Md. Rahim", "Md. Karim")]
    public void Compare_WordsThatAPeopleShares_SpeakForTwoPeople(string a, string b) =>
        Assert.InRange(NameComparer.Compare(a, b).WeightBits, 0, 5.8);

    [Fact]
    public void Compare_UnknownFamilyNameShared_WeighsLittle() =>
        Assert.InRange(NameComparer.Compare("Zora Quillfeather", "Wilbert Quillfeather").WeightBits, -3, -1);
}
