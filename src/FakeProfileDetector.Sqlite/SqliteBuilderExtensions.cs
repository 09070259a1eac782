using FakeProfileDetector.Sqlite;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the SQLite stores.</summary>
/// <threadsafety>For one thread, while services are registered.</threadsafety>
public static class SqliteBuilderExtensions
{
    /// <summary>Keeps profiles and reviewers' decisions in a SQLite file, in place of any stores set before.</summary>
    /// <param name="builder">The builder that <c>AddFakeProfileDetector</c> returned.</param>
    /// <param name="path">The file's path; it is created when it does not exist. Each network needs a file of its own.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="path"/> is null, empty or white space.</exception>
    public static IFakeProfileDetectorBuilder UseSqlite(this IFakeProfileDetectorBuilder builder, string path)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return builder
            .UseProfileStore(provider => new SqliteProfileStore(path, provider.GetService<TimeProvider>()))
            .UseReviewDecisionStore(provider => new SqliteReviewDecisionStore(path, provider.GetService<TimeProvider>()));
    }
}
