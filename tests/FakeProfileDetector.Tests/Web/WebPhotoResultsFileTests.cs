using FakeProfileDetector.Photos;
using FakeProfileDetector.Web;

namespace FakeProfileDetector.Tests.Web;

public sealed class WebPhotoResultsFileTests
{
    private static readonly PhotoHash Hash = Near(0);

    [Fact]
    public async Task Search_ByPhoto_FindsItWhoeverShowsIt()
    {
        var file = new WebPhotoResultsFile([Record("tineye", photo: Hash)]);

        Assert.Equal("file", file.Provider);
        Assert.Equal("tineye", (await SearchAsync(file, "somebody", Hash)).Provider);
        Assert.Equal("tineye", (await SearchAsync(file, null, Hash)).Provider);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(31, true)]
    [InlineData(32, false)]
    public async Task Search_ByProfile_FindsThePhotoThatItStillShows(int distance, bool isFound)
    {
        var file = new WebPhotoResultsFile([Record("tineye", "anna", Near(distance))]);

        Assert.Equal(isFound, await IsFoundAsync(file, "anna", Hash));
    }

    [Fact]
    public async Task Search_ByProfileWithoutPhoto_FindsIt() =>
        Assert.True(await IsFoundAsync(new WebPhotoResultsFile([Record("tineye", "anna")]), "anna", Hash));

    [Fact]
    public async Task Search_UnknownPhoto_IsAnErrorAndNoEmptyAnswer()
    {
        var failure = await Assert.ThrowsAsync<WebPhotoSearchException>(() => SearchAsync(new([]), "anna", Hash));

        Assert.Equal(WebPhotoSearchFailure.NotKept, failure.Failure);
    }

    [Fact]
    public async Task Search_SeveralAnswers_TakesTheLatestOfEachProviderTogether()
    {
        var file = new WebPhotoResultsFile(
        [
            Record("tineye", photo: Hash, day: 1, pages: ["https://old.example/"]),
            Record("tineye", photo: Hash, day: 3, pages: ["https://a.example/", "https://b.example/"], isComplete: true),
            Record("by hand", "anna", day: 2, pages: ["https://b.example/", "https://c.example/"]),
        ]);

        var result = await SearchAsync(file, "anna", Hash);

        Assert.Equal("tineye+by hand", result.Provider);
        Assert.Equal(2, result.SearchedAt.Day);
        Assert.False(result.IsComplete);
        Assert.Equal(["https://a.example/", "https://b.example/", "https://c.example/"], result.Pages.Select(page => page.Url.AbsoluteUri));
    }

    [Fact]
    public async Task Search_Canceled_Throws() =>
        await Assert.ThrowsAsync<OperationCanceledException>(
            () => new WebPhotoResultsFile([]).SearchAsync(new() { Fingerprint = new(Hash, 80) }, new(canceled: true)).AsTask());

    [Fact]
    public void Load_NoFile_Throws()
    {
        Assert.Throws<FileNotFoundException>(() => WebPhotoResultsFile.Load(Path.Combine(AppContext.BaseDirectory, "no-such-file.jsonl")));
        Assert.ThrowsAny<ArgumentException>(() => WebPhotoResultsFile.Load(" "));
    }

    private static PhotoHash Near(int bits)
    {
        var bytes = new byte[PhotoHash.ByteCount];
        for (var bit = 0; bit < bits; bit++)
        {
            bytes[bit / 8] |= (byte)(1 << (bit % 8));
        }

        return new(bytes);
    }

    private static WebPhotoRecord Record(
        string provider, string? profile = null, PhotoHash? photo = null, int day = 1, bool isComplete = false, params string[] pages) => new()
        {
            ProfileId = profile,
            Photo = photo,
            Result = new()
            {
                Provider = provider,
                SearchedAt = new(2026, 1, day, 0, 0, 0, TimeSpan.Zero),
                IsComplete = isComplete,
                Pages = [.. pages.Select(page => new WebPhotoPage { Url = new(page) })],
            },
        };

    private static async Task<WebPhotoSearchResult> SearchAsync(WebPhotoResultsFile file, string? profile, PhotoHash hash) =>
        await file.SearchAsync(new() { ProfileId = profile, Fingerprint = new(hash, 80) }, TestContext.Current.CancellationToken);

    private static async Task<bool> IsFoundAsync(WebPhotoResultsFile file, string? profile, PhotoHash hash)
    {
        try
        {
            await SearchAsync(file, profile, hash);
            return true;
        }
        catch (WebPhotoSearchException)
        {
            return false;
        }
    }
}
