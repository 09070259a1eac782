namespace FakeProfileDetector.Cli.Scanning;

/// <summary>What to scan and where the results go.</summary>
/// <param name="Members">The member export.</param>
/// <param name="Photos">Folder of the photos; null for that of the export.</param>
/// <param name="Output">JSON lines; null for standard output.</param>
/// <param name="Html">A page for people; null for none.</param>
/// <param name="Store">SQLite file; null keeps members in memory.</param>
/// <param name="WholePhotos">Whether photos are compared as wholes only.</param>
/// <param name="Observe">Whether nothing is recommended.</param>
/// <param name="Weights">Weights learned by calibrate; null for those of the library.</param>
internal sealed record ScanRequest(
    FileInfo Members, DirectoryInfo? Photos, FileInfo? Output, FileInfo? Html, FileInfo? Store, bool WholePhotos, bool Observe, FileInfo? Weights);
