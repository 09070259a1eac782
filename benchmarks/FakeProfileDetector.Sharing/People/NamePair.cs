namespace FakeProfileDetector.Sharing.People;

/// <summary>Two names of one invented person.</summary>
/// <param name="Here">The name on the account.</param>
/// <param name="Elsewhere">The name on the web.</param>
/// <param name="Latin">A name in Latin letters, for handles.</param>
internal sealed record NamePair(string Here, string Elsewhere, string Latin)
{
    /// <summary>The web's name on the account, and the account's on the web.</summary>
    internal NamePair Swapped => new(Elsewhere, Here, Latin);
}
