using FakeProfileDetector.Web;

namespace FakeProfileDetector.Tests.Web;

public sealed class WebPageKindTests
{
    [Fact]
    public void ToCode_EveryKind_IsStable() => Assert.Equal(
        ["other", "profile", "post", "directory", "staff", "organization", "news", "public-figure", "stock", "scam-warning", "repost"],
        Enum.GetValues<WebPageKind>().Select(kind => kind.ToCode()));

    [Fact]
    public void ToCode_NoKind_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => ((WebPageKind)99).ToCode());
}
