using System.Text;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Photos.Fingerprinting;
using FakeProfileDetector.Photos.Jpeg;
using FakeProfileDetector.Testing;
using FakeProfileDetector.Web;

namespace FakeProfileDetector.Tests.Web;

public sealed class WebPhotoSearchJsonTests
{
    private static readonly PhotoFingerprint Copy = new PhotoFingerprinter(new JpegPhotoDecoder())
        .Fingerprint(File.ReadAllBytes(Path.Combine(SharedData.Conformance, "images", "portrait_0_q85.jpg"))).Fingerprint!;

    private static readonly WebPhotoRecord Full = new()
    {
        ProfileId = "anna",
        Photo = Copy.Hash,
        Result = new()
        {
            Provider = "tineye",
            SearchedAt = new(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)),
            IsComplete = true,
            Pages =
            [
                new()
                {
                    Url = new("https://example.com/päge?x=1"),
                    Title = "Zoë “A” \n Müller 山田",
                    Match = WebPhotoMatch.Partial,
                    Images = [new("https://example.com/a.jpg"), new("http://example.com/b.jpg")],
                    FirstSeen = new(2019, 3, 7, 0, 0, 0, TimeSpan.Zero),
                    Copy = Copy,
                },
                new() { Url = new("https://example.org/") },
            ],
        },
    };

    [Fact]
    public void Write_ThenRead_GivesTheSame()
    {
        var read = Assert.Single(Read(Write(Full)));

        Assert.Equal((Full.ProfileId, Full.Photo), (read.ProfileId, read.Photo));
        Assert.Equal(("tineye", Full.Result.SearchedAt, true), (read.Result.Provider, read.Result.SearchedAt, read.Result.IsComplete));
        Assert.Equal(2, read.Result.Pages.Length);
        var (page, expected) = (read.Result.Pages[0], Full.Result.Pages[0]);
        Assert.Equal(
            (expected.Url, expected.Title, expected.Match, expected.FirstSeen, Copy),
            (page.Url, page.Title, page.Match, page.FirstSeen, page.Copy));
        Assert.Equal(expected.Images, page.Images);
        Assert.Equal(Copy.Patches!.ToBytes(), page.Copy!.Patches!.ToBytes());
        Assert.Equal(Copy.Content, page.Copy.Content);
        Assert.Equal((null, WebPhotoMatch.Unknown, null, null), (read.Result.Pages[1].Title, read.Result.Pages[1].Match, read.Result.Pages[1].FirstSeen, read.Result.Pages[1].Copy));
    }

    [Fact]
    public void Write_Record_IsOneLine()
    {
        var bytes = Write(Full);

        Assert.Equal(bytes.Length - 1, Array.IndexOf(bytes, (byte)'\n'));
    }

    [Fact]
    public void Read_ByHand_TakesTheLeastAndPassesOverTheRest()
    {
        const string Line = """{"provider":"by hand","searched_at":"2026-01-02","note":{"by":["me"]},"title":null}""";

        var records = Read([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes($"\n{Line}\r\n  \n{Line}")]);

        Assert.Equal(2, records.Length);
        Assert.All(records, record => Assert.Equal((null, null, "by hand", 0, false), (record.ProfileId, record.Photo, record.Result.Provider, record.Result.Pages.Length, record.Result.IsComplete)));
    }

    [Fact]
    public void Read_LongLines_ComeThroughSmallBuffers()
    {
        var many = Enumerable.Range(0, 50).SelectMany(_ => Write(Full)).ToArray();

        Assert.Equal(50, Read(many).Length);
    }

    [Theory]
    [InlineData("no JSON", "JSON")]
    [InlineData("{", "JSON")]
    [InlineData("[]", "object")]
    [InlineData("{}", "provider")]
    [InlineData("""{"provider":7,"searched_at":"2026-01-02"}""", "provider")]
    [InlineData("""{"provider":"\ud800","searched_at":"2026-01-02"}""", "provider")]
    [InlineData("""{"provider":"x"}""", "searched_at")]
    [InlineData("""{"provider":"x","searched_at":"yesterday"}""", "searched_at")]
    [InlineData("""{"provider":"x","searched_at":"2026-01-02","photo":"00"}""", "photo")]
    [InlineData("""{"provider":"x","searched_at":"2026-01-02","complete":"yes"}""", "complete")]
    [InlineData("""{"provider":"x","searched_at":"2026-01-02","pages":{}}""", "pages")]
    [InlineData("""{"provider":"x","searched_at":"2026-01-02","pages":[7]}""", "pages[0]")]
    [InlineData("""{"provider":"x","searched_at":"2026-01-02","pages":[{}]}""", "pages[0].url")]
    [InlineData("""{"provider":"x","searched_at":"2026-01-02","pages":[{"url":"secret/page"}]}""", "pages[0].url")]
    [InlineData("""{"provider":"x","searched_at":"2026-01-02","pages":[{"url":"file:///secret"}]}""", "pages[0].url")]
    [InlineData("""{"provider":"x","searched_at":"2026-01-02","pages":[{"url":"https://a.example/","match":"secret"}]}""", "pages[0].match")]
    [InlineData("""{"provider":"x","searched_at":"2026-01-02","pages":[{"url":"https://a.example/","images":["secret"]}]}""", "pages[0].images")]
    [InlineData("""{"provider":"x","searched_at":"2026-01-02","pages":[{"url":"https://a.example/","copy":{}}]}""", "pages[0].copy.hash")]
    [InlineData("""{"provider":"x","searched_at":"2026-01-02","pages":[{"url":"https://a.example/","copy":{"hash":"0000000000000000000000000000000000000000000000000000000000000000","quality":101}}]}""", "pages[0].copy.quality")]
    [InlineData("""{"provider":"x","searched_at":"2026-01-02","pages":[{"url":"https://a.example/","copy":{"hash":"0000000000000000000000000000000000000000000000000000000000000000","quality":1,"patches":"AAAA"}}]}""", "pages[0].copy.patches")]
    [InlineData("""{"provider":"x","searched_at":"2026-01-02","pages":[{"url":"https://a.example/","copy":{"hash":"0000000000000000000000000000000000000000000000000000000000000000","quality":1,"content":"secret"}}]}""", "pages[0].copy.content")]
    public void Read_BadLine_NamesLineAndFieldAndNothingOfItsContent(string line, string field)
    {
        byte[] file = [.. Write(Full), (byte)'\n', .. Encoding.UTF8.GetBytes(line)];

        var failure = Assert.Throws<WebPhotoResultsException>(() => Read(file));

        Assert.Equal(3, failure.Line);
        Assert.StartsWith("Line 3: ", failure.Message, StringComparison.Ordinal);
        Assert.Contains(field, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_EndlessLine_IsRefusedInTime()
    {
        var failure = Assert.Throws<WebPhotoResultsException>(() => Read(new byte[BoundedLines.MaximumBytes + 1]));

        Assert.Equal(1, failure.Line);
    }

    private static byte[] Write(WebPhotoRecord record)
    {
        using var stream = new MemoryStream();
        WebPhotoSearchJson.Write(stream, record);
        return stream.ToArray();
    }

    private static WebPhotoRecord[] Read(byte[] file)
    {
        using var stream = new MemoryStream(file);
        return [.. WebPhotoSearchJson.Read(stream)];
    }
}
