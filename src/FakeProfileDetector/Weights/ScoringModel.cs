namespace FakeProfileDetector.Weights;

/// <summary>The model that weights, caps and bands belong to.</summary>
internal static class ScoringModel
{
    /// <summary>Raised with any change that moves a score.</summary>
    internal const string Version = "2026.5";
}
