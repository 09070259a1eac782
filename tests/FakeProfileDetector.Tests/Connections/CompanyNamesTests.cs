using FakeProfileDetector.Connections;

namespace FakeProfileDetector.Tests.Connections;

public sealed class CompanyNamesTests
{
    [Theory]
    [InlineData("Contoso", "Contoso")]
    [InlineData("CONTOSO, Inc.", "contoso")]
    [InlineData("Contoso", "Contoso Ltd")]
    [InlineData("Contoso Deutschland GmbH & Co. KG", "Contoso GmbH")]
    [InlineData("Bäckerei Müller OHG", "Backerei Muller")]
    [InlineData("Sté Générale d'Essai S.A.", "ste generale dessai")]
    [InlineData("Smith & Sons plc", "Smith and Sons")]
    [InlineData("The Contoso Company", "Contoso")]
    [InlineData("Контосо", "Kontoso")]
    [InlineData("ISTANBUL İŞ A.Ş.", "istanbul is")]
    public void Matches_SameCompany_WhateverCaseAccentsScriptAndLegalForm(string company, string target) =>
        Assert.True(CompanyNames.Matches(company, target));

    [Theory]
    [InlineData("Contosoft", "Contoso")]
    [InlineData("Metalworks", "Meta")]
    [InlineData("Friends of Contoso", "Contoso")]
    [InlineData("Contoso", "Contoso Bank")]
    [InlineData("Ltd", "Contoso Ltd")]
    [InlineData("", "Contoso")]
    [InlineData(null, "Contoso")]
    public void Matches_OtherWords_IsAnotherCompany(string? company, string target) => Assert.False(CompanyNames.Matches(company, target));

    [Theory]
    [InlineData("Engineer at Contoso", "Contoso Ltd", true)]
    [InlineData("Partner @ Smith and Sons | Speaker", "Smith & Sons", true)]
    [InlineData("Engineer at Contosoft", "Contoso", false)]
    [InlineData("Smith, and his sons", "Smith & Sons", false)]
    [InlineData(null, "Contoso", false)]
    public void IsNamedIn_Headline_LooksForTheWordsInARow(string? headline, string target, bool expected) =>
        Assert.Equal(expected, CompanyNames.IsNamedIn(headline, target));

    [Fact]
    public void FoldedWords_VeryLongText_IsCutShort() => Assert.Equal(256, FoldedWords.Of(new string('a', 1_000_000)).Words[0].Length);
}
