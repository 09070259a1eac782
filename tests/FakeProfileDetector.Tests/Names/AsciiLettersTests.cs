using FakeProfileDetector.Names;

namespace FakeProfileDetector.Tests.Names;

public sealed class AsciiLettersTests
{
    [Theory]
    [InlineData("王伟", "wangwei")]
    [InlineData("김민수", "gimminsu")]
    [InlineData("", "")]
    public void Of_Native_IsLowerCaseAscii(string native, string expected) => Assert.Equal(expected, AsciiLetters.Of(native));
}
