using System.Globalization;

namespace FakeProfileDetector.Cli.Tests.Commands;

public sealed class NamesCommandTests
{
    [Fact]
    public async Task Names_Pairs_GetRelationAndWeight()
    {
        var outcome = await NamesAsync(
            "name1\tname2",
            "Greta Holm\tGreta Holm",
            "Greta Holm\tG. Holm",
            "Greta Holm\tPavel Kowal",
            "Greta Holm\t");

        Assert.Equal(0, outcome.ExitCode);
        var rows = outcome.Data.TrimEnd().Split('\n').Select(line => line.TrimEnd('\r').Split('\t')).ToArray();
        Assert.Equal(["name1", "name2", "relation", "weightBits"], rows[0]);
        Assert.Equal(["identical", "compatible", "disjoint", "not-comparable"], rows[1..].Select(row => row[2]));
        var weights = rows[1..].Select(row => double.Parse(row[3], CultureInfo.InvariantCulture)).ToArray();

        // Bits towards two different people; the same words say nothing, for impersonators copy names too.
        Assert.Equal([0, -1, 1, 0], weights.Select(Math.Sign));
    }

    [Fact]
    public async Task Names_OtherColumns_AreKeptInPlace()
    {
        var outcome = await NamesAsync("pair\tname2\tnote\tname1", "7\tRosa Tamm\tas found\tRosa Tamm");

        Assert.Equal("pair\tname2\tnote\tname1\trelation\tweightBits", outcome.DataLines[0]);
        Assert.StartsWith("7\tRosa Tamm\tas found\tRosa Tamm\tidentical\t", outcome.DataLines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_Reasons_AddTheirCodesAsAColumn()
    {
        using var workspace = new Workspace();
        var pairs = workspace.Write(
            "pairs.tsv", "name1\tname2", "Greta Holm\tHolm, G.", "Elizabeth Holm\tLiz Holm", "Greta Holm\tGreta Holm", "Иван Холм\tIvan Holm");

        var outcome = await Workspace.RunAsync("names", pairs, "--reasons");

        Assert.Equal(0, outcome.ExitCode);
        var rows = outcome.Data.TrimEnd().Split('\n').Select(line => line.TrimEnd('\r').Split('\t')).ToArray();
        Assert.Equal(["name1", "name2", "relation", "weightBits", "reasons"], rows[0]);
        Assert.Equal(["word-order initials", "short-form", "", "transliteration"], rows[1..].Select(row => row[4]));
    }

    [Theory]
    [InlineData("name1\tother", "name2")]
    [InlineData("other\tname2", "name1")]
    public async Task Names_MissingColumn_IsNamed(string header, string missing)
    {
        var outcome = await NamesAsync(header, "Rosa Tamm\tRosa Tamm");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Empty(outcome.Data);
        Assert.Contains($"pairs.tsv has no column {missing}", outcome.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_EmptyFile_ExitsWithOne()
    {
        var outcome = await NamesAsync();

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("pairs.tsv is empty", outcome.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_ShortRow_IsNamedAndTheOthersCompared()
    {
        var outcome = await NamesAsync("name1\tname2", "Rosa Tamm", "Rosa Tamm\tRosa Tamm");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("pairs.tsv:2:", Assert.Single(outcome.MessageLines), StringComparison.Ordinal);
        Assert.Contains("identical", outcome.DataLines[1], StringComparison.Ordinal);
    }

    private static async Task<Outcome> NamesAsync(params string[] lines)
    {
        using var workspace = new Workspace();
        return await Workspace.RunAsync("names", workspace.Write("pairs.tsv", lines));
    }
}
