namespace FakeProfileDetector.Sharing.Networks;

/// <summary>Pairs of one group whose pictures differ.</summary>
/// <param name="Case">The case.</param>
/// <param name="Pairs">All pairs.</param>
/// <param name="Matched">Those that the registry takes for one picture, asked from either side.</param>
internal sealed record PairCount(string Case, int Pairs, int Matched);
