using FakeProfileDetector.Photos;
using FakeProfileDetector.Photos.Fingerprinting;
using FakeProfileDetector.Profiles;
using FakeProfileDetector.Registry;
using FakeProfileDetector.Tests.Support;

namespace FakeProfileDetector.Tests.Registry;

public sealed class AlteredCopiesTests
{
    private static readonly Scene Original = Scene.Draw(1);
    private static readonly PhotoFingerprint Cropped = Original.Crop(0.15, 0.1, 0.75).Fingerprint();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FindPhotoUsesAsync_Crop_FindsTheOriginalAndSaysHow()
    {
        using var registry = await EnrolledAsync(new());

        var uses = await registry.FindPhotoUsesAsync(Cropped, cancellationToken: Token);

        var use = Assert.Single(uses.Uses);
        Assert.Equal(("original", 1), (use.Holder.Id, uses.TotalCount));
        Assert.Equal("cropped to 75 %", use.Alteration!.ToString());
        Assert.Equal(PhotoCopyGrade.Exact, use.Alteration.Grade);
    }

    [Fact]
    public async Task FindPhotoUsesAsync_WholeCopy_IsNoAlteration()
    {
        using var registry = await EnrolledAsync(new() { AlteredCopies = AlteredCopySearch.Always });

        Assert.Null(Assert.Single((await registry.FindPhotoUsesAsync(Original.Fingerprint(), cancellationToken: Token)).Uses).Alteration);
    }

    [Fact]
    public async Task FindPhotoUsesAsync_Off_FindsWholeCopiesOnlyAndKeepsNoPatches()
    {
        using var registry = await EnrolledAsync(new() { AlteredCopies = AlteredCopySearch.Off });

        Assert.Empty((await registry.FindPhotoUsesAsync(Cropped, cancellationToken: Token)).Uses);
        Assert.Null(Assert.Single((await registry.FindPhotoUsesAsync(Original.Fingerprint(), cancellationToken: Token)).Uses).Holder.Photo!.Patches);
    }

    [Fact]
    public async Task FindPhotoUsesAsync_Always_AddsAlteredToWholeCopies()
    {
        using var registry = await EnrolledAsync(new() { AlteredCopies = AlteredCopySearch.Always });
        await registry.EnrollAsync(new Profile("taker") { Photo = ProfilePhoto.FromFingerprint(Cropped) }, Token);

        var uses = await registry.FindPhotoUsesAsync(Cropped, cancellationToken: Token);

        Assert.Equal(["taker", "original"], uses.Uses.Select(use => use.Holder.Id));
        Assert.Equal([true, false], uses.Uses.Select(use => use.Alteration is null));
    }

    [Fact]
    public async Task FindPhotoUsesAsync_EqualAlterations_ComeInTheOrderOfTheirIds()
    {
        using var registry = new ProfileRegistry(NoDecoder.Fingerprinter);
        foreach (var id in new[] { "c", "a", "b" })
        {
            await registry.EnrollAsync(new Profile(id) { Photo = ProfilePhoto.FromFingerprint(Original.Fingerprint()) }, Token);
        }

        Assert.Equal(["a", "b", "c"], (await registry.FindPhotoUsesAsync(Cropped, cancellationToken: Token)).Uses.Select(use => use.Holder.Id));
    }

    [Fact]
    public async Task FindPhotoUsesAsync_Default_LooksForAlteredOnlyWhereTheWholeFindsNothing()
    {
        using var registry = await EnrolledAsync(new());
        await registry.EnrollAsync(new Profile("taker") { Photo = ProfilePhoto.FromFingerprint(Cropped) }, Token);

        var both = await registry.FindPhotoUsesAsync(Cropped, cancellationToken: Token);
        await registry.EraseAsync("taker", Token);
        var altered = await registry.FindPhotoUsesAsync(Cropped, cancellationToken: Token);

        Assert.Equal((1, "taker"), (both.TotalCount, Assert.Single(both.Uses).Holder.Id));
        Assert.Equal((1, "original"), (altered.TotalCount, Assert.Single(altered.Uses).Holder.Id));
    }

