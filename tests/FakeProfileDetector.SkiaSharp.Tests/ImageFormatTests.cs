using System.Text;

namespace FakeProfileDetector.SkiaSharp.Tests;

public sealed class ImageFormatTests
{
    [Theory]
    [InlineData("FFD8FF")]
    [InlineData("89504E470D0A1A0A")]
    [InlineData("474946383761")]
    [InlineData("474946383961")]
    [InlineData("424D")]
    [InlineData("524946460000000057454250")]
    public void IsAllowed_MagicOfListedFormat_IsTrueAndNotBeforeItIsComplete(string hexadecimal)
    {
        var magic = Convert.FromHexString(hexadecimal);

        Assert.True(ImageFormat.IsAllowed(magic));
        Assert.True(ImageFormat.IsAllowed([.. magic, 1, 2, 3]));
        for (var length = 0; length < magic.Length; length++)
        {
            Assert.False(ImageFormat.IsAllowed(magic.AsSpan(0, length)));
        }
    }

    [Theory]
    [InlineData("RIFF\0\0\0\0WAVE")]
    [InlineData("GIF88a")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"/>")]
    [InlineData("%PDF-1.7")]
    [InlineData(" GIF89a")]
    public void IsAllowed_AnythingElse_IsFalse(string start) => Assert.False(ImageFormat.IsAllowed(Encoding.Latin1.GetBytes(start)));
}
