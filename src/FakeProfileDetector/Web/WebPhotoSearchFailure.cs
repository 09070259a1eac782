namespace FakeProfileDetector.Web;

/// <summary>Why the web was not searched for a photo.</summary>
public enum WebPhotoSearchFailure
{
    /// <summary>None of the others.</summary>
    Other = 0,

    /// <summary>The provider cannot be reached, or answers with an error of its own.</summary>
    Unavailable = 1,

    /// <summary>The provider did not answer in time.</summary>
    TimedOut = 2,

    /// <summary>The provider refuses the key.</summary>
    KeyRefused = 3,

    /// <summary>The provider asks to slow down.</summary>
    RateLimited = 4,

    /// <summary>The application's own budget is used up.</summary>
    OverBudget = 5,

    /// <summary>The provider cannot take the photo, or only its fingerprint is known.</summary>
    PhotoRefused = 6,

    /// <summary>The provider's answer cannot be read.</summary>
    InvalidAnswer = 7,

    /// <summary>Answers are read from what was kept, and nothing was kept for this photo: nobody has searched for it.</summary>
    NotKept = 8,
}
