using Microsoft.ML.OnnxRuntime;

namespace FakeProfileDetector.OnnxRuntime;

/// <summary>Inputs and outputs of a model in words.</summary>
internal static class ModelShapes
{
    // A wrong model may have hundreds of outputs.
    private const int Most = 12;

    /// <summary>Such as <c>float scores [1, 4420, 2], float boxes [1, ?, 4]</c>.</summary>
    internal static string Describe(IReadOnlyDictionary<string, NodeMetadata> nodes) =>
        nodes.Count == 0 ? "nothing" : string.Join(", ", nodes.Take(Most).Select(Describe)) + (nodes.Count > Most ? ", …" : string.Empty);

    /// <summary>The shapes of an answer, by name.</summary>
    internal static string Describe(string[] names, long[][] shapes) =>
        string.Join(", ", names.Zip(shapes, static (name, shape) => $"{name} {Describe(shape)}"));

    private static string Describe(KeyValuePair<string, NodeMetadata> node) => node.Value.IsTensor
        ? $"{node.Value.ElementDataType.ToString().ToLowerInvariant()} {node.Key} {Describe(Array.ConvertAll(node.Value.Dimensions, static side => (long)side))}"
        : $"{node.Key}, no tensor";

    private static string Describe(long[] shape) => $"[{string.Join(", ", shape.Select(static side => side < 0 ? "?" : $"{side}"))}]";
}
