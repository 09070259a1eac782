using FakeProfileDetector.Web;
using FakeProfileDetector.Web.Pages;

namespace FakeProfileDetector.Tests.Web.Pages;

/// <summary>The table of sites gives what it says that it gives, and says no nonsense.</summary>
public sealed class PageTableTests
{
    public static TheoryData<int> Examples => [.. PageTable.Shipped.Examples.Select(example => example.Line)];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Read_ExampleOfTheTable_IsAsWritten(int line)
    {
        var example = PageTable.Shipped.Examples.Single(example => example.Line == line);

        var subject = WebPageReader.Read(new(example.Url), example.Title);

        Assert.Equal(
            (example.Kind, example.Name, example.Handle),
            (subject.Kind.ToCode(), subject.Name ?? string.Empty, subject.Handle ?? string.Empty));
    }

    [Fact]
    public void Kinds_OfTheTable_HaveTheValuesOfThePublicOnes() => Assert.Equal(
        Enum.GetValues<WebPageKind>().Select(kind => (kind.ToString(), (int)kind)),
        Enum.GetValues<PageKind>().Select(kind => (kind.ToString(), (int)kind)));

    [Theory]
    [InlineData("nonsense", "Line 1 of the table of sites is none of let, titles, site, on, try.")]
    [InlineData("  {name}", "Line 1 of the table of sites is a title of no site.")]
    [InlineData("site a.example\nsite a.example", "Line 2 of the table of sites names the site a.example again.")]
    [InlineData("site a.example\non /** : nobody", "Line 2 of the table of sites has the kind nobody, which is none of ")]
    [InlineData("site a.example\non /** : profile blind", "Line 2 of the table of sites has the trust blind.")]
    [InlineData("site a.example\n  use none", "Line 2 of the table of sites uses titles that are not there.")]
    [InlineData("site a.example\n  {name} <a", "Line 2 of the table of sites has a < without >.")]
    public void Read_MalformedLine_IsNamed(string table, string message)
    {
        var error = Assert.Throws<InvalidOperationException>(() => new PageTableReader().Read(new StringReader(table)));

        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }
}
