using System.Collections.Immutable;
using FakeProfileDetector.Reasons;

namespace FakeProfileDetector.Tests.Reasons;

public sealed class ReasonTests
{
    [Fact]
    public void Facts_OfAnyComparer_AreInOrdinalOrder()
    {
        var reason = new Reason("a", "b") { Facts = ImmutableSortedDictionary.Create<string, string>(StringComparer.OrdinalIgnoreCase).Add("b", "1").Add("C", "2") };

        Assert.Equal(["C", "b"], reason.Facts.Keys);
        Assert.Empty(new Reason("a", "b").Facts);
    }

    [Fact]
    public void Constructor_Null_Throws()
    {
        Assert.Throws<ArgumentNullException>(() => new Reason(null!, "b"));
        Assert.Throws<ArgumentNullException>(() => new Reason("a", null!));
    }
}
