namespace FakeProfileDetector.Cli.Tests.Members;

/// <summary>Exports as networks and spreadsheets write them read like the plain form, or are refused with what to write instead.</summary>
public sealed class ExportFormTests : IDisposable
{
    private const string Hash = "01093273cb6ca99ed7e5fb1d4b1532431ed8696f8559c51b8b1b7b6ec270b062";
    private const string Header = "id,display_name,photo_hash,created_at,observed_at,connections,posts,bio_length";

    private static readonly string[] Theft =
    [
        $"a1,Łucja Brzęk,{Hash},2014-05-21,2026-10-01,1640,120,180", $"a2,Nora Lindqvist,{Hash},2026-09-20,2026-10-01,3,0,0",
    ];

    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData("ID,Display Name,Photo Hash,Created At,Observed At,Connections,Posts,Bio Length")]
    [InlineData("id,displayName,photoHash,createdAt,observedAt,connections,posts,bioLength")]
    [InlineData("user_id,name,pdq_hash,created-at,OBSERVED_AT,followers_count,statuses_count,bio length")]
    [InlineData("Member ID,Full name,PHOTO-HASH,Member since,As of,Connections count,Number of posts,Bio_Length")]
    public async Task Scan_HeaderInOtherWords_ReadsLikeThePlainOne(string header)
    {
        var plain = await _workspace.ScanAsync([Header, .. Theft]);

        var outcome = await _workspace.ScanAsync([header, .. Theft]);

        Assert.Contains("photo-likely-taken", plain.Profiles[1].Codes);
        Assert.Equal(plain.Data, outcome.Data);
        Assert.Empty(Complaints(outcome));
    }

    [Theory]
    [InlineData("First Name,Last Name", "Nora,Lindqvist")]
    [InlineData("Surname,Given name", "Lindqvist,Nora")]
    [InlineData("Name,Surname", "Nora,Lindqvist")]
    [InlineData("Name,Surname", "Nora Lindqvist,Lindqvist")]
    [InlineData("name,first_name,last_name", ",Nora,Lindqvist")]
    [InlineData("first_name,last_name", "Nora Lindqvist,NULL")]
    public async Task Scan_NameInParts_IsJoined(string columns, string cells)
    {
        var plain = await _workspace.ScanAsync($"id,photo_hash,display_name", $"a,{Hash},Łucja Brzęk", $"b,{Hash},Nora Lindqvist");

        var outcome = await _workspace.ScanAsync($"id,photo_hash,other_names,{columns}", $"a,{Hash},Łucja Brzęk,{cells}", $"b,{Hash},,{cells}");

        // The two share a name, and b's agrees with the plain one's.
        Assert.Contains("names-conflict-on-shared-photo", plain.Profiles[1].Codes);
        Assert.DoesNotContain("names-conflict-on-shared-photo", outcome.Profiles[1].Codes);
        var mixed = await _workspace.ScanAsync($"id,photo_hash,{columns}", $"a,{Hash},{cells}", $"b,{Hash}{(cells[0] == ',' ? "," : string.Empty)},Łucja,Brzęk");
        Assert.Contains("names-conflict-on-shared-photo", mixed.Profiles[1].Codes);
    }

    [Theory]
    [InlineData("wer=display_name,nr=id")]
    [InlineData("display_name=wer,id=nr")]
    [InlineData("Wer = Display Name, Nr = ID")]
    public async Task Scan_ColumnsSaid_AreRead(string columns)
    {
        var plain = await _workspace.ScanAsync([Header, .. Theft]);
        var members = _workspace.Write("members.csv", [Header.Replace("id,display_name", "nr,wer", StringComparison.Ordinal), .. Theft]);

        var outcome = await Workspace.RunAsync("scan", members, "--columns", columns);

        Assert.Equal(plain.Data, outcome.Data);
    }

    [Theory]
    [InlineData("id,x", "x=nobody", "neither side is a field")]
    [InlineData("id,x", "y=display_name", "no column y")]
    [InlineData("id,x", "x", "COLUMN=FIELD")]
    [InlineData("id,x", "x=posts,id=posts", "give one of them")]
    public async Task Scan_ColumnsThatCannotBe_AreRefused(string header, string columns, string message)
    {
        var outcome = await Workspace.RunAsync("scan", _workspace.Write("members.csv", header, "a,1"), "--columns", columns);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains(message, outcome.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scan_TwoColumnsOfOneField_AreToldApart()
    {
        var own = await _workspace.ScanAsync("id,user_id,posts", "a,1,2", "b,2,3");
        Assert.Equal(["a", "b"], own.Profiles.Select(profile => profile.Id));
        Assert.Contains("members.csv:1: the column user_id is not read: id is id.", own.MessageLines);

        var refused = await _workspace.ScanAsync("id,name,full name", "a,x,y");
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("--columns", refused.Messages, StringComparison.Ordinal);

        var said = await Workspace.RunAsync("scan", _workspace.PathOf("members.csv"), "--columns", "full name=display_name");
        Assert.Equal(0, said.ExitCode);
    }

    [Theory]
    [InlineData("500+", "500")]
    [InlineData("500+ connections", "500")]
    [InlineData("\"1,234\"", "1234")]
    [InlineData("1.2K", "1200")]
    [InlineData("NULL", "")]
    [InlineData("N/A", "")]
    [InlineData("-", "")]
    [InlineData("\\N", "")]
    [InlineData("#N/A", "")]
    [InlineData("None", "")]
    [InlineData("nan", "")]
    public async Task Scan_CountAsShown_ReadsLikeThePlainOne(string shown, string plain)
    {
        var expected = await _workspace.ScanAsync("id,connections,created_at", $"a,{plain},2026-01-05", "b,7,2026-01-05");

        var outcome = await _workspace.ScanAsync("id,connections,created_at", $"a,{shown},2026-01-05", "b,7,2026-01-05");

        Assert.Equal(expected.Data, outcome.Data);
        Assert.Empty(Complaints(outcome));
    }

    [Fact]
    public async Task Scan_Surnames_AreNoBlanks()
    {
        var outcome = await _workspace.ScanAsync("id,photo_hash,first_name,last_name", $"a,{Hash},Nora,Null", $"b,{Hash},Piotr,None", $"c,{Hash},Ida,Na");

        Assert.All(outcome.Profiles, profile => Assert.DoesNotContain("no-name", profile.Codes));
    }

    [Fact]
    public async Task Scan_ManyUnreadableCells_AreComplainedAboutOnceAColumn()
    {
        var rows = Enumerable.Range(0, 50).Select(i => $"m{i},{(i % 5 == 1 ? "lots" : i)},{(i == 7 ? "1970-01-01" : "2020-01-02")}");

        var outcome = await _workspace.ScanAsync(["id,posts,created_at", .. rows]);

        Assert.Equal(
            [
                "members.csv:3: posts is \"lots\" where a whole number is expected; it counts as unknown. So do 9 more of its cells.",
                "members.csv:9: created_at is \"1970-01-01\", before there were networks; it counts as unknown.",
            ],
            Complaints(outcome));
    }

    [Theory]
    [InlineData("posts", "some", "write whole numbers")]
    [InlineData("created_at", "long ago", "write dates as 2026-01-31")]
    [InlineData("is_private", "perhaps", "write 0 or 1")]
    public async Task Scan_ColumnThatCannotBeRead_IsRefused(string column, string cell, string remedy)
    {
        var outcome = await _workspace.ScanAsync([$"id,{column}", "x,", .. Enumerable.Range(0, 10).Select(i => $"m{i},{(i == 0 ? "NULL" : cell)}")]);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Empty(outcome.Data);
        Assert.Contains(remedy, outcome.Messages, StringComparison.Ordinal);
        Assert.Contains("members.csv:4: 9 of the 9 cells", outcome.Messages, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("created_at", "2026-10-05", "after the day of observation")]
    [InlineData("created_at", "1989-12-31", "before there were networks")]
    [InlineData("last_active_at", "2099-01-01", "in the future")]
    [InlineData("photo_since", "0000-00-00", "before there were networks")]
    public async Task Scan_DateThatCannotBe_CountsAsUnknown(string column, string date, string why)
    {
        var blank = await _workspace.ScanAsync($"id,observed_at,{column}", "a,2026-10-01,", "b,2026-10-01,2020-01-01");

        var outcome = await _workspace.ScanAsync($"id,observed_at,{column}", $"a,2026-10-01,{date}", "b,2026-10-01,2020-01-01");

        Assert.Equal(blank.Data, outcome.Data);
        Assert.Contains(why, Assert.Single(Complaints(outcome)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("03/04/2026", "25/04/2026", "2026-04-03", "2026-04-25")]
    [InlineData("03/04/2026", "04/25/2026", "2026-03-04", "2026-04-25")]
    public async Task Scan_DatesInFigures_AreDecidedByTheColumn(string first, string second, string plainFirst, string plainSecond)
    {
        const string Columns = "id,created_at,observed_at,connections,posts";
        var plain = await _workspace.ScanAsync(Columns, $"a,{plainFirst},2026-10-01,3,1", $"b,{plainSecond},2026-10-01,3,1");

        var outcome = await _workspace.ScanAsync(Columns, $"a,{first},2026-10-01,3,1", $"b,{second},2026-10-01,3,1");

        Assert.Equal(plain.Data, outcome.Data);
        Assert.Empty(Complaints(outcome));
    }

    [Fact]
    public async Task Scan_DatesThatMayMeanTwoDays_AreRefusedUnlessSaid()
    {
        const string Columns = "id,created_at,observed_at,connections,posts";
        var members = _workspace.Write("members.csv", Columns, "a,03/04/2026,2026-10-01,3,1");

        var refused = await Workspace.RunAsync("scan", members);
        var said = await Workspace.RunAsync("scan", members, "--dates", "month-first");

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("members.csv:2: created_at is \"03/04/2026\"", refused.Messages, StringComparison.Ordinal);
        Assert.Contains("--dates day-first or --dates month-first", refused.Messages, StringComparison.Ordinal);
        Assert.Equal((await _workspace.ScanAsync(Columns, "a,2026-03-04,2026-10-01,3,1")).Data, said.Data);
    }

    [Fact]
    public async Task Scan_DatesOfBothOrders_AreRefused()
    {
        var outcome = await _workspace.ScanAsync("id,created_at", "a,13/01/2026", "b,01/13/2026", "c,02/03/2026");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("members.csv:4", outcome.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scan_PhotosWithoutNames_AreWarnedOf()
    {
        var outcome = await _workspace.ScanAsync("id,photo_hash,wer", $"a,{Hash},Nora", $"b,{Hash},Ida");
        var named = await _workspace.ScanAsync("id,photo_hash,display_name", $"a,{Hash},Nora", $"b,{Hash},Ida");

        Assert.Contains("No member of members.csv has a name", outcome.Messages, StringComparison.Ordinal);
        Assert.DoesNotContain("No member of", named.Messages, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("José.png", "Jose\u0301.png")]
    [InlineData("Jose\u0301.png", "José.png")]
    [InlineData("각.png", "\u1100\u1161\u11A8.png")]
    [InlineData("ậ.png", "a\u0323\u0302.png")]
    [InlineData("sub/d.png", "sub\\d.png")]
    [InlineData("sub/d.png", "./sub/d.png")]
    [InlineData("sub/d.png", ".\\sub\\d.png")]
    [InlineData("sub/d.png", "/sub/d.png")]
    [InlineData("sub/d.png", "photos/sub/d.png")]
    [InlineData("sub/d.png", "Sub/D.PNG")]
    [InlineData("José.png", "JosÃ©.png")]
    [InlineData("a&b.png", "a&amp;b.png")]
    public async Task Scan_PhotoSpelledOtherwise_IsFound(string file, string cell)
    {
        _workspace.Paint($"photos/{file}", 1);
        var members = _workspace.Write("members.csv", "id,display_name,photo", $"a,Nora Lindqvist,{cell}");

        var outcome = await Workspace.RunAsync("scan", members, "--photos", _workspace.PathOf("photos"));

        Assert.Contains("photo-unique", Assert.Single(outcome.Profiles).Codes);
        Assert.Empty(Complaints(outcome));
    }

    [Theory]
    [InlineData("d.PNG", "Several files have the photo's name")]
    [InlineData("Jose.png", "does not exist")]
    [InlineData("https://media.example.com/a.png", "photos are not fetched")]
    [InlineData("//cdn.example.com/a.png", "photos are not fetched")]
    [InlineData("www.example.com/a.png", "photos are not fetched")]
    [InlineData("../other/d.png", "leads out of the folder")]
    [InlineData("..\\photos\\d.png", "does not exist")]
    public async Task Scan_PhotoThatIsNotMeant_IsNotTaken(string cell, string message)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Names that differ in case only.");
        _workspace.Paint("photos/d.png", 1);
        _workspace.Paint("photos/D.png", 2);
        _workspace.Paint("photos/José.png", 3);
        var members = _workspace.Write("members.csv", "id,display_name,photo", $"a,Nora Lindqvist,{cell}", "b,Nora Lindqvist,NULL");

        var outcome = await Workspace.RunAsync("scan", members, "--photos", _workspace.PathOf("photos"));

        Assert.Contains("photo-unusable", outcome.Profiles[0].Codes);
        Assert.Contains("no-photo", outcome.Profiles[1].Codes);
        Assert.Contains(message, Assert.Single(Complaints(outcome)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scan_ManyMissingPhotos_AreOneComplaint()
    {
        var outcome = await _workspace.ScanAsync(["id,display_name,photo", .. Enumerable.Range(0, 20).Select(i => $"m{i},Nora Lindqvist,p{i}.jpg")]);

        Assert.EndsWith("It is so of 20 photos.", Assert.Single(Complaints(outcome)), StringComparison.Ordinal);
    }

    private static string[] Complaints(Outcome outcome) =>
        [.. outcome.MessageLines.Where(line => line.StartsWith("members.csv:", StringComparison.Ordinal))];
}
