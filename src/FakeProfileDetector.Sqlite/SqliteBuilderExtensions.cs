using FakeProfileDetector.DependencyInjection;
using FakeProfileDetector.Registry;
using FakeProfileDetector.Reviews;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FakeProfileDetector.Sqlite;

/// <summary>Registers the SQLite stores.</summary>
public static class SqliteBuilderExtensions
{
    /// <summary>Keeps profiles and reviewers' decisions in a SQLite file, in place of any stores set before.</summary>
    /// <param name="builder">The builder that <c>AddFakeProfileDetector</c> returned.</param>
    /// <param name="path">The file's path; it is created when it does not exist.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="path"/> is null, empty or white space.</exception>
    public static IFakeProfileDetectorBuilder UseSqlite(this IFakeProfileDetectorBuilder builder, string path)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        builder.Services.Replace(ServiceDescriptor.Singleton<IProfileStore>(provider => new SqliteProfileStore(path, provider.GetService<TimeProvider>())));
        builder.Services.Replace(ServiceDescriptor.Singleton<IReviewDecisionStore>(provider => new SqliteReviewDecisionStore(path, provider.GetService<TimeProvider>())));
        return builder;
    }
}
