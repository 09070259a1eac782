namespace FakeProfileDetector.Cli.Tests.Scanning;

/// <summary>Copies that were missed, or files that were refused.</summary>
public sealed class AlteredPhotoCasesTests
{
    [Theory]
    [InlineData("animation-blank-first-frame", "owner", "thief_gif")]
    [InlineData("apng-hidden-default-image", "owner", "thief")]
    [InlineData("dark-photo", "o0", "c0")]
    [InlineData("dark-photo", "o1", "c1")]
    [InlineData("dark-photo", "o2", "c2")]
    [InlineData("dark-photo", "o3", "c3")]
    [InlineData("dark-photo", "o4", "c4")]
    [InlineData("dark-photo", "o5", "c5")]
    [InlineData("negative", "owner", "thief_negative")]
    [InlineData("negative", "owner2", "thief_negative_mirror")]
    [InlineData("phone-50mp", "owner", "thief")]
    [InlineData("progressive-without-eoi", "owner", "thief")]
    public async Task The_copy_is_found(string name, string owner, string thief)
    {
        var profiles = (await Workspace.RunAsync("scan", PathOf(name, "members.csv"))).Profiles;

        Assert.Equal([owner], profiles.Single(profile => profile.Id == thief).Matches);
        Assert.Equal([thief], profiles.Single(profile => profile.Id == owner).Matches);
    }

    [Theory]
    [InlineData("jpg_12bit_hdr.jpg", "more than 8 bits")]
    [InlineData("jpg_dnl_zero.jpg", "its height comes after the picture")]
    [InlineData("x_avif.avif", "AVIF")]
    [InlineData("x_heic.heic", "HEIC")]
    [InlineData("x_html404.jpg", "web page")]
    [InlineData("x_json.jpg", "JSON")]
    [InlineData("x_lfs.jpg", "Git LFS")]
    public async Task What_is_no_photo_is_named(string file, string named)
    {
        var outcome = await Workspace.RunAsync("hash", PathOf("messages", file));

        Assert.Contains(named, outcome.Messages, StringComparison.Ordinal);
    }

    private static string PathOf(string name, string file) => Path.Combine(AppContext.BaseDirectory, "cases", name, file);
}
