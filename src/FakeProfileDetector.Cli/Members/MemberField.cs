namespace FakeProfileDetector.Cli.Members;

/// <summary>What a column of a member export may hold. The columns are named so, in lower case with underscores.</summary>
internal enum MemberField
{
    Id,
    DisplayName,
    FirstName,
    MiddleName,
    LastName,
    OtherNames,
    Handle,
    Email,
    Photo,
    PhotoHash,
    PhotoQuality,
    PhotoSince,
    Faces,
    Organization,
    CreatedAt,
    ObservedAt,
    Connections,
    Following,
    Posts,
    BioLength,
    HasUrl,
    HasPhoto,
    SectionsFilled,
    SectionsOffered,
    LastActiveAt,
    IsPrivate,
    IsVerified,
}
