namespace FakeProfileDetector.Index;

/// <summary>A file is no snapshot of an index, not a whole one, or one of another format version; nothing of it was used.</summary>
/// <remarks>The remedy is always the same: fill an index from the store again, and save a new snapshot.</remarks>
public sealed class IndexSnapshotException : Exception
{
    /// <summary>Creates an exception that says only that a snapshot cannot be used.</summary>
    public IndexSnapshotException()
        : this("The index snapshot cannot be used. Fill the index from the store again and save a new one.")
    {
    }

    /// <summary>Creates an exception.</summary>
    /// <param name="message">The file, what is wrong with it, and the remedy.</param>
    public IndexSnapshotException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with its cause.</summary>
    /// <param name="message">The file, what is wrong with it, and the remedy.</param>
    /// <param name="innerException">The cause.</param>
    public IndexSnapshotException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    internal static IndexSnapshotException For(string path, string problem) =>
        new($"The index snapshot \"{path}\" cannot be used: {problem}. Fill the index from the store again and save a new snapshot.");
}
