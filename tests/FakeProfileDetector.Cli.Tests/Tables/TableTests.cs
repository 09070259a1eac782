using System.Buffers;
using System.Text;
using System.Text.Json;

namespace FakeProfileDetector.Cli.Tests.Tables;

/// <summary>One export in every form that exports come in gives the same reports.</summary>
public sealed class TableTests : IDisposable
{
    private const string Hash = "01093273cb6ca99ed7e5fb1d4b1532431ed8696f8559c51b8b1b7b6ec270b062";

    private static readonly SearchValues<char> Special = SearchValues.Create(",;|\t\"\n");
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private static readonly string[][] Rows =
    [
        ["id", "display_name", "photo_hash", "created_at", "observed_at", "connections"],
        ["a1", "José Ångström", Hash, "2014-05-21", "2026-10-01", "1640"],
        ["a2", "Holm, \"Elin\" | x; y", Hash, "2026-09-20", "2026-10-01", ""],
        ["a3", "Nora\nLindqvist", Hash, "2026-09-20", "2026-10-01", "3"],
    ];

    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData(';', "")]
    [InlineData('\t', "")]
    [InlineData('|', "")]
    [InlineData(';', "sep=;\n")]
    [InlineData('|', "\"sep=|\"\r\n")]
    [InlineData(',', "sep=,\n")]
    [InlineData(',', "\n\n")]
    [InlineData(',', "Notes:\n\"When exporting your data, you may notice that some \"\"addresses\"\" are missing; id, too.\"\n\n")]
    [InlineData(';', "Members of the network\nExported 2026-10-01; 3 rows\n")]
    public async Task Scan_AnySeparatorBelowNotes_ReadsLikeCommas(char separator, string notes) =>
        await AssertLikePlainAsync(Encoding.UTF8.GetBytes(notes + Text(separator)));

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16BE", false)]
    [InlineData("utf-32", true)]
    public async Task Scan_AnyUnicode_ReadsLikeUtf8(string name, bool hasMark)
    {
        var encoding = Encoding.GetEncoding(name);
        await AssertLikePlainAsync([.. hasMark ? encoding.GetPreamble() : [], .. encoding.GetBytes(Text(','))]);
        await AssertLikePlainAsync([.. hasMark ? encoding.GetPreamble() : [], .. encoding.GetBytes(Text('\t'))]);
    }

    [Fact]
    public async Task Scan_Windows1252_IsReadAndSaid()
    {
        var outcome = await AssertLikePlainAsync(CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(Text(';')));

        Assert.Contains("read as windows-1252", outcome.Messages, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1251, "Иван Соколов")]
    [InlineData(1250, "Michałowska Brzęk Bąk")]
    [InlineData(10000, "José Pérez")]
    public async Task Scan_OtherCodePage_IsNotTakenForWindows1252(int page, string name)
    {
        var text = CodePagesEncodingProvider.Instance.GetEncoding(page)!.GetBytes($"id,display_name\na,{name}\nb,Nora\nc,Ida\n");

        var outcome = await Workspace.RunAsync("scan", _workspace.WriteBytes("members.csv", text));

        Assert.Contains("members.csv:2: display_name is not valid UTF-8", outcome.Messages, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task Scan_JsonObjects_ReadLikeRows(bool isArray, bool isIndented)
    {
        var objects = Rows[1..].Select(row => Rows[0].Zip(row).Where(cell => cell.Second.Length > 0).ToDictionary(
            cell => cell.First, object (cell) => long.TryParse(cell.Second, out var number) ? number : cell.Second));
        var text = isArray
            ? JsonSerializer.Serialize(objects, isIndented ? Indented : JsonSerializerOptions.Default)
            : string.Join('\n', objects.Select(item => JsonSerializer.Serialize(item)));

        await AssertLikePlainAsync(Encoding.UTF8.GetBytes(text));
    }

    [Fact]
    public async Task Scan_JsonOfAllKinds_IsRead()
    {
        var outcome = await Workspace.RunAsync("scan", _workspace.WriteText(
            "members.csv", """{"id":"a","isPrivate":true,"posts":12,"other_names":["Ida Holm","Nora"],"bio_length":null,"more":{"x":1}}""" + "\nnot json\n" + """{"id":7,"posts":"1,234"}"""));

        Assert.Equal(["a", "7"], outcome.Profiles.Select(profile => profile.Id));
        Assert.Contains("account-private", outcome.Profiles[0].Codes);
        Assert.Contains("members.csv:2: the line is no JSON object", outcome.Messages, StringComparison.Ordinal);
        Assert.Contains("members.csv:1: more holds an object", outcome.Messages, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[{\"id\":1},\n{\"id\":}]", "members.csv:2")]
    [InlineData("[1,2]", "members.csv:")]
    [InlineData("{\"name\":\"x\"}", "no column id")]
    [InlineData("[]", "is empty")]
    [InlineData("{\n\"id\": 1\n}", "is empty")]
    public async Task Scan_JsonThatIsNone_IsRefused(string text, string message)
    {
        var outcome = await Workspace.RunAsync("scan", _workspace.WriteText("members.csv", text));

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains(message, outcome.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scan_RowBelowNotes_IsNamedByItsLine()
    {
        var outcome = await Workspace.RunAsync("scan", _workspace.WriteText("members.csv", "sep=;\nNotes:\n\nid;posts\na;1\nb;many\n"));

        Assert.Contains("members.csv:6: posts is \"many\"", outcome.Messages, StringComparison.Ordinal);
    }

    private static string Text(char separator) => string.Concat(Rows.Select(row => string.Join(
        separator, row.Select(cell => cell.AsSpan().ContainsAny(Special) ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell)) + "\r\n"));

    private async Task<Outcome> AssertLikePlainAsync(byte[] text)
    {
        var plain = await Workspace.RunAsync("scan", _workspace.WriteText("plain.csv", Text(',')));

        var outcome = await Workspace.RunAsync("scan", _workspace.WriteBytes("members.csv", text));

        Assert.Equal(3, plain.Profiles.Length);
        Assert.Contains("photo-reused-under-other-name", plain.Profiles[0].Codes);
        Assert.Equal(plain.Data, outcome.Data);
        Assert.DoesNotContain("members.csv:", outcome.Messages, StringComparison.Ordinal);
        return outcome;
    }
}
