using System.CommandLine;

namespace FakeProfileDetector.Cli.Commands;

/// <summary>The options of all commands that read photos which a file of members names.</summary>
internal static class PhotoOptions
{
    internal static Option<DirectoryInfo?> Folder() => new("--photos")
    {
        Description = "Folder of the photos; the default is the folder of the CSV file. Only ordinary files below it are read.",
    };

    internal static Option<bool> FollowLinks() => new("--follow-links")
    {
        Description = "Also reads photos that are links out of the folder of the photos.",
    };
}
