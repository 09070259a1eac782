using Microsoft.ML.OnnxRuntime;

namespace FakeProfileDetector.OnnxRuntime;

/// <summary>Reads what a model answers in one layout.</summary>
internal abstract class ModelOutputs
{
    /// <summary>The outputs that are read, in the order in which they are handed over.</summary>
    internal abstract string[] Names { get; }

    /// <summary>Sides that the input must be multiples of.</summary>
    internal virtual int SideMultiple => 1;

    /// <summary>Size, fit and range of pixels that models of this layout are trained with, where neither the model nor an option says otherwise.</summary>
    internal abstract (int Width, int Height, float PixelMean, float PixelDivisor, OnnxPictureFit Fit) Defaults { get; }

    /// <summary>What is wrong with the shapes of an answer, in the order of <see cref="Names"/>; null where nothing is.</summary>
    internal abstract string? Problem(ModelInput input, long[][] shapes);

    /// <summary>Collects the boxes of at least a score, of which several may be one face.</summary>
    /// <param name="outputs">Of shapes that <see cref="Problem"/> has nothing against.</param>
    /// <param name="input">The input that the edges are pixels of.</param>
    /// <param name="threshold">The least score.</param>
    /// <param name="boxes">Receives them.</param>
    /// <returns>False where a score, or an edge of a box of enough score, is no finite number.</returns>
    internal abstract bool TryRead(IReadOnlyList<OrtValue> outputs, ModelInput input, float threshold, List<ScoredBox> boxes);

    /// <summary>The reader for a model by the names and shapes of its outputs, or for the layout that is asked for; null where it has no such outputs.</summary>
    internal static ModelOutputs? Of(OnnxFaceModelLayout? layout, IReadOnlyDictionary<string, NodeMetadata> outputs) => layout switch
    {
        OnnxFaceModelLayout.YuNet => YuNetOutputs.Find(outputs),
        OnnxFaceModelLayout.ScoresAndBoxes => ScoresAndBoxesOutputs.Find(outputs),
        _ => (ModelOutputs?)YuNetOutputs.Find(outputs) ?? ScoresAndBoxesOutputs.Find(outputs),
    };
}
