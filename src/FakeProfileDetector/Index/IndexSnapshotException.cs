namespace FakeProfileDetector.Index;

/// <summary>A file is no snapshot of an index, not a whole one, or one of another format version; nothing of it was used.</summary>
/// <remarks>The remedy is always the same: fill an index from the store again, and save a new snapshot.</remarks>
/// <threadsafety>Immutable; safe to share between threads.</threadsafety>
public sealed class IndexSnapshotException : Exception
{
    private IndexSnapshotException(string message)
        : base(message)
    {
    }

    /// <summary>Names the file, what is wrong with it, and the remedy.</summary>
    internal static IndexSnapshotException For(string path, string problem) =>
        new($"The index snapshot \"{path}\" cannot be used: {problem}. Fill the index from the store again and save a new snapshot.");
}