    [Fact]
    public async Task FindPhotoUsesAsync_ExceptOneself_FindsTheOther()
    {
        using var registry = await EnrolledAsync(new());
        await registry.EnrollAsync(new Profile("taker") { Photo = ProfilePhoto.FromFingerprint(Cropped) }, Token);

        Assert.Equal("original", Assert.Single((await registry.FindPhotoUsesAsync(Cropped, "taker", Token)).Uses).Holder.Id);
    }

    [Fact]
    public async Task EraseAsync_Original_IsFoundNoMore()
    {
        using var registry = await EnrolledAsync(new());
        await registry.EraseAsync("original", Token);

        Assert.Empty((await registry.FindPhotoUsesAsync(Cropped, cancellationToken: Token)).Uses);
    }

    [Fact]
    public async Task EnrollAsync_OtherPhoto_ReplacesThePatches()
    {
        using var registry = await EnrolledAsync(new());
        await registry.EnrollAsync(new Profile("original") { Photo = ProfilePhoto.FromFingerprint(Scene.Draw(2).Fingerprint()) }, Token);

        Assert.Empty((await registry.FindPhotoUsesAsync(Cropped, cancellationToken: Token)).Uses);
        Assert.Single((await registry.FindPhotoUsesAsync(Scene.Draw(2).Crop(0.1, 0.1, 0.8).Fingerprint(), cancellationToken: Token)).Uses);
    }

    [Fact]
    public async Task LoadAsync_FilledStore_FindsCopiesOfWhatWasStored()
    {
        var store = new InMemoryProfileStore();
        using (var first = await EnrolledAsync(new(), store))
        {
        }

        using var registry = new ProfileRegistry(new PhotoFingerprinter(new NoDecoder()), store);

        Assert.Single((await registry.FindPhotoUsesAsync(Cropped, cancellationToken: Token)).Uses);
    }

    [Fact]
    public async Task KeepThumbnails_Off_StoresNone()
    {
        var store = new InMemoryProfileStore();
        using var registry = await EnrolledAsync(new() { KeepThumbnails = false }, store);

        Assert.False((await store.FindAsync("original", Token))!.Profile.Photo!.Patches!.HasThumbnail);
    }

    [Fact]
    public async Task FindPhotoUsesAsync_CopyOfABenignPicture_AccusesNobody()
    {
        var bank = new BenignPhotoBank(withKnownDefaults: false);
        using var registry = await EnrolledAsync(new(), bank: bank);
        bank.Add(Original.Fingerprint().Hash, "stock photo");

        Assert.Empty((await registry.FindPhotoUsesAsync(Cropped, cancellationToken: Token)).Uses);
    }

    [Theory]
    [InlineData("banner")]
    [InlineData("logo")]
    [InlineData("frame")]
    public async Task FindPhotoUsesAsync_DifferentPeopleUnderOneDecoration_FindsNobody(string decoration)
    {
        var banner = Scene.Draw(100);
        var photos = Enumerable.Range(0, 12).Select(seed => Scene.Draw(seed)).Select(scene => decoration switch
        {
            "banner" => scene.WithBanner(banner),
            "logo" => scene.WithLogo(),
            _ => scene.Frame(40),
        }).Select(scene => scene.Fingerprint()).ToArray();
        using var registry = new ProfileRegistry(new PhotoFingerprinter(new NoDecoder()), options: new() { AlteredCopies = AlteredCopySearch.Always });
        foreach (var (i, photo) in photos.Index())
        {
            await registry.EnrollAsync(new Profile($"m{i}") { Photo = ProfilePhoto.FromFingerprint(photo) }, Token);
        }

        foreach (var (i, photo) in photos.Index())
        {
            Assert.Empty((await registry.FindPhotoUsesAsync(photo, $"m{i}", Token)).Uses);
        }
    }

    [Fact]
    public async Task EnrollAsync_PictureOfVeryManyProfiles_KeepsFindingItsCopies()
    {
        using var registry = await EnrolledAsync(new() { MaximumUses = 500 });
        for (var i = 0; i < 200; i++)
        {
            await registry.EnrollAsync(new Profile($"m{i}") { Photo = ProfilePhoto.FromFingerprint(Original.Fingerprint()) }, Token);
        }

        // Of equal photos some are enough to say that it is shared; all are found by the hash of the whole.
        Assert.InRange((await registry.FindPhotoUsesAsync(Cropped, cancellationToken: Token)).TotalCount, 20, 64);
        Assert.Equal(201, (await registry.FindPhotoUsesAsync(Original.Fingerprint(), cancellationToken: Token)).TotalCount);
    }

