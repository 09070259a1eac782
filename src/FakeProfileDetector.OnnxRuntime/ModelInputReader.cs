using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace FakeProfileDetector.OnnxRuntime;

/// <summary>Finds out which picture a model wants.</summary>
internal static class ModelInputReader
{
    /// <summary>The input, from what the model states, the options, and the layout's defaults, in this order.</summary>
    /// <param name="path">The file, for errors.</param>
    /// <param name="inputs">What the model states; a side of −1 is left open.</param>
    /// <param name="outputs">The layout.</param>
    /// <param name="options">In their ranges.</param>
    /// <exception cref="OnnxFaceModelException">The model wants something else than one picture, or the options contradict it.</exception>
    internal static ModelInput Read(string path, IReadOnlyDictionary<string, NodeMetadata> inputs, ModelOutputs outputs, OnnxFaceLocatorOptions options)
    {
        var single = inputs.Count == 1 ? inputs.First() : default;
        if (single.Value is not { IsTensor: true, ElementDataType: TensorElementType.Float, Dimensions: [1 or -1, (1 or 3) and var channels, var height, var width] })
        {
            throw OnnxFaceModelException.For(path, $"its input is {ModelShapes.Describe(inputs)}; wanted is one of float [1, 3 or 1, height, width]");
        }

        var defaults = outputs.Defaults;
        return new(
            single.Key,
            channels,
            Side(path, "InputWidth", options.InputWidth, width, defaults.Width, outputs.SideMultiple),
            Side(path, "InputHeight", options.InputHeight, height, defaults.Height, outputs.SideMultiple),
            (float?)options.PixelMean ?? defaults.PixelMean,
            (float?)options.PixelDivisor ?? defaults.PixelDivisor,
            options.Fit ?? defaults.Fit);
    }

    private static int Side(string path, string option, int? asked, int stated, int usual, int multiple)
    {
        if (stated > 0 && asked is { } other && other != stated)
        {
            throw OnnxFaceModelException.For(path, $"{option} is {other}, but the model's own is {stated}; leave the option out");
        }

        var side = stated > 0 ? stated : asked ?? usual;
        return side % multiple != 0 || side > ModelInput.MaximumSide
            ? throw OnnxFaceModelException.For(path, $"{option} is {side}; wanted is a multiple of {multiple} of at most {ModelInput.MaximumSide}")
            : side;
    }
}
