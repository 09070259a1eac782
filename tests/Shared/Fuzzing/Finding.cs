namespace FakeProfileDetector.Testing.Fuzzing;

/// <summary>A mutant that the decoder did not take as it should.</summary>
internal sealed record Finding(long Mutant, string Kind, string Text);
