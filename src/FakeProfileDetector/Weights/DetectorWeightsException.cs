namespace FakeProfileDetector.Weights;

/// <summary>A file of weights that cannot be used; the message names the file, the field and the remedy.</summary>
/// <param name="file">The file's name.</param>
/// <param name="field">The field, such as <c>history[posts].nats</c>; empty when it is the file as a whole.</param>
/// <param name="problem">What is wrong and what to do.</param>
/// <param name="inner">The cause, or null.</param>
public sealed class DetectorWeightsException(string file, string field, string problem, Exception? inner = null)
    : FormatException(field is { Length: > 0 } ? $"\"{file}\": {field}: {problem}" : $"\"{file}\": {problem}", inner)
{
    /// <summary>The file's name.</summary>
    public string File { get; } = file;

    /// <summary>The field; empty when it is the file as a whole.</summary>
    public string Field { get; } = field;
}
