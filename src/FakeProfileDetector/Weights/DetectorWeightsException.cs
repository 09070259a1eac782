namespace FakeProfileDetector.Weights;

/// <summary>A file of weights that cannot be used; the message names the file, the field and the remedy.</summary>
/// <threadsafety>Immutable; safe to share between threads.</threadsafety>
public sealed class DetectorWeightsException : FormatException
{
    internal DetectorWeightsException(string file, string field, string problem, Exception? inner = null)
        : base(field.Length > 0 ? $"\"{file}\": {field}: {problem}" : $"\"{file}\": {problem}", inner)
    {
        File = file;
        Field = field;
    }

    /// <summary>The file's name.</summary>
    internal string File { get; }

    /// <summary>The field, such as <c>history[posts].nats</c>; empty when it is the file as a whole.</summary>
    internal string Field { get; }
}