    [Fact]
    public async Task EnrollAsync_PictureOfVeryManyProfiles_AddsNoPatchesBeyondTheLimit()
    {
        var store = new InMemoryProfileStore();
        using var registry = await EnrolledAsync(new(), store);
        var copy = ProfilePhoto.FromFingerprint(Original.Fingerprint());
        await registry.EnrollAllAsync(Enumerable.Range(0, 70).Select(i => new Profile($"m{i}") { Photo = copy }).ToAsyncEnumerable(), Token);
        var atTheLimit = registry.PatchCount;

        for (var i = 70; i < 90; i++)
        {
            await registry.EnrollAsync(new Profile($"m{i}") { Photo = copy }, Token);
        }

        Assert.Equal(atTheLimit, registry.PatchCount);
        using var loaded = new ProfileRegistry(new PhotoFingerprinter(new NoDecoder()), store);
        await loaded.LoadAsync(Token);
        Assert.Equal(atTheLimit, loaded.PatchCount);

        // Those beyond it are the same profiles to every other search, and can be erased like them.
        for (var i = 0; i < 90; i++)
        {
            Assert.True((await registry.EraseAsync($"m{i}", Token)).WasStored);
        }

        await registry.EraseAsync("original", Token);
        Assert.Empty((await registry.FindPhotoUsesAsync(Cropped, cancellationToken: Token)).Uses);
    }

    [Fact]
    public async Task EnrollAsync_SearchForAlteredCopiesOff_CountsNoPatches()
    {
        using var registry = await EnrolledAsync(new() { AlteredCopies = AlteredCopySearch.Off });
        using var empty = new ProfileRegistry(new PhotoFingerprinter(new NoDecoder()));

        Assert.Equal((0, 0), (registry.PatchCount, empty.PatchCount));
    }

    [Fact]
    public async Task EnrollAsync_SamePhotoAgainAndAgain_LeavesThePatchesAsTheyWere()
    {
        using var registry = await EnrolledAsync(new());
        var before = registry.PatchCount;

        for (var i = 0; i < 5; i++)
        {
            await registry.EnrollAsync(new Profile("original") { Photo = ProfilePhoto.FromFingerprint(Original.Fingerprint()) }, Token);
        }

        Assert.Equal(before, registry.PatchCount);
        await registry.EraseAsync("original", Token);
        Assert.True(registry.PatchCount < before);
    }

    [Fact]
    public async Task FindPhotoUsesAsync_WhileOthersEnrollAndErase_FindsWhatStays()
    {
        using var registry = await EnrolledAsync(new());
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var photos = Enumerable.Range(30, 6).Select(seed => Scene.Draw(seed).Fingerprint()).ToArray();
        var writers = Enumerable.Range(0, 2).Select(writer => Task.Run(
            async () =>
            {
                for (var i = 0; !stop.IsCancellationRequested; i++)
                {
                    var id = $"w{writer}-{i % 5}";
                    await registry.EnrollAsync(new Profile(id) { Photo = ProfilePhoto.FromFingerprint(photos[i % 6]) }, Token);
                    await registry.EraseAsync(id, Token);
                }
            },
            Token)).ToArray();
        for (var i = 0; i < 200; i++)
        {
            Assert.Equal("original", Assert.Single((await registry.FindPhotoUsesAsync(Cropped, cancellationToken: Token)).Uses).Holder.Id);
        }

        await stop.CancelAsync();
        await Task.WhenAll(writers);
    }

    private static async Task<ProfileRegistry> EnrolledAsync(ProfileRegistryOptions options, IProfileStore? store = null, BenignPhotoBank? bank = null)
    {
        var registry = new ProfileRegistry(new PhotoFingerprinter(new NoDecoder()), store, benignPhotos: bank, options: options);
        await registry.EnrollAsync(new Profile("original") { DisplayName = "Ana Horvat", Photo = ProfilePhoto.FromFingerprint(Original.Fingerprint()) }, Token);
        for (var seed = 10; seed < 20; seed++)
        {
            await registry.EnrollAsync(
                new Profile("stranger-" + seed) { Photo = ProfilePhoto.FromFingerprint(Scene.Draw(seed).Fingerprint()) }, Token);
        }

        return registry;
    }
}
