namespace FakeProfileDetector.Connections;

/// <summary>What to do about a connection request: advice to a person, not a decision. There is no "reject".</summary>
public enum ConnectionAction
{
    /// <summary>Nothing is advised: the detector only observes, see <see cref="DetectorMode.Observe"/>.</summary>
    None,

    /// <summary>Accept the request.</summary>
    Accept,

    /// <summary>Accept, and answer with a word of thanks: the sender is one whom the member looks for.</summary>
    AcceptAndThank,

    /// <summary>Look at the profile first.</summary>
    Review,

    /// <summary>Report the profile as fake.</summary>
    Report,
}
