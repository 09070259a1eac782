using System.Numerics;
using FakeProfileDetector.Index.MultiIndex;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Photos.Fingerprinting;
using FakeProfileDetector.Profiles;
using FakeProfileDetector.Registry;
using FakeProfileDetector.Tests.Support;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using static FakeProfileDetector.Tests.Support.Invented;

namespace FakeProfileDetector.Tests.Registry;

public sealed class ProfileRegistryTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FindPhotoUsesAsync_AfterEnroll_TellsWhoHowNearAndSinceWhen()
    {
        using var registry = await Enrolled(Member("a", "Ana Horvat", Photo(1), Established));

        var uses = await registry.FindPhotoUsesAsync(Photo(1, distance: 9), cancellationToken: Token);

        var use = Assert.Single(uses.Uses);
        Assert.Equal(("a", "Ana Horvat", 9), (use.Holder.Id, use.Holder.DisplayName, use.Distance));
        Assert.Equal((DihedralTransform.None, Now), (use.Transform, use.Holder.PhotoSince));
        Assert.Equal(1, uses.TotalCount);
    }

    [Fact]
    public async Task EnrollAsync_Again_ReplacesPhotoAndName()
    {
        using var registry = await Enrolled(Member("a", "Ana Horvat", Photo(1)), Member("a", "Ana Kovac", Photo(2)));

        Assert.Empty((await registry.FindPhotoUsesAsync(Photo(1), cancellationToken: Token)).Uses);
        Assert.Equal("Ana Kovac", Assert.Single((await registry.FindPhotoUsesAsync(Photo(2), cancellationToken: Token)).Uses).Holder.DisplayName);
    }

    [Fact]
    public async Task EnrollAsync_WithoutPhoto_ForgetsTheOldOne()
    {
        using var registry = await Enrolled(Member("a", "Ana Horvat", Photo(1)), Member("a", "Ana Horvat", photo: null));

        Assert.Empty((await registry.FindPhotoUsesAsync(Photo(1), cancellationToken: Token)).Uses);
    }

    [Fact]
    public async Task EraseAsync_Enrolled_IsFoundNoMore()
    {
        using var registry = await Enrolled(Member("a", "Ana Horvat", Photo(1)));

        Assert.True((await registry.EraseAsync("a", Token)).WasStored);
        Assert.False((await registry.EraseAsync("a", Token)).WasStored);
        Assert.Empty((await registry.FindPhotoUsesAsync(Photo(1), cancellationToken: Token)).Uses);
    }

    [Fact]
    public async Task FindPhotoUsesAsync_ExceptOneself_LeavesOutThatProfileOnly()
    {
        using var registry = await Enrolled(Member("a", "Ana Horvat", Photo(1)), Member("b", "Boris Kovac", Photo(1)));

        var uses = await registry.FindPhotoUsesAsync(Photo(1), "a", Token);

        Assert.Equal("b", Assert.Single(uses.Uses).Holder.Id);
        Assert.Equal(1, uses.TotalCount);
    }

    [Fact]
    public async Task FindPhotoUsesAsync_MirroredPicture_IsFoundAndNamed()
    {
        var luma = Photos.Pdq.PdqHasherTests.Smooth(320, seed: 3);
        var mirrored = new byte[luma.Length];
        for (var i = 0; i < luma.Length; i++)
        {
            mirrored[i] = luma[(i / 320 * 320) + 319 - (i % 320)];
        }

        using var registry = await Enrolled(Member("a", "Ana Horvat", Fingerprint(luma)));

        var use = Assert.Single((await registry.FindPhotoUsesAsync(Fingerprint(mirrored), cancellationToken: Token)).Uses);

        Assert.Equal(DihedralTransform.Mirror, use.Transform);
    }

    [Fact]
    public async Task AnyMember_Null_IsRefusedByName()
    {
        using var registry = NewRegistry();

        Assert.Equal("fingerprinter", Assert.Throws<ArgumentNullException>(() => new ProfileRegistry(null!)).ParamName);
        Assert.Equal("profile", (await Assert.ThrowsAsync<ArgumentNullException>(async () => await registry.EnrollAsync(null!, Token))).ParamName);
        Assert.Equal("profiles", (await Assert.ThrowsAsync<ArgumentNullException>(async () => await registry.EnrollAllAsync(null!, Token))).ParamName);
        Assert.Equal("profileId", (await Assert.ThrowsAsync<ArgumentNullException>(async () => await registry.EraseAsync(null!, Token))).ParamName);
        Assert.Equal("photo", (await Assert.ThrowsAsync<ArgumentNullException>(async () => await registry.FindPhotoUsesAsync(null!, cancellationToken: Token))).ParamName);
    }

    /// <summary>The same photo encoded anew is the same photo; one bit beyond the radius it is another, and dates anew.</summary>
    [Theory]
    [InlineData(0, false)]
    [InlineData(31, false)]
    [InlineData(32, true)]
    public async Task EnrollAsync_ProfileWithAnAlikePhoto_DatesItAnewBeyondTheRadius(int distance, bool isNew)
    {
        var time = new FakeTimeProvider(Now);
        using var registry = new ProfileRegistry(NoDecoder.Fingerprinter, time: time);
        await registry.EnrollAsync(Member("a", "Ana Horvat", Photo(1)), Token);
        time.Advance(TimeSpan.FromDays(1));

        await registry.EnrollAsync(Member("a", "Ana Horvat", Photo(1, distance)), Token);

        Assert.Equal(isNew ? Now.AddDays(1) : Now, (await registry.FindAsync("a", Token))!.PhotoSince);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(7UL)]
    public async Task FindPhotoUsesAsync_SymmetricPicture_IsReportedUnderTheFirstTransform(ulong? secondHash)
    {
        var symmetric = new PhotoFingerprint(Hashes.Symmetric(Photo(3).Hash), 100, secondHash);
        var turns = Enum.GetValues<DihedralTransform>();
        using var scanning = NewRegistry();
        using var standard = new ProfileRegistry(NoDecoder.Fingerprinter, time: new FixedTime(Now));
        foreach (var turn in turns)
        {
            var member = Member($"{turn}", "Ana Horvat", new(symmetric.Dihedral.Get(turn), 100, secondHash));
            await scanning.EnrollAsync(member, Token);
            await standard.EnrollAsync(member, Token);
        }

        // Turned over its diagonal it is itself, and so every transform has a twin.
        var first = turns.ToDictionary(turn => $"{turn}", turn => turns.First(other => symmetric.Dihedral.Get(other) == symmetric.Dihedral.Get(turn)));
        Assert.True(first.Values.Distinct().Count() < turns.Length);
        foreach (var registry in new[] { scanning, standard })
        {
            var uses = await registry.FindPhotoUsesAsync(symmetric, cancellationToken: Token);
            Assert.Equal(turns.Length, uses.TotalCount);
            Assert.All(uses.Uses, use => Assert.Equal(first[use.Holder.Id], use.Transform));
        }
    }

    [Theory]
    [InlineData(31, 20, true)]
    [InlineData(31, 21, false)]
    [InlineData(32, 4, true)]
    [InlineData(32, 5, false)]
    [InlineData(40, 4, true)]
    [InlineData(41, 0, false)]
    public async Task FindPhotoUsesAsync_NearTheRadius_AsksTheSecondHash(int distance, int secondDistance, bool expected)
    {
        var photo = Photo(1, secondHash: 0);
        using var registry = await Enrolled(Member("a", "Ana Horvat", photo));

        var second = secondDistance == 0 ? 0 : ulong.MaxValue >> (64 - secondDistance);
        var uses = await registry.FindPhotoUsesAsync(Photo(1, distance, secondHash: second), cancellationToken: Token);

        Assert.Equal(secondDistance, BitOperations.PopCount(second));
        Assert.Equal(expected ? 1 : 0, uses.Uses.Length);
    }

    [Theory]
    [InlineData(31, 1)]
    [InlineData(32, 0)]
    public async Task FindPhotoUsesAsync_SecondHashUnknown_ComparesWithinTheRadiusOnly(int distance, int expected)
    {
        using var registry = await Enrolled(Member("a", "Ana Horvat", Photo(1, secondHash: 0)));
        var upright = Photo(1, distance);

        foreach (var transform in Enum.GetValues<DihedralTransform>())
        {
            var uses = await registry.FindPhotoUsesAsync(new(upright.Dihedral.Get(transform), quality: 100), cancellationToken: Token);

            Assert.Equal(expected, uses.TotalCount);
            Assert.Equal(expected, uses.Uses.Length);
        }
    }

    [Fact]
    public async Task FindPhotoUsesAsync_QualityBelowFifty_ComparesNothing()
    {
        using var registry = await Enrolled(
            Member("flat", "Ana Horvat", Photo(1, quality: 49)), Member("good", "Boris Kovac", Photo(2, quality: 50)));

        Assert.Empty((await registry.FindPhotoUsesAsync(Photo(1, quality: 100), cancellationToken: Token)).Uses);
        Assert.Empty((await registry.FindPhotoUsesAsync(Photo(2, quality: 49), cancellationToken: Token)).Uses);
        Assert.Single((await registry.FindPhotoUsesAsync(Photo(2), cancellationToken: Token)).Uses);
    }

    [Fact]
    public async Task FindPhotoUsesAsync_ManyUses_KeepsTheNearestAndCountsAll()
    {
        using var registry = NewRegistry(new() { MaximumUses = 5 });
        for (var i = 0; i < 20; i++)
        {
            await registry.EnrollAsync(Member($"m{i:00}", "Ana Horvat", Photo(1, distance: i)), Token);
        }

        var uses = await registry.FindPhotoUsesAsync(Photo(1), "m00", Token);

        Assert.Equal(["m01", "m02", "m03", "m04", "m05"], uses.Uses.Select(use => use.Holder.Id));
        Assert.Equal(19, uses.TotalCount);
    }

    [Fact]
    public async Task FindPhotoUsesAsync_StrangersBeyondTheRadius_AreNotCounted()
    {
        var strangers = Enumerable.Range(0, 200).Select(i => Member($"s{i:000}", "Boris Kovac", Photo(1, distance: 38, secondHash: ulong.MaxValue)));
        using var registry = await Enrolled([.. strangers, Member("copy", "Ana Horvat", Photo(1, distance: 12, secondHash: 0))]);

        var uses = await registry.FindPhotoUsesAsync(Photo(1, secondHash: 0), cancellationToken: Token);

        Assert.Equal("copy", Assert.Single(uses.Uses).Holder.Id);
        Assert.Equal(1, uses.TotalCount);
    }

    [Fact]
    public async Task FindPhotoUsesAsync_PictureOfTheBank_IsNamed()
    {
        var bank = new BenignPhotoBank(withKnownDefaults: false);
        bank.Add(Photo(7).Hash, "company logo");
        using var registry = NewRegistry(bank: bank);

        Assert.Equal("company logo", (await registry.FindPhotoUsesAsync(Photo(7, distance: 12), cancellationToken: Token)).BenignPicture);
        Assert.Null((await registry.FindPhotoUsesAsync(Photo(8), cancellationToken: Token)).BenignPicture);
    }

    [Fact]
    public async Task Registry_OverAStoreWithProfiles_FindsThemFromTheStart()
    {
        var store = new InMemoryProfileStore();
        using (var first = NewRegistry(store: store))
        {
            await first.EnrollAsync(Member("a", "Ana Horvat", Photo(1)), Token);
        }

        using var second = NewRegistry(store: store);

        Assert.Single((await second.FindPhotoUsesAsync(Photo(1), cancellationToken: Token)).Uses);
    }

    [Fact]
    public async Task LoadAsync_StoreThatFailsHalfWay_LeavesTheIndexEmptyAndBeginsAnew()
    {
        var hasFailed = false;
        var store = new HookedStore
        {
            AfterRead = () => hasFailed ? default : ValueTask.FromException(new IOException($"The disk went away: {hasFailed = true}.")),
        };
        await store.SaveAsync(new("a") { Photo = Photo(1), PhotoSince = Now }, Token);
        await store.SaveAsync(new("b") { Photo = Photo(2), PhotoSince = Now }, Token);
        using var index = new MultiIndexHashIndex();
        using var registry = new ProfileRegistry(NoDecoder.Fingerprinter, store, index);

        await Assert.ThrowsAsync<IOException>(async () => await registry.LoadAsync(Token));
        Assert.Equal(0, index.Count);
        await registry.LoadAsync(Token);
        await registry.LoadAsync(Token);

        Assert.Equal(2, index.Count);
    }

    [Fact]
    public async Task Dispose_IndexOfItsOwn_EndsIt()
    {
        var registry = new ProfileRegistry(NoDecoder.Fingerprinter);
        await registry.EnrollAsync(Member("a", "Ana Horvat", Photo(1)), Token);
        registry.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await registry.FindPhotoUsesAsync(Photo(1), cancellationToken: Token));
    }

    [Fact]
    public async Task Dispose_IndexOfTheCaller_LeavesIt()
    {
        using var index = new MultiIndexHashIndex();
        using (var registry = new ProfileRegistry(NoDecoder.Fingerprinter, index: index))
        {
            await registry.EnrollAsync(Member("a", "Ana Horvat", Photo(1)), Token);
        }

        index.Add(Photo(2).Hash, 7);
        Assert.Equal(2, index.Count);
    }

    [Fact]
    public async Task FindPhotoUsesAsync_EitherIndex_FindsTheSame()
    {
        using var scanning = NewRegistry();
        using var standard = new ProfileRegistry(NoDecoder.Fingerprinter, time: new FixedTime(Now));
        for (var i = 0; i < 400; i++)
        {
            // Copies at every distance around the radii, as they are and turned in every way.
            var copy = Photo(i % 10, distance: i % 45, secondHash: (ulong)(i % 7));
            var turned = new PhotoFingerprint(copy.Dihedral[i / 10 % DihedralHashes.Count], 100, copy.SecondHash);
            var member = Member($"m{i:000}", "Ana Horvat", i % 2 == 0 ? copy : turned);
            await scanning.EnrollAsync(member, Token);
            await standard.EnrollAsync(member, Token);
        }

        for (var seed = 0; seed < 10; seed++)
        {
            var asked = seed % 3 == 0 ? new PhotoFingerprint(Photo(seed).Hash, 100) : Photo(seed, secondHash: 0);
            var expected = await scanning.FindPhotoUsesAsync(asked, "m000", Token);
            var actual = await standard.FindPhotoUsesAsync(asked, "m000", Token);

            Assert.NotEmpty(expected.Uses);
            Assert.Equal(expected.TotalCount, actual.TotalCount);
            Assert.Equal(
                expected.Uses.Select(use => (use.Holder.Id, use.Distance, use.Transform)),
                actual.Uses.Select(use => (use.Holder.Id, use.Distance, use.Transform)));
        }
    }

    [Fact]
    public async Task EnrollAsync_SameProfileFromManyThreads_LeavesOneEntry()
    {
        using var registry = NewRegistry();
        await Parallel.ForAsync(0, 200, Token, async (i, token) =>
            await registry.EnrollAsync(Member("a", "Ana Horvat", Photo(i % 5)), token));

        var found = 0;
        for (var seed = 0; seed < 5; seed++)
        {
            found += (await registry.FindPhotoUsesAsync(Photo(seed), cancellationToken: Token)).TotalCount;
        }

        Assert.Equal(1, found);
    }

    [Fact]
    public async Task EnrollAsync_PhotoThatCannotBeRead_StoresTheProfileWithoutIt()
    {
        using var registry = NewRegistry();

        await registry.EnrollAsync(new Profile("a") { Photo = ProfilePhoto.FromEncoded(new byte[] { 1, 2, 3 }) }, Token);

        Assert.True((await registry.EraseAsync("a", Token)).WasStored);
    }

    [Fact]
    public void Options_Defaults_ArePinned()
    {
        var options = new ProfileRegistryOptions();

        Assert.Equal((31, 40, 4, 20), (options.MatchRadius, options.ConfirmedMatchRadius, options.ConfirmingSecondHashDistance, options.MaximumSecondHashDistance));
        Assert.Equal((50, 100), (options.MinimumQuality, options.MaximumUses));
        Assert.Equal((AlteredCopySearch.WhenNothingElse, true), (options.AlteredCopies, options.KeepThumbnails));
    }

    [Fact]
    public void Options_OutOfRange_AreRefusedByName()
    {
        var range = Assert.Throws<OptionsValidationException>(() => NewRegistry(new() { MatchRadius = 65, ConfirmedMatchRadius = 64 }));
        var order = Assert.Throws<OptionsValidationException>(() => NewRegistry(new() { MatchRadius = 41 }));
        var search = Assert.Throws<OptionsValidationException>(() => NewRegistry(new() { AlteredCopies = (AlteredCopySearch)9 }));
        Assert.Contains("AlteredCopies", search.Message, StringComparison.Ordinal);

        Assert.Contains("MatchRadius", range.Message, StringComparison.Ordinal);
        Assert.Contains("ConfirmedMatchRadius (40) must not be below MatchRadius (41)", order.Message, StringComparison.Ordinal);
    }

    /// <summary>Sixteen rows of sixteen bits that are also its columns.</summary>
    private static PhotoFingerprint Fingerprint(byte[] luma)
    {
        using var image = new LumaImage(320, 320);
        luma.CopyTo(image.Pixels);
        return PhotoFingerprinter.Fingerprint(image);
    }
}
