using System.Text;

namespace FakeProfileDetector.Cli.Tests.Members;

/// <summary>Member exports as people make them: what is wrong is named by file and line, and the other rows are reported.</summary>
public sealed class MemberFileTests
{
    [Fact]
    public async Task Scan_OnlyIdColumn_ReportsEveryRow()
    {
        using var workspace = new Workspace();

        var outcome = await workspace.ScanAsync("id", "a", "b");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(["a", "b"], outcome.Profiles.Select(profile => profile.Id));
        Assert.All(outcome.Profiles, profile => Assert.Equal("InsufficientEvidence", profile.Verdict));
        Assert.DoesNotContain("members.csv", outcome.Messages, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(",id,posts", "0,a,12")]
    [InlineData("id,posts,", "a,12,")]
    public async Task Scan_ColumnWithoutName_IsIgnored(string header, string row)
    {
        using var workspace = new Workspace();
        var plain = await workspace.ScanAsync("id,posts", "a,12");

        var outcome = await workspace.ScanAsync(header, row);

        Assert.Equal(plain.Data, outcome.Data);
        Assert.DoesNotContain("members.csv:2", outcome.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scan_UnknownColumn_IsWarnedOfAndIgnored()
    {
        using var workspace = new Workspace();

        var plain = await workspace.ScanAsync("id,posts", "a,12");
        var outcome = await workspace.ScanAsync("shoe_size,id,posts", "44,a,12");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("members.csv:1: the column shoe_size is unknown and ignored.", outcome.MessageLines);
        Assert.Equal(plain.Data, outcome.Data);
    }

    [Fact]
    public async Task Scan_BlankCells_AreUnknownAndNotZero()
    {
        using var workspace = new Workspace();

        var outcome = await workspace.ScanAsync("id,connections,posts,bio_length", "blank,, ,\"\"", "zero,0,0,0", "short");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(["blank", "zero", "short"], outcome.Profiles.Select(profile => profile.Id));
        Assert.Contains("history-unknown", outcome.Profiles[0].Codes);
        Assert.Contains("few-connections", outcome.Profiles[1].Codes);
        Assert.Contains("history-unknown", outcome.Profiles[2].Codes);
        Assert.DoesNotContain("members.csv:", outcome.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scan_ByteOrderMarkAndCarriageReturns_ReadLikePlainText()
    {
        using var workspace = new Workspace();
        var plain = await workspace.ScanAsync("id,display_name,posts", "a,Elin Holm,3", "b,Hugo Tamm,4");
        var text = "id,display_name,posts\r\na,Elin Holm,3\r\nb,Hugo Tamm,4\r\n";

        var outcome = await Workspace.RunAsync(
            "scan", workspace.WriteBytes("members.csv", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)]));

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(plain.Data, outcome.Data);
        Assert.DoesNotContain("members.csv:", outcome.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scan_QuotedCells_MayHoldCommasQuotesAndLines()
    {
        using var workspace = new Workspace();

        var outcome = await workspace.ScanAsync("id,display_name,posts", "\"a,1\",\"Holm, Elin\",3", "\"b\"\"2\",\"Hugo\nTamm\",4", "c,Rosa Tamm,x");

        Assert.Equal(["a,1", "b\"2", "c"], outcome.Profiles.Select(profile => profile.Id));

        // The third row stands on line 5, for the second one spans two.
        Assert.StartsWith("members.csv:5: posts", Assert.Single(Complaints(outcome)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scan_HeaderInOtherCaseAndOrder_IsUnderstood()
    {
        using var workspace = new Workspace();

        var outcome = await workspace.ScanAsync(" Posts , ID ", "12, a ");

        Assert.Equal("a", Assert.Single(outcome.Profiles).Id);
        Assert.Empty(Complaints(outcome));
    }

    [Fact]
    public async Task Scan_BlankLines_AreSkippedButCounted()
    {
        using var workspace = new Workspace();

        var outcome = await workspace.ScanAsync(string.Empty, "id,posts", string.Empty, "a,1", " , ", string.Empty, "b,many", string.Empty);

        Assert.Equal(["a", "b"], outcome.Profiles.Select(profile => profile.Id));
        Assert.StartsWith("members.csv:7: posts", Assert.Single(Complaints(outcome)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("\n\n", "is empty")]
    [InlineData("name,photo\nElin Holm,a.jpg\n", "has no column id; its columns are: name, photo")]
    [InlineData("Notes:\n\nname,photo\nElin Holm,a.jpg\n", "has no column id; its columns are: name, photo")]
    [InlineData("nr;name\n1;Elin Holm\n", "has no column id; its columns are: nr, name")]
    [InlineData("id,posts,POSTS\n1,2,3\n", "names the column POSTS twice")]
    [InlineData("id,\"posts\n1,2\n", "a quotation mark")]
    public async Task Scan_UnusableHeader_SaysWhyAndExitsWithOne(string text, string message)
    {
        using var workspace = new Workspace();

        var outcome = await Workspace.RunAsync("scan", workspace.WriteText("members.csv", text));

        Assert.Equal(1, outcome.ExitCode);
        Assert.Empty(outcome.Data);
        Assert.Contains("members.csv", Assert.Single(outcome.MessageLines), StringComparison.Ordinal);
        Assert.Contains(message, outcome.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scan_HeaderOnly_ReportsNobody()
    {
        using var workspace = new Workspace();

        var outcome = await workspace.ScanAsync("id,posts");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Empty(outcome.Data);
    }

    [Theory]
    [InlineData("a,again,1", "id \"a\" stands already on line 2")]
    [InlineData(",nobody,1", "the id is missing")]
    [InlineData("  ,nobody,1", "the id is missing")]
    [InlineData("x,Holm, Elin,1", "4 cells under 3 columns")]
    [InlineData("x,Elin \"El\" Holm,1", "quotation mark")]
    [InlineData("x,\"Elin\" Holm,1", "quotation mark")]
    [InlineData("x,\"Elin Holm,1", "quotation mark")]
    public async Task Scan_BadRow_IsNamedByLineAndLeftOut(string row, string message)
    {
        using var workspace = new Workspace();

        var outcome = await workspace.ScanAsync("id,display_name,posts", "a,Rosa Tamm,1", row, "b,Hugo Tamm,2", "c,\"Mara Quist\",3");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(["a", "b", "c"], outcome.Profiles.Select(profile => profile.Id));
        var complaint = Assert.Single(Complaints(outcome));
        Assert.StartsWith("members.csv:3: ", complaint, StringComparison.Ordinal);
        Assert.Contains(message, complaint, StringComparison.Ordinal);
        Assert.Contains("left out", complaint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scan_UnclosedQuoteUpToAnotherQuote_LosesOnlyItsRow()
    {
        using var workspace = new Workspace();

        var outcome = await workspace.ScanAsync("id,display_name", "a,\"Rosa Tamm", "b,Hugo Tamm", "c,\"Mara Quist\"", "d,\"Elin Holm", "e,Leo Novik");

        Assert.Equal(["b", "c", "e"], outcome.Profiles.Select(profile => profile.Id));
        Assert.Equal(["members.csv:2", "members.csv:5"], Complaints(outcome).Select(line => line[..13]));
    }

    [Theory]
    [InlineData("connections", "many")]
    [InlineData("connections", "1.5")]
    [InlineData("following", "1 20")]
    [InlineData("posts", "99999999999999999999")]
    [InlineData("bio_length", "3000000000")]
    [InlineData("sections_filled", "all")]
    [InlineData("last_active_at", "yesterday")]
    [InlineData("is_private", "2")]
    [InlineData("is_verified", "maybe")]
    [InlineData("created_at", "yesterday")]
    [InlineData("created_at", "2026-02-30")]
    [InlineData("created_at", "10:30")]
    [InlineData("created_at", "5.5")]
    [InlineData("observed_at", "2026")]
    [InlineData("has_url", "2")]
    [InlineData("has_photo", "maybe")]
    public async Task Scan_UnreadableCell_IsNamedAndCountsAsUnknown(string column, string cell)
    {
        using var workspace = new Workspace();
        var blank = await workspace.ScanAsync($"id,{column}", "a,", "b,");

        var outcome = await workspace.ScanAsync($"id,{column}", $"a,{cell}", "b,");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(blank.Data, outcome.Data);
        Assert.StartsWith($"members.csv:2: {column} is \"{cell}\" where", Assert.Single(Complaints(outcome)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("created_at", "2026-01-31")]
    [InlineData("created_at", "2026-01-31T10:30:00Z")]
    [InlineData("created_at", "2026-01-31 10:30:00+02:00")]
    [InlineData("has_url", "TRUE")]
    [InlineData("has_url", "yes")]
    [InlineData("has_url", "0")]
    [InlineData("posts", "+12")]
    public async Task Scan_CellInAnyUsualForm_IsRead(string column, string cell)
    {
        using var workspace = new Workspace();

        var outcome = await workspace.ScanAsync($"id,observed_on,{column}", $"a,,{cell}");

        Assert.DoesNotContain(Complaints(outcome), line => line.Contains(column, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Scan_InvalidBytesInAName_CountAsUnknown()
    {
        using var workspace = new Workspace();
        byte[] damaged = [.. "id,display_name\na,J"u8, 0xC3, .. "rg Holm\nb,Hugo Täm\n"u8];

        var outcome = await Workspace.RunAsync("scan", workspace.WriteBytes("members.csv", damaged));

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(["a", "b"], outcome.Profiles.Select(profile => profile.Id));
        var complaint = Assert.Single(Complaints(outcome));
        Assert.StartsWith("members.csv:2: display_name is not valid UTF-8", complaint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scan_InvalidBytesInAnId_LeaveTheRowOut()
    {
        using var workspace = new Workspace();
        byte[] damaged = [.. "id\na"u8, 0xC3, .. "\nbä\n"u8];

        var outcome = await Workspace.RunAsync("scan", workspace.WriteBytes("members.csv", damaged));

        Assert.Equal("bä", Assert.Single(outcome.Profiles).Id);
        Assert.All(Complaints(outcome), line => Assert.StartsWith("members.csv:2: ", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Scan_ImpossibleCounts_AreReportedAndWeighNothing()
    {
        using var workspace = new Workspace();

        var outcome = await workspace.ScanAsync("id,posts,sections_filled,sections_offered", "a,-5,,", "b,,9,3");

        Assert.Equal(0, outcome.ExitCode);
        Assert.All(outcome.Profiles, profile => Assert.Contains("history-impossible", profile.Codes));
        Assert.All(outcome.Profiles, profile => Assert.Equal(0, profile.Signal("sparse-history").GetProperty("weightBits").GetDouble()));
    }

    [Fact]
    public async Task Scan_PrivacyVerificationAndLastActivity_AreRead()
    {
        using var workspace = new Workspace();

        var outcome = await workspace.ScanAsync(
            "id,created_at,observed_at,last_active_at,is_private,is_verified", "a,,,,1,1", "b,2026-01-02,2026-01-09,2025-12-01,,");

        Assert.Empty(Complaints(outcome));
        Assert.Superset(new HashSet<string> { "account-private", "account-verified" }, outcome.Profiles[0].Codes.ToHashSet());
        Assert.Contains("history-impossible", outcome.Profiles[1].Codes);
    }

    [Fact]
    public async Task Scan_ManyBadQuotes_StayLinear()
    {
        using var workspace = new Workspace();
        var rows = Enumerable.Range(0, 20_000).Select(i => i % 2 == 0 ? $"bad{i},\"Elin Holm" : $"good{i},\"Hugo Tamm\"");

        var outcome = await workspace.ScanAsync(["id,display_name", .. rows]);

        Assert.Equal(10_000, outcome.Profiles.Length);
        Assert.Equal(10_000, Complaints(outcome).Length);
    }

    [Theory]
    [InlineData("anna.smith@example.org", "email-agrees-with-name")]
    [InlineData("anna.smith", "email-agrees-with-name")]
    [InlineData("robert.miller@example.org", "email-names-another")]
    [InlineData("sunnydays@anna-smith.example", "email-differs-from-name")]
    public async Task Scan_Email_IsComparedUpToTheAtSign(string email, string code)
    {
        using var workspace = new Workspace();

        var outcome = await workspace.ScanAsync("id,display_name,email", $"a,Anna Smith,{email}", "b,Anna Smith,");

        Assert.Contains(code, outcome.Profiles[0].Codes);
        Assert.DoesNotContain(outcome.Profiles[1].Codes, other => other.StartsWith("email", StringComparison.Ordinal));
        Assert.Empty(Complaints(outcome));
        Assert.DoesNotContain("example", outcome.Data, StringComparison.Ordinal);
    }

    private static string[] Complaints(Outcome outcome) =>
        [.. outcome.MessageLines.Where(line => line.StartsWith("members.csv:", StringComparison.Ordinal))];
}
