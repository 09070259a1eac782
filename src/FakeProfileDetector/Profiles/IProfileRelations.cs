namespace FakeProfileDetector.Profiles;

/// <summary>What the application knows of how profiles relate: people who know each other share a picture in good faith far more often than thieves and victims.</summary>
/// <threadsafety>Implementations are called from many threads at once.</threadsafety>
public interface IProfileRelations
{
    /// <summary>Looks up how a profile relates to those that share its photo.</summary>
    /// <param name="profileId">The profile under check.</param>
    /// <param name="otherIds">The others, at least one.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    /// <returns>What is known, in any order; others may be left out. A relation with a profile that was not asked for is passed over.</returns>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    ValueTask<IReadOnlyList<ProfileRelation>> FindAsync(
        string profileId, IReadOnlyCollection<string> otherIds, CancellationToken cancellationToken = default);
}
