using System.Text;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Photos.Jpeg;

namespace FakeProfileDetector.Tests.Photos;

public sealed class ForeignFileTests
{
    [Theory]
    [InlineData("89504E47 0D0A1A0A", "PNG")]
    [InlineData("474946383961 0100", "GIF")]
    [InlineData("424D4600 00000000 00003600 00002800", "BMP")]
    [InlineData("52494646 24000000 57454250 56503820", "WebP")]
    [InlineData("0000001C 66747970 68656963 00000000", "HEIC")]
    [InlineData("00000018 66747970 6D696631 00000000 6D696631 68656963", "HEIC")]
    [InlineData("0000001C 66747970 61766966 00000000", "AVIF")]
    [InlineData("00000018 66747970 6D696631 00000000 6D696631 61766966", "AVIF")]
    [InlineData("00000018 66747970 69736F6D 00000000", "video")]
    [InlineData("FF0A 0000", "JPEG XL")]
    [InlineData("0000000C 4A584C20 0D0A870A", "JPEG XL")]
    [InlineData("0000000C 6A502020 0D0A870A", "JPEG 2000")]
    [InlineData("49492A00 08000000", "TIFF")]
    [InlineData("4D4D002A 00000008", "TIFF")]
    [InlineData("00000100 01002020", "icon")]
    [InlineData("38425053 00010000", "Photoshop")]
    [InlineData("255044462D312E37", "PDF")]
    [InlineData("1F8B0800 00000000", "gzip")]
    [InlineData("504B0304 14000000", "ZIP")]
    [InlineData("01020304 05060708", "no known kind")]
    public void Explain_FirstBytes_NamesTheKind(string hex, string named) => AssertNamed(Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal)), named);

    [Theory]
    [InlineData("<!DOCTYPE html><html><head><title>404</title></head></html>", "web page")]
    [InlineData("\uFEFF\r\n  <HTML lang=\"en\">", "web page")]
    [InlineData("<?xml version=\"1.0\"?><!-- by hand --><svg xmlns=\"http://www.w3.org/2000/svg\"/>", "SVG")]
    [InlineData("<?xml version=\"1.0\"?><Error><Code>AccessDenied</Code></Error>", "XML")]
    [InlineData("{\"error\":\"not found\"}", "JSON")]
    [InlineData("[]", "JSON")]
    [InlineData("version https://git-lfs.github.com/spec/v1\noid sha256:00", "Git LFS")]
    [InlineData("data:image/jpeg;base64,/9j/4AAQSkZJRgABAQ", "data URI")]
    [InlineData("/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAAMCAgMCAgMDAwMEAwMEBQgFBQQEBQoHBwYIDAoM", "Base64")]
    [InlineData("Not found", "text")]
    public void Explain_Text_NamesTheKind(string text, string named) => AssertNamed(Encoding.UTF8.GetBytes(text), named);

    [Fact]
    public void Explain_Nothing_IsEmpty() => Assert.Equal(PhotoUnusableReason.Empty, ForeignFile.Explain([], "JPEG").Reason);

    [Fact]
    public void Decode_ForeignFileWithoutFallback_NamesTheKind() =>
        Assert.Contains("PDF", new JpegPhotoDecoder().Decode("%PDF-1.7"u8).Failure!.Message, StringComparison.Ordinal);

    private static void AssertNamed(byte[] file, string named)
    {
        var failure = ForeignFile.Explain(file, "JPEG or PNG");

        Assert.Equal(PhotoUnusableReason.UnsupportedFormat, failure.Reason);
        Assert.Contains(named, failure.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", failure.Message, StringComparison.Ordinal);
    }
}
