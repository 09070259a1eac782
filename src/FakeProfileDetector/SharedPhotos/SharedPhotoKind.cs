namespace FakeProfileDetector.SharedPhotos;

/// <summary>What it means that a profile shares its photo with others.</summary>
internal enum SharedPhotoKind
{
    /// <summary>The registry did not compare it.</summary>
    NotCompared,

    /// <summary>Nobody else uses it.</summary>
    Unique,

    /// <summary>Others use a copy or another shot of the same session; nobody surely the same picture.</summary>
    Similar,

    /// <summary>Others use the same template, card or page around another picture; nobody surely the same one.</summary>
    Template,

    /// <summary>A picture of the benign bank.</summary>
    Benign,

    /// <summary>A program drew it from an account's name or number.</summary>
    Generated,

    /// <summary>Everyone who uses it goes by compatible names: one person with several accounts.</summary>
    SamePerson,

    /// <summary>Others use it, but no names can be compared.</summary>
    NamesNotComparable,

    /// <summary>Many users, mostly established or mixed: a default or stock picture that no bank knows yet.</summary>
    StockPicture,

    /// <summary>No names contradict, but a reviewer has confirmed one of those who use it to be fake.</summary>
    ReviewedApart,

    /// <summary>Different people use it, more likely in good faith than not.</summary>
    GoodFaith,

    /// <summary>Different people claim it: at most one of them can be its owner.</summary>
    Contested,
}
