using FakeProfileDetector.Photos;

namespace FakeProfileDetector.Cli.Members;

/// <summary>Photos on disk; a file that cannot be read is a typed failure like one that cannot be decoded.</summary>
internal static class PhotoFile
{
    // Reading stops here; the decoder's own limit is lower and says so in its message.
    private const int MaximumBytes = 64 * 1024 * 1024;

    // What to look at when a file is missing: the table that named it, or the command line that did.
    private const string NamedInTable = "check the photo column and --photos";
    private const string NamedOnCommandLine = "check the path";

    /// <summary>A path that leads out of the folder of the photos: an export must not make the tool open just any file.</summary>
    internal static PhotoUnusable Outside { get; } = new(
        PhotoUnusableReason.NotFound, "The photo's path leads out of the folder of the photos; name a folder above it with --photos.");

    internal static bool IsInside(string folder, string relative, out string path)
    {
        if (relative.Contains('\0', StringComparison.Ordinal))
        {
            // No path at all: opening it says so.
            path = relative;
            return true;
        }

        path = Path.GetFullPath(Path.Combine(folder, relative));
        return path.StartsWith(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
    }

    internal static PhotoFingerprintResult Fingerprint(string path, IPhotoFingerprinter fingerprinter, CancellationToken cancellationToken)
    {
        var bytes = Read(path, NamedInTable, out var failure);
        return failure is null ? fingerprinter.Fingerprint(bytes, cancellationToken) : PhotoFingerprintResult.Unusable(failure);
    }

    /// <summary>Reads a file that the command line names.</summary>
    internal static byte[] Read(string path, out PhotoUnusable? failure) => Read(path, NamedOnCommandLine, out failure);

    private static byte[] Read(string path, string remedy, out PhotoUnusable? failure)
    {
        try
        {
            using var stream = File.OpenRead(path);
            if (stream.Length > MaximumBytes)
            {
                failure = new(PhotoUnusableReason.TooManyBytes, "The file is far over the size limit; supply a smaller rendition.");
                return [];
            }

            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            failure = null;
            return bytes;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            failure = new(PhotoUnusableReason.NotFound, $"The photo's file does not exist; {remedy}.");
            return [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            failure = new(PhotoUnusableReason.NotFound, $"The photo's file cannot be read ({e.GetType().Name}); check its permissions.");
            return [];
        }
    }
}
