using FakeProfileDetector.Names;

namespace FakeProfileDetector.Tests.Names;

public sealed class NameSexesTests
{
    [Theory]
    [InlineData("Robert Novak", "Roberta Novak")]
    [InlineData("Daniel Novak", "Danielle Novak")]
    [InlineData("Louis Martin", "Louise Martin")]
    [InlineData("Francis Lee", "Frances Lee")]
    [InlineData("Michel Roux", "Michelle Roux")]
    [InlineData("Christian Weber", "Christiane Weber")]
    [InlineData("Julian Weber", "Juliane Weber")]
    [InlineData("Marcel Brandt", "Marcelle Brandt")]
    [InlineData("Kamil Novak", "Kamila Novak")]
    [InlineData("Mario Rossi", "Maria Rossi")]
    [InlineData("Александр Хорват", "Александра Хорват")]
    public void Compare_GivenNamesOfAManAndAWoman_AreNoSpellings(string a, string b) =>
        Assert.Equal(NameRelation.SharesFamilyName, NameComparer.Compare(a, b).Relation);

    [Theory]
    [InlineData("Anna Ivanov", "Anna Ivanova")]
    [InlineData("Elena Kowalski", "Elena Kowalska")]
    [InlineData("Ajay Quillfeather", "Ajaya Quillfeather")]
    public void Compare_FamilyNamesAndWordsThatNoTableKnows_AreSpellings(string a, string b) =>
        Assert.Equal(NameRelation.SpellingVariant, NameComparer.Compare(a, b).Relation);
}
