namespace FakeProfileDetector.Cli.Tests.Scanning;

/// <summary>Small networks that were once judged wrongly: who shares a picture in good faith, and who has taken it.</summary>
/// <remarks>The pictures are drawings. Where one stands for a photograph, the member file says how many faces it shows.</remarks>
public sealed class SharedPictureCasesTests
{
    private const string Accepted = "NoAdverseEvidence";
    private const string Doubtful = "Suspicious";
    private const string Reported = "LikelyFake";

    [Theory]
    [InlineData("couple-new-spouse", 2)]
    [InlineData("five-newcomers-one-cartoon", null)]
    [InlineData("recruiter-accounts", 1)]
    [InlineData("recruiter-accounts", null)]
    [InlineData("different-identicons-match", null)]
    [InlineData("same-sticker-drawn", null)]
    [InlineData("same-sticker-drawn", 1)]
    [InlineData("identicons-that-differ", null)]
    [InlineData("initials-avatars", null)]
    [InlineData("initials-that-differ", null)]
    [InlineData("card-strangers", null)]
    [InlineData("card-strangers", 1)]
    public async Task Nobody_is_reported(string name, int? faces)
    {
        var profiles = await ScanAsync(name, faces);

        Assert.DoesNotContain(profiles, profile => profile.Verdict == Reported);
    }

    [Theory]
    [InlineData("different-identicons-match", null)]
    [InlineData("same-sticker-drawn", null)]
    [InlineData("same-sticker-drawn", 1)]
    [InlineData("identicons-that-differ", null)]
    [InlineData("initials-avatars", null)]
    [InlineData("initials-that-differ", null)]
    [InlineData("card-strangers", null)]
    [InlineData("card-strangers", 1)]
    public async Task Different_pictures_are_no_use_of_one(string name, int? faces)
    {
        var profiles = await ScanAsync(name, faces);

        Assert.All(profiles, profile => Assert.DoesNotContain("photo-reused-under-other-name", profile.Codes));
    }

    [Theory]
    [InlineData("different-identicons-match")]
    [InlineData("identicons-that-differ")]
    [InlineData("initials-avatars")]
    [InlineData("initials-that-differ")]
    public async Task What_a_program_drew_is_nobodys_photo(string name)
    {
        var profiles = await ScanAsync(name, faces: null);

        Assert.All(profiles, profile => Assert.Contains("default-avatar", profile.Codes));
    }

    [Fact]
    public async Task A_couple_is_told_why_its_photo_is_looked_at()
    {
        var profiles = await ScanAsync("couple-new-spouse", faces: 2);

        Assert.All(profiles, profile => Assert.Contains("group-photo", profile.Codes));
    }

    [Theory]
    [InlineData("decoy-second-account-hides-theft", "m1", Accepted, "m2", Reported)]
    [InlineData("decoy-second-account-hides-theft", "m1", Accepted, "m3", Reported)]
    [InlineData("second-copy-control", "owner", Doubtful, "thief", Doubtful)]
    [InlineData("second-copy-hides-the-owner", "owner", Doubtful, "thief", Doubtful)]
    [InlineData("second-copy-hides-the-owner", "owner", Doubtful, "sock", Reported)]
    [InlineData("owner-accused-for-framed-copy", "owner", Doubtful, "thief_screenshot", Doubtful)]
    public async Task Owner_and_taker_of_a_portrait(string name, string owner, string ofOwner, string taker, string ofTaker)
    {
        var profiles = await ScanAsync(name, faces: 1);

        Assert.Equal(ofOwner, profiles.Single(profile => profile.Id == owner).Verdict);
        Assert.Equal(ofTaker, profiles.Single(profile => profile.Id == taker).Verdict);
    }

    [Fact]
    public async Task A_second_account_hides_no_owner()
    {
        var profiles = await ScanAsync("second-copy-hides-the-owner", faces: 1);

        Assert.Contains("owner", profiles.Single(profile => profile.Id == "thief").Matches);
        Assert.Contains("sock", profiles.Single(profile => profile.Id == "thief").Matches);
    }

    private static async Task<ScannedProfile[]> ScanAsync(string name, int? faces)
    {
        var members = Path.Combine(AppContext.BaseDirectory, "cases", name, "members.csv");
        if (faces is null)
        {
            return (await Workspace.RunAsync("scan", members)).Profiles;
        }

        using var workspace = new Workspace();
        foreach (var photo in Directory.EnumerateFiles(Path.Combine(Path.GetDirectoryName(members)!, "photos")))
        {
            File.Copy(photo, Path.Combine(Directory.CreateDirectory(workspace.PathOf("photos")).FullName, Path.GetFileName(photo)));
        }

        var lines = await File.ReadAllLinesAsync(members, TestContext.Current.CancellationToken);
        return (await workspace.ScanAsync(lines.Select((line, i) => i == 0 ? $"{line},faces" : $"{line},{faces}"))).Profiles;
    }
}
