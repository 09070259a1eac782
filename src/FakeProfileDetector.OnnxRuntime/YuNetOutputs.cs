using Microsoft.ML.OnnxRuntime;

namespace FakeProfileDetector.OnnxRuntime;

/// <summary>Reads <see cref="OnnxFaceModelLayout.YuNet"/>.</summary>
/// <remarks>Source: Wu et al., "YuNet: A Tiny Millisecond-level Face Detector", Machine Intelligence Research 20, 2023; read as OpenCV's <c>FaceDetectorYN</c> does.</remarks>
internal sealed class YuNetOutputs : ModelOutputs
{
    private const int EdgesEach = 4;

    private static readonly int[] Strides = [8, 16, 32];

    // For each stride its classes, then whether there is an object, then the box.
    private static readonly string[] Wanted = [.. Strides.SelectMany(stride => new[] { $"cls_{stride}", $"obj_{stride}", $"bbox_{stride}" })];

    private YuNetOutputs()
    {
    }

    /// <inheritdoc/>
    internal override string[] Names => Wanted;

    /// <inheritdoc/>
    internal override int SideMultiple => Strides[^1];

    /// <inheritdoc/>
    internal override (int Width, int Height, float PixelMean, float PixelDivisor, OnnxPictureFit Fit) Defaults =>
        (320, 320, 0, 1, OnnxPictureFit.Letterbox);

    /// <summary>By the names of the outputs.</summary>
    internal static YuNetOutputs? Find(IReadOnlyDictionary<string, NodeMetadata> outputs) => Array.TrueForAll(Wanted, outputs.ContainsKey) ? new() : null;

    /// <inheritdoc/>
    internal override string? Problem(ModelInput input, long[][] shapes)
    {
        for (var i = 0; i < Strides.Length; i++)
        {
            var cells = CellsOf(input.Width, Strides[i]) * CellsOf(input.Height, Strides[i]);
            if (Count(shapes[3 * i]) != cells || Count(shapes[(3 * i) + 1]) != cells || Count(shapes[(3 * i) + 2]) != cells * EdgesEach)
            {
                return $"wanted are, for an input of {input.Width} × {input.Height}, cls_{Strides[i]} and obj_{Strides[i]} [1, {cells}, 1] and bbox_{Strides[i]} [1, {cells}, 4]";
            }
        }

        return null;
    }

    /// <inheritdoc/>
    internal override bool TryRead(IReadOnlyList<OrtValue> outputs, ModelInput input, float threshold, List<ScoredBox> boxes)
    {
        for (var i = 0; i < Strides.Length; i++)
        {
            var classes = outputs[3 * i].GetTensorDataAsSpan<float>();
            var objects = outputs[(3 * i) + 1].GetTensorDataAsSpan<float>();
            var edges = outputs[(3 * i) + 2].GetTensorDataAsSpan<float>();
            var columns = CellsOf(input.Width, Strides[i]);
            for (var cell = 0; cell < classes.Length; cell++)
            {
                var score = MathF.Sqrt(Math.Clamp(classes[cell], 0, 1) * Math.Clamp(objects[cell], 0, 1));
                if (score < threshold)
                {
                    continue;
                }

                var found = Box(edges.Slice(cell * EdgesEach, EdgesEach), cell % columns, cell / columns, Strides[i], score);
                if (!float.IsFinite(score) || !found.IsFinite)
                {
                    return false;
                }

                boxes.Add(found);
            }
        }

        return true;
    }

    /// <summary>The center is so many cells from the cell's corner, and the sides are powers of e, in cells.</summary>
    private static ScoredBox Box(ReadOnlySpan<float> values, int column, int row, int stride, float score)
    {
        var (x, y) = ((column + values[0]) * stride, (row + values[1]) * stride);
        var (width, height) = (MathF.Exp(values[2]) * stride, MathF.Exp(values[3]) * stride);
        return new(x - (width / 2), y - (height / 2), x + (width / 2), y + (height / 2), score);
    }

    private static int CellsOf(int side, int stride) => side / stride;

    private static long Count(long[] shape) => shape.Aggregate(1L, static (product, side) => product * side);
}
