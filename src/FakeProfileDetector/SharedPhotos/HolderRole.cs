namespace FakeProfileDetector.SharedPhotos;

/// <summary>What a profile is among those who share its photo.</summary>
internal enum HolderRole
{
    /// <summary>Nothing that is known tells.</summary>
    Unknown = 0,

    /// <summary>The likeliest owner of the photo.</summary>
    Owner = 1,

    /// <summary>Somebody else is the likelier owner.</summary>
    Taker = 2,

    /// <summary>One of many of whom none is likely the owner.</summary>
    RingMember = 3,
}
