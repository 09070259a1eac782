namespace FakeProfileDetector.OnnxRuntime;

/// <summary>Options without a property, whose validation at start loads the model: a file that cannot be used stops the application there and not at the first photo.</summary>
internal sealed class ModelAtStart;
