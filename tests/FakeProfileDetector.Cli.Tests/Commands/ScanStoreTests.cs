using System.Text;

namespace FakeProfileDetector.Cli.Tests.Commands;

public sealed class ScanStoreTests
{
    private const string Header = "id,display_name,photo,observed_at,created_at,connections,following,posts,bio_length,has_url,faces";
    private const string Owner = "owner,Greta Holm,portrait.jpg,2026-11-01,2014-05-01,900,300,400,120,1,1";
    private const string Thief = "thief,Pavel Kowal,portrait.jpg,2026-11-01,2026-01-05,2,700,0,0,0,1";

    [Fact]
    public async Task Store_SecondScan_MeetsTheMembersOfTheFirst()
    {
        using var workspace = new Workspace();
        workspace.Paint("portrait.jpg", 1);

        var first = await ScanAsync(workspace, Owner);
        var second = await ScanAsync(workspace, Thief);

        Assert.Contains("photo-unique", Assert.Single(first.Profiles).Codes);
        var thief = Assert.Single(second.Profiles);
        Assert.Equal("thief", thief.Id);
        Assert.Equal("LikelyFake", thief.Verdict);
        Assert.Equal(["owner"], thief.Matches);
    }

    [Fact]
    public async Task Store_NotGiven_ForgetsTheMembers()
    {
        using var workspace = new Workspace();
        workspace.Paint("portrait.jpg", 1);

        await workspace.ScanAsync(Header, Owner);
        var second = await workspace.ScanAsync(Header, Thief);

        Assert.Contains("photo-unique", Assert.Single(second.Profiles).Codes);
    }

    [Fact]
    public async Task Store_SameMembersAgain_GiveTheSameReport()
    {
        using var workspace = new Workspace();
        workspace.Paint("portrait.jpg", 1);

        var first = await ScanAsync(workspace, Owner, Thief);
        var second = await ScanAsync(workspace, Owner, Thief);
        var inMemory = await workspace.ScanAsync(Header, Owner, Thief);

        Assert.Equal(first.Data, second.Data);
        Assert.Equal(inMemory.Data, first.Data);
    }

    [Fact]
    public async Task Store_MemberWithNewPhoto_IsNoLongerFoundByTheOld()
    {
        using var workspace = new Workspace();
        workspace.Paint("portrait.jpg", 1);
        workspace.Paint("other.jpg", 2);
        await ScanAsync(workspace, Owner);
        await ScanAsync(workspace, Owner.Replace("portrait", "other", StringComparison.Ordinal));

        var thief = Assert.Single((await ScanAsync(workspace, Thief)).Profiles);

        Assert.Empty(thief.Matches);
    }

    [Fact]
    public async Task Store_InNewFolder_IsMadeLikeEveryOtherOutput()
    {
        using var workspace = new Workspace();
        var members = workspace.Write("members.csv", "id", "a");

        var outcome = await Workspace.RunAsync("scan", members, "--store", workspace.PathOf("new/folder/profiles.db"));

        Assert.Equal(0, outcome.ExitCode);
        Assert.True(File.Exists(workspace.PathOf("new/folder/profiles.db")));
    }

    [Fact]
    public async Task Store_OfAnotherFormat_ExitsWithOneAndLeavesItAlone()
    {
        using var workspace = new Workspace();
        var notes = new string('n', 10_000);
        var store = workspace.WriteText("notes.txt", notes);

        var outcome = await Workspace.RunAsync("scan", workspace.Write("members.csv", "id", "a"), "--store", store);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Empty(outcome.Data);
        Assert.Contains("notes.txt\" is not a readable profile store", Assert.Single(outcome.MessageLines), StringComparison.Ordinal);
        Assert.Equal(notes, await File.ReadAllTextAsync(store));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4096)]
    public async Task Store_OverwrittenFromAnOffset_ExitsWithOneAndAMessage(int offset)
    {
        using var workspace = new Workspace();
        workspace.Paint("portrait.jpg", 1);
        await ScanAsync(workspace, Owner);
        var bytes = await File.ReadAllBytesAsync(workspace.PathOf("profiles.db"));
        bytes.AsSpan(offset).Fill(0xA5);
        workspace.WriteBytes("profiles.db", bytes);

        var outcome = await ScanAsync(workspace, Thief);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Empty(outcome.Data);
        Assert.Contains("store", Assert.Single(outcome.MessageLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Store_CutShort_ExitsWithOneAndAMessage()
    {
        using var workspace = new Workspace();
        workspace.Paint("portrait.jpg", 1);
        await ScanAsync(workspace, Owner);
        workspace.WriteBytes("profiles.db", (await File.ReadAllBytesAsync(workspace.PathOf("profiles.db")))[..5000]);

        var outcome = await ScanAsync(workspace, Thief);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("profiles.db", Assert.Single(outcome.MessageLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Store_IsAFolder_ExitsWithOneAndAMessage()
    {
        using var workspace = new Workspace();

        var outcome = await Workspace.RunAsync("scan", workspace.Write("members.csv", "id", "a"), "--store", workspace.Folder);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("--store", Assert.Single(outcome.MessageLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Store_File_HoldsNoPhoto()
    {
        using var workspace = new Workspace();
        var photo = await File.ReadAllBytesAsync(workspace.Paint("portrait.jpg", 1));

        await ScanAsync(workspace, Owner);

        var store = await File.ReadAllBytesAsync(workspace.PathOf("profiles.db"));
        Assert.Equal(-1, store.AsSpan().IndexOf(photo.AsSpan(photo.Length / 2, 32)));
        Assert.NotEqual(-1, store.AsSpan().IndexOf(Encoding.UTF8.GetBytes("Greta Holm")));
    }

    private static Task<Outcome> ScanAsync(Workspace workspace, params string[] rows) => Workspace.RunAsync(
        "scan", workspace.Write("members.csv", [Header, .. rows]), "--store", workspace.PathOf("profiles.db"));
}
