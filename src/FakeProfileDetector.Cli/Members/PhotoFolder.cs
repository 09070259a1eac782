using System.Collections.Concurrent;
using FakeProfileDetector.Cli.Files;
using FakeProfileDetector.Photos;

namespace FakeProfileDetector.Cli.Members;

/// <summary>The photos that an export names: ordinary files below one folder. An export must not make the tool open just any file.</summary>
/// <param name="folder">The folder.</param>
/// <param name="followLinks">Whether links may lead out of the folder.</param>
/// <threadsafety>Safe to read from many threads.</threadsafety>
internal sealed class PhotoFolder(string folder, bool followLinks)
{
    private readonly string _folder = WithSeparator(Path.GetFullPath(folder));
    private readonly string _real = WithSeparator(RealPath.Of(folder));

    // Most photos share a few folders, and finding a real path asks the system about each part.
    private readonly ConcurrentDictionary<string, string> _realFolders = new(StringComparer.Ordinal);
    private readonly FileNames _names = new();

    /// <summary>A path or a link that leads out of the folder.</summary>
    internal static PhotoUnusable Outside { get; } = new(
        PhotoUnusableReason.NotFound, "The photo's path leads out of the folder of the photos; name a folder above it with --photos.");

    internal static PhotoUnusable LinkedOutside { get; } = new(
        PhotoUnusableReason.NotFound, "The photo is a link out of the folder of the photos; give --follow-links if such links are meant.");

    internal static PhotoUnusable Address { get; } = new(
        PhotoUnusableReason.NotFound, "The photo is a URL, and photos are not fetched; download them into the folder of the photos and write their file names.");

    internal static PhotoUnusable Ambiguous { get; } = new(
        PhotoUnusableReason.NotFound, "Several files have the photo's name but for case or accents; write the name of one of them exactly.");

    /// <summary>The full path of a photo as the export names it, or why it is not opened.</summary>
    internal string? PathOf(string photo, out PhotoUnusable? failure)
    {
        failure = null;
        if (photo.Contains('\0', StringComparison.Ordinal))
        {
            // No path at all: opening it says so.
            return photo;
        }

        var path = Path.GetFullPath(Path.Combine(_folder, photo));
        if (!Path.Exists(path) || !path.StartsWith(_folder, StringComparison.Ordinal))
        {
            var found = Find(photo, out var isAmbiguous);
            failure = isAmbiguous ? Ambiguous : found is null && PhotoPath.IsAddress(photo) ? Address : null;
            if (failure is not null)
            {
                return null;
            }

            path = found ?? path;
        }

        if (!path.StartsWith(_folder, StringComparison.Ordinal))
        {
            failure = Outside;
        }
        else if (!followLinks && LeadsOut(path))
        {
            failure = LinkedOutside;
        }

        return failure is null ? path : null;
    }

    internal PhotoFingerprintResult Fingerprint(string photo, IPhotoFingerprinter fingerprinter, CancellationToken cancellationToken)
    {
        var path = PathOf(photo, out var failure);
        var bytes = path is null ? [] : PhotoFile.Read(path, PhotoFile.NamedInTable, out failure);
        return failure is null ? fingerprinter.Fingerprint(bytes, cancellationToken) : PhotoFingerprintResult.Unusable(failure);
    }

    private string? Find(string photo, out bool isAmbiguous)
    {
        isAmbiguous = false;
        foreach (var below in PhotoPath.Below(_folder, photo))
        {
            var found = _names.Find(_folder, below, out isAmbiguous);
            if (found is not null || isAmbiguous)
            {
                return found;
            }
        }

        return null;
    }

    private bool LeadsOut(string path)
    {
        try
        {
            var real = RealPath.TargetOf(path, isFolder: false) is null
                ? Path.Combine(_realFolders.GetOrAdd(Path.GetDirectoryName(path)!, RealPath.Of), Path.GetFileName(path))
                : RealPath.Of(path);
            return !real.StartsWith(_real, StringComparison.Ordinal);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A circle of links, or a folder that may not be looked into: opening says so.
            return false;
        }
    }

    private static string WithSeparator(string folder) => Path.EndsInDirectorySeparator(folder) ? folder : folder + Path.DirectorySeparatorChar;
}
