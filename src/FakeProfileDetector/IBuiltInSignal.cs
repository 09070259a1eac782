namespace FakeProfileDetector;

/// <summary>Marks a signal of this library: it never blocks, so that it needs no thread and timer of its own.</summary>
internal interface IBuiltInSignal : IProfileSignal
{
    /// <summary>Whether it may reach a verdict of likely fake by itself.</summary>
    bool MayDecide { get; }
}
