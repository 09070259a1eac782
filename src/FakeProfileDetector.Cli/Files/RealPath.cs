namespace FakeProfileDetector.Cli.Files;

/// <summary>The one path of a file, whatever links lead to it.</summary>
internal static class RealPath
{
    // As Linux has it: more links are a circle.
    private const int MaximumLinks = 40;

    /// <summary>The full path without links; parts that do not exist stand as they are.</summary>
    /// <exception cref="IOException">The links lead in a circle.</exception>
    internal static string Of(string path)
    {
        var full = Path.GetFullPath(path);
        var real = Path.GetPathRoot(full)!;
        var parts = new Stack<string>();
        Push(parts, full[real.Length..]);
        for (var links = 0; parts.TryPop(out var part);)
        {
            var next = part == ".." ? Path.GetDirectoryName(real) ?? real : Path.Combine(real, part);
            if (IsOfProcess(next))
            {
                // What a process has open is no place in a folder: /dev/stdout leads here.
                return Path.Combine([next, .. parts]);
            }

            if (TargetOf(next, isFolder: parts.Count > 0) is not { } target)
            {
                real = next;
                continue;
            }

            if (++links > MaximumLinks)
            {
                throw new IOException($"The links of {path} lead in a circle.");
            }

            if (Path.IsPathRooted(target))
            {
                real = Path.GetPathRoot(target)!;
                target = target[real.Length..];
            }

            Push(parts, target);
        }

        return real;
    }

    /// <summary>Whether a path without links names what a process has open, such as its standard output.</summary>
    internal static bool IsOfProcess(string real) =>
        !OperatingSystem.IsWindows()
        && (real.StartsWith("/proc/", StringComparison.Ordinal) || real.StartsWith("/dev/fd/", StringComparison.Ordinal));

    /// <summary>Where a link leads; null for what is no link.</summary>
    internal static string? TargetOf(string path, bool isFolder) => (isFolder ? (FileSystemInfo)new DirectoryInfo(path) : new FileInfo(path)).LinkTarget;

    private static void Push(Stack<string> parts, string path)
    {
        foreach (var part in path.Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries).Reverse())
        {
            if (part != ".")
            {
                parts.Push(part);
            }
        }
    }
}
