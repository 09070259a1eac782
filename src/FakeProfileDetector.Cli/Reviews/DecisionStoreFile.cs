using FakeProfileDetector.Cli.Files;
using FakeProfileDetector.Sqlite;

namespace FakeProfileDetector.Cli.Reviews;

/// <summary>Opens the store that <c>scan --store</c> has made; decisions in an empty one would be about nobody.</summary>
internal static class DecisionStoreFile
{
    private const string Remedy = "name the file that scan --store has made";

    internal static SqliteProfileStore OpenProfiles(FileInfo file)
    {
        InputFile.Require(file, Remedy);
        return new(file.FullName);
    }

    internal static SqliteReviewDecisionStore OpenDecisions(FileInfo file)
    {
        InputFile.Require(file, Remedy);
        return new(file.FullName);
    }
}
