using FakeProfileDetector.Cli.Members;
using FakeProfileDetector.Cli.WebSearch;

namespace FakeProfileDetector.Cli.Scanning;

/// <summary>What to scan and where the results go.</summary>
/// <param name="Members">The member export.</param>
internal sealed record ScanRequest(FileInfo Members)
{
    /// <summary>What the user says of the export's form.</summary>
    internal ExportForm Form { get; init; } = ExportForm.Unknown;

    /// <summary>Folder of the photos; null for that of the export.</summary>
    internal DirectoryInfo? Photos { get; init; }

    /// <summary>Whether links may lead out of the folder of the photos.</summary>
    internal bool FollowLinks { get; init; }

    /// <summary>JSON lines; null for standard output.</summary>
    internal FileInfo? Output { get; init; }

    /// <summary>A page for people; null for none.</summary>
    internal FileInfo? Html { get; init; }

    /// <summary>SQLite file; null keeps members in memory.</summary>
    internal FileInfo? Store { get; init; }

    /// <summary>Whether photos are compared as wholes only.</summary>
    internal bool WholePhotos { get; init; }

    /// <summary>Whether nothing is recommended.</summary>
    internal bool Observe { get; init; }

    /// <summary>File of answers to searches of the web; null for none.</summary>
    internal FileInfo? WebResults { get; init; }

    /// <summary>Who searches the web; null for nobody.</summary>
    internal WebAccess? Web { get; init; }

    /// <summary>Weights learned by calibrate; null for those of the library.</summary>
    internal FileInfo? Weights { get; init; }
}
