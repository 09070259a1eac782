using CsCheck;
using FakeProfileDetector.Cli.Tests.Commands;

namespace FakeProfileDetector.Cli.Tests;

/// <summary>Members choose their identifiers and names: none of them may drive a terminal or run in a spreadsheet.</summary>
public sealed class PrintableTextTests
{
    private const string Hostile = "\u001b[2J\u202Eevil\u2066\u200F\u009B\u0085\uFEFF";

    // Control and format characters of every kind, between letters.
    private static readonly Gen<string> Texts = Gen.String["ab \u0007\u001b\u007f\u0085\u009b\u00ad\u200b\u200e\u200f\u2028\u202a\u202e\u2066\u2069\ufeff\ue000"];

    [Fact]
    public void Writer_AnyText_LeavesNothingThatCannotBeSeen() => Texts.Sample(text =>
    {
        using var inner = new StringWriter();
        using var printable = new PrintableWriter(inner);
        printable.Write(text);
        printable.Write('\u202e');
        printable.WriteLine(text);
        AssertPrintable(inner.ToString());
    });

    [Fact]
    public void Writer_LinesAndTabs_AreKept()
    {
        using var inner = new StringWriter { NewLine = "\n" };
        using var printable = new PrintableWriter(inner);
        printable.WriteLine("a\tb\nc\r\nd");

        Assert.Equal("a\tb\nc\nd\n", inner.ToString());
    }

    [Fact]
    public async Task Scan_HostileIds_DoNotReachTheTerminal()
    {
        using var workspace = new Workspace();

        var outcome = await ScanCommandTests.ScanTheftAsync(workspace, thief: $"t{Hostile}");

        Assert.Contains("LikelyFake", outcome.Messages, StringComparison.Ordinal);
        Assert.Contains("evil", outcome.Messages, StringComparison.Ordinal);
        AssertPrintable(outcome.Messages);
    }

    [Theory]
    [InlineData("id,posts,{0}", "a,1,")]
    [InlineData("id,posts", "a,{0}")]
    [InlineData("id,photo", "a,{0}.jpg")]
    [InlineData("id,posts", "{0},1\n{0},1")]
    [InlineData("{0}", "a")]
    public async Task Scan_HostileCells_AreComplainedAboutInPrint(string header, string row)
    {
        using var workspace = new Workspace();

        var outcome = await workspace.ScanAsync(
            header.Replace("{0}", $"h{Hostile}", StringComparison.Ordinal), row.Replace("{0}", $"r{Hostile}", StringComparison.Ordinal));

        Assert.Contains("evil", outcome.Messages, StringComparison.Ordinal);
        AssertPrintable(outcome.Messages);
    }

    [Theory]
    [InlineData("scan")]
    [InlineData("scan", "--weights")]
    [InlineData("hash")]
    [InlineData("names")]
    [InlineData("labels", "--store")]
    public async Task Run_HostileArguments_AreNamedInPrint(params string[] command)
    {
        var outcome = await Workspace.RunAsync([.. command, $"absent{Hostile}"]);

        Assert.Equal(1, outcome.ExitCode);
        AssertPrintable(outcome.Messages);
    }

    [Fact]
    public async Task Run_HostileCommand_IsNamedInPrint()
    {
        var outcome = await Workspace.RunAsync($"guess{Hostile}");

        Assert.Contains("evil", outcome.Messages, StringComparison.Ordinal);
        AssertPrintable(outcome.Messages);
    }

    [Fact]
    public async Task Evaluate_HostileCase_StandsInTheTableInPrint()
    {
        using var workspace = new Workspace();

        var outcome = await Workspace.RunAsync(
            "evaluate",
            workspace.Write("report.jsonl", """{"profileId":"a","verdict":"LikelyFake","signals":[]}"""),
            workspace.Write("truth.csv", "id,label,case", $"a,fake,c{Hostile}"));

        Assert.Contains("evil", outcome.Data, StringComparison.Ordinal);
        AssertPrintable(outcome.Data);
    }

    private static void AssertPrintable(string text) => Assert.DoesNotContain(text, static character =>
        character is not ('\n' or '\r') && (char.IsControl(character)
            || char.GetUnicodeCategory(character) is System.Globalization.UnicodeCategory.Format
                or System.Globalization.UnicodeCategory.LineSeparator or System.Globalization.UnicodeCategory.ParagraphSeparator));
}
