namespace FakeProfileDetector.Cli.Files;

/// <summary>A file that the command line names to be read.</summary>
internal static class InputFile
{
    /// <summary>Refuses what cannot be read as a file, by name.</summary>
    /// <param name="file">The file; pipes are files here, too.</param>
    /// <param name="remedy">What should have been named, such as "name the CSV file of the members".</param>
    /// <exception cref="CliException">Nothing or a folder stands there.</exception>
    internal static void Require(FileInfo file, string remedy)
    {
        switch (FileStatus.Of(file.FullName).Kind)
        {
            case FileKind.None:
                throw new CliException($"{file.FullName} does not exist; {remedy}.");
            case FileKind.Folder:
                throw new CliException($"{file.FullName} is a folder; {remedy}.");
        }
    }
}
