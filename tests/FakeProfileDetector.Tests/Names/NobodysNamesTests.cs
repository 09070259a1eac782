using System.Globalization;
using FakeProfileDetector.Names;
using FakeProfileDetector.Testing;

namespace FakeProfileDetector.Tests.Names;

public sealed class NobodysNamesTests
{
    /// <summary>A business page with its owner's photo, and what networks show in place of a name.</summary>
    [Theory]
    [InlineData("Contoso Ltd", "Mary Hartwell", "an organization's")]
    [InlineData("Contoso GmbH", "Mary Hartwell", "an organization's")]
    [InlineData("Fabrikam Inc.", "Mary Hartwell", "an organization's")]
    [InlineData("Hartwell Photography", "Mary Hartwell", "an organization's")]
    [InlineData("Hartwell Consulting LLC", "Mary Hartwell", "an organization's")]
    [InlineData("Fabrikam Recruitment Agency", "Mary Hartwell", "an organization's")]
    [InlineData("Customer Support", "Mary Hartwell", "an office's")]
    [InlineData("The Hartwell Family", "Mary Hartwell", "a family's")]
    [InlineData("LinkedIn Member", "Nora Lindqvist", "in place of a name")]
    [InlineData("Facebook User", "Nora Lindqvist", "in place of a name")]
    [InlineData("Office of Julia Brandt", "Julia Brandt", "an office's")]
    [InlineData("Assistant to Julia Brandt", "Julia Brandt", "an office's")]
    [InlineData("Julia Brandt Fans", "Julia Brandt", "others keep")]
    [InlineData("Ana & Marko Horvat", "Julia Brandt", "a couple's")]
    [InlineData("Ana & Marko", "Ana Horvat", "a couple's")]
    [InlineData("Contoso Ltd", "Fabrikam Inc.", "an organization's")]
    public void Compare_NobodysName_SaysNothingAndWhy(string a, string b, string why)
    {
        foreach (var comparison in new[] { NameComparer.Compare(a, b), NameComparer.Compare(b, a) })
        {
            Assert.Equal(NameRelation.NotComparable, comparison.Relation);
            Assert.Equal(0, comparison.WeightBits);
            var reason = Assert.Single(comparison.Reasons);
            Assert.Equal("no-name", reason.Code);
            Assert.Contains(why, reason.Text, StringComparison.Ordinal);
            Assert.Equal("The names cannot be compared: one of them is not the name of one person.", comparison.Explanation);
        }
    }

    [Theory]
    [InlineData("Contoso Ltd", "contoso ltd")]
    [InlineData("The Hartwell Family", "The Hartwell Family")]
    [InlineData("Office of Julia Brandt", "Office of Julia Brandt")]
    [InlineData("LinkedIn Member", "LinkedIn Member")]
    [InlineData("Ana & Marko Horvat", "Ana & Marko Horvat")]
    public void Compare_SameText_IsIdentical(string a, string b) => Assert.Equal(NameRelation.Identical, NameComparer.Compare(a, b).Relation);

    /// <summary>A couple's account is the account of each of the two.</summary>
    [Theory]
    [InlineData("Ana & Marko Horvat", "Ana Horvat", NameRelation.Compatible)]
    [InlineData("Ana & Marko Horvat", "Marko Horvat", NameRelation.Compatible)]
    [InlineData("Ana and Marko Horvat", "Dr. Ana Maria Horvat", NameRelation.Compatible)]
    [InlineData("Ana Horvat & Marko Kovac", "Marko Kovac", NameRelation.Compatible)]
    [InlineData("Ana & Marko Horvat", "Marko & Ana Horvat", NameRelation.Compatible)]
    [InlineData("Elizabeth & Marko Horvat", "Liz Horvat", NameRelation.Nickname)]
    [InlineData("Ana Horvat & Marko Kovac", "Ana Kovac", NameRelation.NotComparable)]
    public void Compare_CoupleAndOneOfThem_IsCompatible(string couple, string person, NameRelation expected)
    {
        Assert.Equal(expected, NameComparer.Compare(couple, person).Relation);
        Assert.Equal(expected, NameComparer.Compare(person, couple).Relation);
        Assert.Equal(expected != NameRelation.NotComparable, NameComparer.Compare(couple, person).WeightBits < 0);
        Assert.Equal(NameComparer.Compare(couple, person).WeightBits, NameComparer.Compare(person, couple).WeightBits);
    }

    [Fact]
    public void Compare_ParsedNamesOfNobody_AllocatesNothing()
    {
        var (couple, firm, person) = (PersonName.Parse("Ana & Marko Horvat"), PersonName.Parse("Contoso Ltd"), PersonName.Parse("Ana Horvat"));
        var sum = NameComparer.Compare(couple, person).WeightBits + NameComparer.Compare(firm, person).WeightBits;
        var before = GC.GetAllocatedBytesForCurrentThread();
        sum += NameComparer.Compare(couple, person).WeightBits + NameComparer.Compare(firm, person).WeightBits;

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.True(sum < 0);
    }

    /// <summary>To take a person's name for nobody's would hide that somebody else uses it.</summary>
    [Theory]
    [InlineData("names/fullnames_csrankings.tsv")]
    [InlineData("names/fullnames_un_congress.tsv")]
    public void Kind_OfRealPeoplesNames_IsPersonButForFiveInTenThousand(string file)
    {
        var names = SharedData.ReadTable(SharedData.PathOf(file)).Select(row => row["name"]).Distinct().ToArray();
        var others = names.Where(name => PersonName.Parse(name).Kind != NameKind.Person).ToArray();

        Assert.True(
            others.Length <= names.Length * 0.0005,
            string.Create(CultureInfo.InvariantCulture, $"{others.Length} of {names.Length}: {string.Join(", ", others)}"));
    }
}
