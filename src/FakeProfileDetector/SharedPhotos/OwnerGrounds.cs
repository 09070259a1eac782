namespace FakeProfileDetector.SharedPhotos;

/// <summary>What tells the likelier owner of a photo from another who shares it.</summary>
[Flags]
internal enum OwnerGrounds
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>A reviewer has decided about one of them.</summary>
    Reviewed = 1,

    /// <summary>The network has verified it.</summary>
    Verified = 2,

    /// <summary>Its account has the fuller history.</summary>
    History = 4,

    /// <summary>It has more connections.</summary>
    Connections = 8,

    /// <summary>Its copy is larger.</summary>
    LargerCopy = 16,

    /// <summary>Its copy is not cut.</summary>
    UncutCopy = 32,

    /// <summary>Its copy is in color.</summary>
    ColorCopy = 64,

    /// <summary>It is known to have shown the photo first.</summary>
    Earlier = 128,

    /// <summary>Its name stands with the photo on pages of the web.</summary>
    Web = 256,
}

/// <summary>Grounds as the end of a sentence.</summary>
internal static class OwnerGroundsText
{
    private static readonly (OwnerGrounds Ground, string Text)[] Texts =
    [
        (OwnerGrounds.Reviewed, "a reviewer's decision"),
        (OwnerGrounds.Verified, "the network's verification"),
        (OwnerGrounds.History, "a fuller history"),
        (OwnerGrounds.Connections, "more connections"),
        (OwnerGrounds.LargerCopy, "a larger copy"),
        (OwnerGrounds.UncutCopy, "an uncut copy"),
        (OwnerGrounds.ColorCopy, "a copy in color"),
        (OwnerGrounds.Earlier, "having shown it first"),
        (OwnerGrounds.Web, "its name beside it on the web"),
    ];

    /// <summary>Such as "a fuller history and a larger copy".</summary>
    internal static string Of(OwnerGrounds grounds)
    {
        string[] texts = [.. Texts.Where(entry => grounds.HasFlag(entry.Ground)).Select(entry => entry.Text)];
        return texts.Length <= 1 ? string.Concat(texts) : $"{string.Join(", ", texts[..^1])} and {texts[^1]}";
    }
}
