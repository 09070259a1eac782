using FakeProfileDetector.Sqlite;

namespace FakeProfileDetector.Cli.Reviews;

/// <summary>Opens the store that <c>scan --store</c> has made; decisions in an empty one would be about nobody.</summary>
internal static class DecisionStoreFile
{
    internal static SqliteProfileStore OpenProfiles(FileInfo file)
    {
        Require(file);
        return new(file.FullName);
    }

    internal static SqliteReviewDecisionStore OpenDecisions(FileInfo file)
    {
        Require(file);
        return new(file.FullName);
    }

    private static void Require(FileInfo file)
    {
        if (!file.Exists)
        {
            throw new CliException($"{file.FullName} does not exist; name the file that scan --store has made.");
        }
    }
}
