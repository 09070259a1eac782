using Microsoft.ML.OnnxRuntime;

namespace FakeProfileDetector.OnnxRuntime;

/// <summary>Reads <see cref="OnnxFaceModelLayout.ScoresAndBoxes"/>.</summary>
/// <remarks>Source of the layout and of the range of pixels: Linzaer, "Ultra-Light-Fast-Generic-Face-Detector-1MB", and the ONNX model zoo's UltraFace.</remarks>
internal sealed class ScoresAndBoxesOutputs : ModelOutputs
{
    private const int ScoresEach = 2;
    private const int EdgesEach = 4;

    private ScoresAndBoxesOutputs(string scores, string boxes) => Names = [scores, boxes];

    /// <inheritdoc/>
    internal override string[] Names { get; }

    /// <inheritdoc/>
    internal override (int Width, int Height, float PixelMean, float PixelDivisor, OnnxPictureFit Fit) Defaults =>
        (320, 240, 127, 128, OnnxPictureFit.Stretch);

    /// <summary>By name, else the only outputs that state two and four numbers for each box.</summary>
    internal static ScoresAndBoxesOutputs? Find(IReadOnlyDictionary<string, NodeMetadata> outputs)
    {
        if (outputs.ContainsKey("scores") && outputs.ContainsKey("boxes"))
        {
            return new("scores", "boxes");
        }

        var scores = Of(outputs, ScoresEach);
        var boxes = Of(outputs, EdgesEach);
        return scores is null || boxes is null ? null : new(scores, boxes);
    }

    /// <inheritdoc/>
    internal override string? Problem(ModelInput input, long[][] shapes) =>
        shapes[0] is [1, var scores, ScoresEach] && shapes[1] is [1, var boxes, EdgesEach] && scores == boxes
            ? null
            : "wanted are scores [1, N, 2] and boxes [1, N, 4]";

    /// <inheritdoc/>
    internal override bool TryRead(IReadOnlyList<OrtValue> outputs, ModelInput input, float threshold, List<ScoredBox> boxes)
    {
        var scores = outputs[0].GetTensorDataAsSpan<float>();
        var edges = outputs[1].GetTensorDataAsSpan<float>();
        for (var i = 0; i < scores.Length / ScoresEach; i++)
        {
            // Of each pair the first is the ground's.
            var score = scores[(i * ScoresEach) + 1];
            if (score < threshold)
            {
                continue;
            }

            var box = edges.Slice(i * EdgesEach, EdgesEach);
            var found = new ScoredBox(box[0] * input.Width, box[1] * input.Height, box[2] * input.Width, box[3] * input.Height, score);
            if (!float.IsFinite(score) || !found.IsFinite)
            {
                return false;
            }

            boxes.Add(found);
        }

        return true;
    }

    private static string? Of(IReadOnlyDictionary<string, NodeMetadata> outputs, int last)
    {
        string[] fitting = [.. outputs.Where(output => output.Value.Dimensions is { Length: 3 } shape && shape[2] == last).Select(output => output.Key)];
        return fitting.Length == 1 ? fitting[0] : null;
    }
}
