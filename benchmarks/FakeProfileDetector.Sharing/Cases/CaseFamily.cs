namespace FakeProfileDetector.Sharing.Cases;

/// <summary>Whether anybody of the group is a thief.</summary>
internal enum CaseFamily
{
    /// <summary>Nobody is.</summary>
    GoodFaith,

    /// <summary>Somebody is.</summary>
    Theft,
}
