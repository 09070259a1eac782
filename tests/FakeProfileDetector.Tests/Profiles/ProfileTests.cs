using FakeProfileDetector.Profiles;
using FakeProfileDetector.Registry;
using FakeProfileDetector.Tests.Support;

namespace FakeProfileDetector.Tests.Profiles;

public sealed class ProfileTests
{
    [Fact]
    public void ToString_OfAProfile_NamesTheIdentifierOnly() => Assert.Equal(
        "Profile a1",
        new Profile("a1") { DisplayName = "Ana Horvat", OtherNames = ["Ana Kovac"], NamesInOtherFields = ["A. H."], Handle = "ana", EmailLocalPart = "ana.h" }.ToString());

    [Fact]
    public void ToString_OfARegisteredProfile_NamesTheIdentifierOnly() => Assert.Equal(
        "RegisteredProfile a1",
        new RegisteredProfile("a1") { DisplayName = "Ana Horvat", OtherNames = ["Ana Kovac"], Photo = Invented.Photo(1) }.ToString());

    [Fact]
    public void Names_NotGiven_AreNone()
    {
        var profile = new Profile("a");

        Assert.Same(NameList.Empty, profile.OtherNames);
        Assert.Same(NameList.Empty, profile.NamesInOtherFields);
        Assert.Null(profile.EmailLocalPart);
        Assert.Same(NameList.Empty, new RegisteredProfile("a").OtherNames);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    public void Constructor_BlankId_Throws(string? id)
    {
        Assert.ThrowsAny<ArgumentException>(() => new Profile(id!));
        Assert.ThrowsAny<ArgumentException>(() => new RegisteredProfile(id!));
    }

    [Fact]
    public async Task EnrollAsync_OtherNames_AreKeptAndOtherFieldsAreNot()
    {
        IProfileStore store = new InMemoryProfileStore();
        using var registry = Invented.NewRegistry(store: store);

        await registry.EnrollAsync(
            new Profile("a") { DisplayName = "Ana Kovac", OtherNames = ["Ana Horvat"], NamesInOtherFields = ["A. K."], EmailLocalPart = "ana" },
            TestContext.Current.CancellationToken);

        var stored = (await store.FindAsync("a", TestContext.Current.CancellationToken))!.Profile;
        Assert.Equal(("a", "Ana Kovac", null, null), (stored.ProfileId, stored.DisplayName, stored.History, stored.Photo));
        Assert.Equal(["Ana Horvat"], stored.OtherNames);
    }
}
