namespace FakeProfileDetector.Sharing.Members;

/// <summary>What the network knows of how the holders of a picture relate to each other.</summary>
[Flags]
internal enum HolderRelations
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>They have accepted each other's request.</summary>
    Connected = 1,

    /// <summary>They live together.</summary>
    Household = 2,

    /// <summary>They name one employer.</summary>
    Employer = 4,
}
