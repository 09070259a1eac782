namespace FakeProfileDetector;

/// <summary>What a signal of this library looks at, where another signal must not count it again.</summary>
internal enum BuiltInEvidence
{
    /// <summary>Something that no other signal looks at.</summary>
    Other = 0,

    /// <summary>The photo and who else uses it.</summary>
    Photo = 1,

    /// <summary>Names that contradict.</summary>
    Names = 2,

    /// <summary>The account's own history.</summary>
    History = 3,
}

/// <summary>
/// Marks a signal of this library: it computes from the context alone and waits for nothing, so it needs no timeout and no
/// thread of its own.
/// </summary>
internal interface IBuiltInSignal : IProfileSignal
{
    /// <summary>What it looks at.</summary>
    BuiltInEvidence Evidence { get; }

    /// <summary>Whether it may reach <see cref="AuthenticityVerdict.LikelyFake"/> by itself.</summary>
    bool MayReachLikelyFake => false;
}
