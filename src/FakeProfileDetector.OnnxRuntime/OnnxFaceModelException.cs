namespace FakeProfileDetector.OnnxRuntime;

/// <summary>A file is no face detection model that can be used here, or the model failed on a picture.</summary>
/// <remarks>The message names the file, what is wrong with it, and what is wanted. It holds nothing of any picture.</remarks>
/// <threadsafety>Immutable; safe to share between threads.</threadsafety>
public sealed class OnnxFaceModelException : Exception
{
    private OnnxFaceModelException(string path, string message, Exception? inner)
        : base(message, inner) => ModelPath = path;

    /// <summary>The file's path, as it was given.</summary>
    public string ModelPath { get; }

    /// <summary>Names the file and the problem, which begins in lower case and ends without a period.</summary>
    internal static OnnxFaceModelException For(string path, string problem, Exception? inner = null) =>
        new(path, $"The face model \"{path}\" cannot be used: {problem}.", inner);
}
