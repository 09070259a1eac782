namespace FakeProfileDetector.WebSearch.Pages;

/// <summary>What came of a fetch.</summary>
internal enum FetchOutcome
{
    /// <summary>Nothing could be had now: refused by us, unreachable, too slow, or an error of the server.</summary>
    Failed,

    /// <summary>The server says that there is nothing.</summary>
    Absent,

    /// <summary>There is a file.</summary>
    Fetched,
}

/// <summary>A fetched file, or that there is none.</summary>
/// <param name="Outcome">Whether there is one.</param>
/// <param name="Bytes">Its bytes; empty where there is none.</param>
/// <param name="MediaType">Its type in lower case, as the server says; null when it does not.</param>
/// <param name="Charset">Its encoding, as the server says; null when it does not.</param>
internal readonly record struct FetchedFile(FetchOutcome Outcome, ReadOnlyMemory<byte> Bytes = default, string? MediaType = null, string? Charset = null);
