namespace FakeProfileDetector.Sharing.Drawing;

/// <summary>How a network draws its letter tiles.</summary>
/// <param name="IsRound">A circle on white in place of a square.</param>
/// <param name="Height">The letters' height in shares of the side.</param>
/// <param name="Weight">The width of the lines in shares of the height.</param>
internal sealed record TileStyle(bool IsRound, float Height, float Weight)
{
    internal static TileStyle Any(Random random) => new(random.Next(2) == 0, Palette.Between(random, .24, .42), Palette.Between(random, .1, .24));
}
