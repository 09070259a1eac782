using System.Buffers;
using FakeProfileDetector.Photos;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace FakeProfileDetector.OnnxRuntime;

/// <summary>A loaded model that is known to take one picture and to answer in one of the layouts.</summary>
/// <threadsafety>Calls may overlap, but not with <see cref="Dispose"/>.</threadsafety>
internal sealed class FaceModel : IDisposable
{
    private readonly string _path;
    private readonly InferenceSession _session;
    private readonly ModelOutputs _outputs;

    private FaceModel(string path, InferenceSession session, ModelOutputs outputs, ModelInput input) =>
        (_path, _session, _outputs, Input) = (path, session, outputs, input);

    internal ModelInput Input { get; }

    /// <summary>Loads a model and runs it once, on black: a model that cannot answer is refused here and not at the first photo.</summary>
    /// <exception cref="OnnxFaceModelException">The file is missing or no model that can be used.</exception>
    internal static FaceModel Load(string path, OnnxFaceLocatorOptions options)
    {
        var session = Open(path, options.Threads);
        try
        {
            var outputs = ModelOutputs.Of(options.Layout, session.OutputMetadata);
            if (outputs is null || Array.Exists(outputs.Names, name => session.OutputMetadata[name] is not { IsTensor: true, ElementDataType: TensorElementType.Float }))
            {
                throw OnnxFaceModelException.For(
                    path,
                    $"its outputs are {ModelShapes.Describe(session.OutputMetadata)}; wanted are float scores [1, N, 2] and boxes [1, N, 4], or cls_S, obj_S and bbox_S for the strides 8, 16 and 32");
            }

            var model = new FaceModel(path, session, outputs, ModelInputReader.Read(path, session.InputMetadata, outputs, options));
            model.Try();
            return model;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>The boxes of at least a score in a picture, inside of it, in pixels of the input.</summary>
    /// <exception cref="OnnxFaceModelException">The model failed, or answered with what is no number.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    internal List<ScoredBox> Find(LumaImage luma, in Placement placement, float threshold, CancellationToken cancellationToken)
    {
        var pooled = ArrayPool<float>.Shared.Rent(Input.Length);
        try
        {
            InputPicture.Write(luma, placement, Input, pooled.AsSpan(0, Input.Length), cancellationToken);
            var found = new List<ScoredBox>();
            using (var answer = Run(pooled, cancellationToken))
            {
                if (!_outputs.TryRead(answer, Input, threshold, found))
                {
                    throw OnnxFaceModelException.For(_path, "it answered with scores or boxes that are no numbers");
                }
            }

            return Inside(found, placement);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(pooled);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _session.Dispose();

    private static InferenceSession Open(string path, int threads)
    {
        if (!File.Exists(path))
        {
            throw OnnxFaceModelException.For(path, "there is no such file");
        }

        try
        {
            // Official builds of the runtime send usage data to their maker unless they are told not to.
            OrtEnv.Instance().DisableTelemetryEvents();
            using var options = new SessionOptions
            {
                IntraOpNumThreads = threads,
                InterOpNumThreads = 1,

                // What goes wrong is thrown; nothing is written to the console.
                LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL,
            };
            return new InferenceSession(path, options);
        }
        catch (OnnxRuntimeException e)
        {
            throw OnnxFaceModelException.For(path, $"it is no ONNX model, or none that can be loaded ({e.Message.TrimEnd('.')})", e);
        }
    }

    private static List<ScoredBox> Inside(List<ScoredBox> found, in Placement placement)
    {
        var inside = new List<ScoredBox>(found.Count);
        foreach (var box in found)
        {
            var part = box.Within(placement.Width, placement.Height);
            if (part is { Width: > 0, Height: > 0 })
            {
                inside.Add(part);
            }
        }

        return inside;
    }

    private void Try()
    {
        var black = new float[Input.Length];
        Array.Fill(black, Input.Normalized(0));
        Run(black, CancellationToken.None).Dispose();
    }

    /// <summary>Runs the model on the first numbers of an array, and checks the shapes of the answer.</summary>
    private IDisposableReadOnlyCollection<OrtValue> Run(float[] picture, CancellationToken cancellationToken)
    {
        IDisposableReadOnlyCollection<OrtValue> answer;
        try
        {
            using var value = OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, picture.AsMemory(0, Input.Length), Input.Shape);
            using var run = new RunOptions();
            using var stopping = cancellationToken.UnsafeRegister(static run => ((RunOptions)run!).Terminate = true, run);
            answer = _session.Run(run, [Input.Name], [value], _outputs.Names);
        }
        catch (OnnxRuntimeException e)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw OnnxFaceModelException.For(_path, $"it failed on an input of {Input.Width} × {Input.Height} ({e.Message.TrimEnd('.')})", e);
        }

        var shapes = answer.Select(output => output.GetTensorTypeAndShape().Shape).ToArray();
        if (_outputs.Problem(Input, shapes) is { } problem)
        {
            answer.Dispose();
            throw OnnxFaceModelException.For(_path, $"it answered with {ModelShapes.Describe(_outputs.Names, shapes)}; {problem}");
        }

        return answer;
    }
}
