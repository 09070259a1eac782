namespace FakeProfileDetector.SharedPhotos;

/// <summary>What one check has found out about reviewers' decisions.</summary>
/// <param name="Decisions">The decisions on the profile and on those that share its photo.</param>
/// <param name="PhotoSince">
/// Since when the profile has had the photo that it shows: the greatest date where it is not the enrolled one, the least
/// where nothing is known of it.
/// </param>
internal sealed record ReviewFindings(DecisionLookup Decisions, DateTimeOffset PhotoSince)
{
    /// <summary>Nobody has decided anything.</summary>
    internal static ReviewFindings None { get; } = new(DecisionLookup.None, DateTimeOffset.MinValue);
}
