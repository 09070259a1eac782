using System.Collections.Immutable;
using FakeProfileDetector.Reasons;

namespace FakeProfileDetector.Tests.Reasons;

public sealed class ReasonTests
{
    private static readonly Reason One = new("photo-shared", "It is shared.") { Facts = Facts(("uses", "3"), ("people", "2")) };

    [Fact]
    public void Equals_SameCodeTextAndFacts_IsTrue()
    {
        var other = new Reason("photo-shared", "It is shared.") { Facts = Facts(("people", "2"), ("uses", "3")) };

        Assert.Equal(One, other);
        Assert.Equal(One.GetHashCode(), other.GetHashCode());
    }

    [Fact]
    public void Equals_AnyDifference_IsFalse() => Assert.All(
        [
            new("photo-similar", One.Text) { Facts = One.Facts },
            new(One.Code, "Other.") { Facts = One.Facts },
            One with { Facts = Facts(("uses", "3")) },
            One with { Facts = Facts(("uses", "3"), ("people", "4")) },
        ],
        (Reason other) => Assert.NotEqual(One, other));

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

    private static ImmutableSortedDictionary<string, string> Facts(params (string Name, string Value)[] facts) =>
        facts.ToImmutableSortedDictionary(fact => fact.Name, fact => fact.Value);
}
