namespace FakeProfileDetector.Names;

/// <summary>Whose name a display name is.</summary>
internal enum NameKind : byte
{
    /// <summary>One person's, as far as can be told.</summary>
    Person = 0,

    /// <summary>A business, association, school or other body: "Contoso GmbH", "Hartwell Photography".</summary>
    Organization,

    /// <summary>Several people's: "Ana &amp; Marko Horvat", "Familie Horvat".</summary>
    Couple,

    /// <summary>A post, whoever fills it: "Office of Julia Brandt", "Customer Service".</summary>
    Role,

    /// <summary>A page about somebody that others keep: "Julia Brandt Fans".</summary>
    Fan,

    /// <summary>What a network shows in place of a name: "LinkedIn Member".</summary>
    Placeholder,
}
