namespace FakeProfileDetector.Sharing.Networks;

/// <summary>What is planted.</summary>
/// <param name="Groups">Groups of every case.</param>
/// <param name="Seed">With the same seed, options and data everything is the same.</param>
/// <param name="HeldOut">Whether only the faces kept aside are used, instead of only the others.</param>
/// <param name="Only">A part of the names of the cases that are planted; null for all.</param>
internal sealed record PlantOptions(int Groups, int Seed, bool HeldOut, string? Only);
