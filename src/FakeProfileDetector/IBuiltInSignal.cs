namespace FakeProfileDetector;

/// <summary>What a signal of this library looks at.</summary>
internal enum BuiltInEvidence
{
    /// <summary>The photo and who else uses it; alone it may reach a verdict of likely fake.</summary>
    Photo,

    /// <summary>Names that contradict.</summary>
    Names,

    /// <summary>The account's own history; computed at once, with no store behind it.</summary>
    History,
}

/// <summary>Marks a signal of this library.</summary>
internal interface IBuiltInSignal : IProfileSignal
{
    /// <summary>What it looks at.</summary>
    BuiltInEvidence Evidence { get; }
}
