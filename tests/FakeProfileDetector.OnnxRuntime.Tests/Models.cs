namespace FakeProfileDetector.OnnxRuntime.Tests;

/// <summary>Tiny models with a known answer.</summary>
internal static class Models
{
    internal const int Width = 64;
    internal const int Height = 48;

    internal static readonly int[] Picture = [1, 3, Height, Width];

    /// <summary>UltraFace's layout, the same answer to every picture: left, top, right and bottom as shares of the sides, and the score.</summary>
    internal static OnnxModel Constant(params (float Left, float Top, float Right, float Bottom, float Score)[] boxes) => new OnnxModel()
        .Input("input", Picture)
        .Constant("s", [1, boxes.Length, 2], [.. boxes.SelectMany(box => new[] { 1 - box.Score, box.Score })])
        .Constant("b", [1, boxes.Length, 4], [.. boxes.SelectMany(box => new[] { box.Left, box.Top, box.Right, box.Bottom })])
        .Node("Identity", ["s"], "scores").Output("scores", [1, boxes.Length, 2])
        .Node("Identity", ["b"], "boxes").Output("boxes", [1, boxes.Length, 4]);

    /// <summary>
    /// UltraFace's layout: the bounds of all that is brighter than a value after normalization, scored by the brightest number, which is
    /// (luma − 127) / 128 by default.
    /// </summary>
    internal static OnnxModel Bright(int channels = 3, int width = Width, int height = Height, float above = 0, bool isOpen = false)
    {
        var model = new OnnxModel()
            .Input("input", [1, channels, isOpen ? -1 : height, isOpen ? -1 : width])
            .Constant("above", [1], above).Constant("none", [1], 0).Constant("far", [1], 1);
        model.Node("ReduceMax", ["input"], "plane", ("axes", [0, 1], true), ("keepdims", [0], false));
        Bounds(model, "column", axis: 0, width);
        Bounds(model, "row", axis: 1, height);
        return model
            .Node("Concat", ["columnStart", "rowStart", "columnEnd", "rowEnd"], "edges", ("axis", [0], false))
            .Constant("boxesShape", 1, 1, 4)
            .Node("Reshape", ["edges", "boxesShape"], "boxes").Output("boxes", [1, 1, 4])
            .Node("ReduceMax", ["column"], "brightest", ("axes", [0], true))
            .Node("Concat", ["none", "brightest"], "pair", ("axis", [0], false))
            .Constant("scoresShape", 1, 1, 2)
            .Node("Reshape", ["pair", "scoresShape"], "scores").Output("scores", [1, 1, 2]);
    }

    /// <summary>Fails where a picture has a white pixel: it looks for what is not there.</summary>
    internal static OnnxModel FailsOnWhite() => new OnnxModel()
        .Input("input", Picture)
        .Constant("known", [1, 2], 0.1f, 0.9f).Constant("shape", 1, 1, 2)
        .Node("ReduceMax", ["input"], "brightest", ("axes", [0, 1, 2, 3], true), ("keepdims", [0], false))
        .Node("Cast", ["brightest"], "index", ("to", [OnnxModel.Int64], false))
        .Node("Gather", ["known", "index"], "pair", ("axis", [0], false))
        .Node("Reshape", ["pair", "shape"], "scores").Output("scores", [1, 1, 2])
        .Constant("b", [1, 1, 4], 0, 0, 1, 1)
        .Node("Identity", ["b"], "boxes").Output("boxes", [1, 1, 4]);

    /// <summary>YuNet's layout for a square input, the same answer to every picture: one cell of a stride, its box values and its score.</summary>
    internal static OnnxModel YuNet(int side, params (int Stride, int Column, int Row, float[] Box, float Score)[] cells)
    {
        var model = new OnnxModel().Input("input", [1, 3, side, side]);
        foreach (var stride in new[] { 8, 16, 32 })
        {
            var columns = side / stride;
            var (scores, boxes) = (new float[columns * columns], new float[4 * columns * columns]);
            foreach (var cell in cells.Where(cell => cell.Stride == stride))
            {
                var at = (cell.Row * columns) + cell.Column;
                scores[at] = cell.Score;
                cell.Box.CopyTo(boxes, 4 * at);
            }

            Fixed(model, $"cls_{stride}", [1, scores.Length, 1], scores);
            Fixed(model, $"obj_{stride}", [1, scores.Length, 1], scores);
            Fixed(model, $"bbox_{stride}", [1, scores.Length, 4], boxes);
            Fixed(model, $"kps_{stride}", [1, scores.Length, 10], new float[10 * scores.Length]);
        }

        return model;
    }

    /// <summary>An output that is always the same.</summary>
    internal static OnnxModel Fixed(OnnxModel model, string name, int[] shape, float[] values) =>
        model.Constant($"{name}_value", shape, values).Node("Identity", [$"{name}_value"], name).Output(name, shape);

    private static void Bounds(OnnxModel model, string name, long axis, int length) => model
        .Node("ReduceMax", ["plane"], name, ("axes", [axis], true), ("keepdims", [0], false))
        .Node("Greater", [name, "above"], $"{name}Mask")
        .Constant($"{name}Starts", [length], [.. Enumerable.Range(0, length).Select(i => (float)i / length)])
        .Constant($"{name}Ends", [length], [.. Enumerable.Range(1, length).Select(i => (float)i / length)])
        .Node("Where", [$"{name}Mask", $"{name}Starts", "far"], $"{name}Inside")
        .Node("Where", [$"{name}Mask", $"{name}Ends", "none"], $"{name}Outside")
        .Node("ReduceMin", [$"{name}Inside"], $"{name}Start", ("axes", [0], true))
        .Node("ReduceMax", [$"{name}Outside"], $"{name}End", ("axes", [0], true));
}
