using FakeProfileDetector.Cli.Files;
using FakeProfileDetector.Photos;

namespace FakeProfileDetector.Cli.Members;

/// <summary>A photo on disk; a file that cannot be read is a typed failure like one that cannot be decoded.</summary>
internal static class PhotoFile
{
    // What to look at when a file is missing: the table that named it, or the command line that did.
    internal const string NamedInTable = "check the photo column and --photos";
    internal const string NamedOnCommandLine = "check the path";

    // Reading stops here; the decoder's own limit is lower and says so in its message.
    private const int MaximumBytes = 64 * 1024 * 1024;

    /// <summary>Reads the file.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="remedy">What to look at when it does not exist.</param>
    /// <param name="failure">Why it cannot be read, or null.</param>
    internal static byte[] Read(string path, string remedy, out PhotoUnusable? failure)
    {
        try
        {
            if (FileStatus.Of(path).Kind is FileKind.Special or FileKind.Folder)
            {
                // Opening a pipe waits for whoever writes to it.
                failure = new(PhotoUnusableReason.NotFound, $"The photo is a folder, device or pipe and no file; {remedy}.");
                return [];
            }

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
