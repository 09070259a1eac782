using System.Globalization;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Profiles;
using FakeProfileDetector.Registry;

namespace FakeProfileDetector.Testing;

/// <content>What is saved is read back as it was.</content>
public abstract partial class ProfileStoreConformanceTests
{
    public static TheoryData<string> Texts => new(
        "Renée Čapek", "محمد بن سلمان", "山田 太郎", "👩‍👩‍👧 Zoë", "e\u0301 is not é", " spaced \t out ", "",
        "O'Brien\"; DROP TABLE profiles; --", "line\nbreak", new string('x', 10_000));

    [Fact]
    public async Task SaveAsync_EveryField_RoundTrips()
    {
        var store = await CreateStoreAsync();

        await AssertRoundTripsAsync(store, Full("anna"));
    }

    [Fact]
    public async Task SaveAsync_OtherNames_RoundTripInOrder()
    {
        var store = await CreateStoreAsync();

        foreach (var text in Texts)
        {
            await AssertRoundTripsAsync(store, new RegisteredProfile("anna", otherNames: [text.Data, "Renée Kovac", $"{text.Data};|,\t{text.Data}"]));
        }

        await AssertRoundTripsAsync(store, new RegisteredProfile("anna", otherNames: [.. Enumerable.Range(0, 8).Select(i => $"Anna {i}")]));
        await AssertRoundTripsAsync(store, new RegisteredProfile("anna"));
    }

    [Fact]
    public async Task SaveAsync_NothingKnown_RoundTripsAsUnknown()
    {
        var store = await CreateStoreAsync();

        await AssertRoundTripsAsync(store, new RegisteredProfile("anna"));
    }

    [Fact]
    public async Task SaveAsync_ZeroAndFalse_AreNotTakenForUnknown()
    {
        var store = await CreateStoreAsync();

        await AssertRoundTripsAsync(store, new RegisteredProfile(
            "anna",
            displayName: "",
            history: new()
            {
                Connections = 0,
                Following = 0,
                Posts = 0,
                BioLength = 0,
                HasUrl = false,
                HasPhoto = false,
                SectionsFilled = 0,
                SectionsOffered = 0,
                IsVerified = false,
                IsPrivate = false,
            },
            photo: new(default, quality: 0, secondHash: 0, width: 1, height: 1, hasColor: false)));
    }

    [Fact]
    public async Task SaveAsync_OneFactOfTheHistory_RoundTripsAlone()
    {
        var store = await CreateStoreAsync();
        AccountHistory[] histories =
        [
            new() { CreatedAt = Day(1) }, new() { ObservedAt = Day(2) }, new() { Connections = 3 }, new() { Following = 4 },
            new() { Posts = 5 }, new() { BioLength = 6 }, new() { HasUrl = true }, new() { HasPhoto = true },
            new() { SectionsFilled = 7 }, new() { SectionsOffered = 8 }, new() { IsVerified = true },
            new() { LastActiveAt = Day(9) }, new() { IsPrivate = true },
        ];

        foreach (var history in histories)
        {
            await AssertRoundTripsAsync(store, new RegisteredProfile("anna", history: history));
        }
    }

    [Fact]
    public async Task SaveAsync_ImpossibleCounts_RoundTripForTheSignalToReport()
    {
        var store = await CreateStoreAsync();

        await AssertRoundTripsAsync(store, new RegisteredProfile(
            "anna",
            history: new()
            {
                Connections = long.MaxValue,
                Following = long.MinValue,
                Posts = -1,
                BioLength = int.MinValue,
                SectionsFilled = int.MaxValue,
                SectionsOffered = -1,
            }));
    }

    [Theory]
    [InlineData(ulong.MaxValue)]
    [InlineData(0x8000_0000_0000_0000)]
    [InlineData(0x7FFF_FFFF_FFFF_FFFFUL)]
    [InlineData(0UL)]
    [InlineData(null)]
    public async Task SaveAsync_SecondHash_RoundTripsInAllBits(ulong? secondHash)
    {
        var store = await CreateStoreAsync();

        await AssertRoundTripsAsync(store, new RegisteredProfile("anna", photo: new(Hash, 100, secondHash)));
    }

    [Fact]
    public async Task SaveAsync_PhotoHash_RoundTripsInEveryBit()
    {
        var store = await CreateStoreAsync();
        var bytes = new byte[PhotoHash.ByteCount];
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)((i * 37) + 1);
        }

        await AssertRoundTripsAsync(store, new RegisteredProfile("anna", photo: new(new PhotoHash(bytes), 50)));
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task SaveAsync_AnyText_RoundTrips(string text)
    {
        var store = await CreateStoreAsync();

        await AssertRoundTripsAsync(store, new RegisteredProfile("id " + text, displayName: text));
    }

    [Theory]
    [InlineData("2024-02-29T23:59:59.123456+05:45")]
    [InlineData("2024-03-01T00:00:00-11:00")]
    [InlineData("0001-01-01T00:00:00+00:00")]
    [InlineData("9999-12-31T23:59:59+00:00")]
    public async Task SaveAsync_DateWithOffset_KeepsTheInstant(string date)
    {
        var store = await CreateStoreAsync();
        var instant = DateTimeOffset.Parse(date, CultureInfo.InvariantCulture);

        await AssertRoundTripsAsync(store, new RegisteredProfile(
            "anna",
            history: new() { CreatedAt = instant, ObservedAt = instant, LastActiveAt = instant },
            photoSince: instant));
    }
}
