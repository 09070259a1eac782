using FakeProfileDetector.Photos;
using FakeProfileDetector.Validation;
using Microsoft.Extensions.Options;

namespace FakeProfileDetector.OnnxRuntime;

/// <summary>Locates faces by a face detection model of the application's own, in the ONNX format, on ONNX Runtime. It says where faces are and identifies nobody.</summary>
/// <remarks>
/// <para>
/// The model sees a gray picture, the same luma in each of its channels. Its boxes should be about from the forehead to the chin,
/// as those of UltraFace and YuNet are. At most <see cref="PictureContent.MaximumFaces"/> faces are kept, those of the highest scores.
/// </para>
/// <para>
/// A model that fails on a picture, or answers with what is no number, throws: the photo is then unusable, which accepts nobody, and never
/// a picture without a face. The numbers of a model may differ in their last digits between machines, and so may boxes by a pixel.
/// </para>
/// <para>Loading a model turns the usage data off that official builds of ONNX Runtime send to their maker, for the whole process.</para>
/// </remarks>
/// <threadsafety>Safe to call from many threads at once. <see cref="Dispose"/> waits for calls under way.</threadsafety>
public sealed class OnnxFaceLocator : IFaceLocator, IDisposable
{
    private readonly FaceModel _model;
    private readonly OnnxFaceLocatorOptions _options;
    private readonly ReaderWriterLockSlim _use = new(LockRecursionPolicy.NoRecursion);
    private bool _isDisposed;

    /// <summary>Loads a model, and runs it once to see that it answers in a layout that is known here.</summary>
    /// <param name="modelPath">The model's file.</param>
    /// <param name="options">How it is run; null takes the defaults.</param>
    /// <exception cref="ArgumentException"><paramref name="modelPath"/> is null, empty or white space.</exception>
    /// <exception cref="OptionsValidationException">An option is out of range.</exception>
    /// <exception cref="OnnxFaceModelException">The file is missing, no ONNX model, or a model of another shape; the message says which.</exception>
    public OnnxFaceLocator(string modelPath, OnnxFaceLocatorOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(modelPath);
        _options = OptionsGuard.Checked(options, new OnnxFaceLocatorOptionsValidator()).Copy();
        _model = FaceModel.Load(modelPath, _options);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException"><paramref name="luma"/> is null.</exception>
    /// <exception cref="ObjectDisposedException">The locator was disposed.</exception>
    /// <exception cref="OnnxFaceModelException">The model failed on the picture.</exception>
    public PictureContent Locate(LumaImage luma, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(luma);
        cancellationToken.ThrowIfCancellationRequested();

        // A session must not be freed while native code works on it.
        _use.EnterReadLock();
        try
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            var placement = Placement.Of(luma.Width, luma.Height, _model.Input);
            var boxes = _model.Find(luma, placement, (float)_options.ScoreThreshold, cancellationToken);
            var faces = BoxSelection.Best(boxes, (float)_options.MaximumOverlap, PictureContent.MaximumFaces);
            var grid = luma.Grid;
            return new(grid.PhotoWidth, grid.PhotoHeight, faces.Select(face => placement.ToPhoto(face, grid)));
        }
        finally
        {
            _use.ExitReadLock();
        }
    }

    /// <summary>Frees the model. Disposing twice does nothing.</summary>
    public void Dispose()
    {
        _use.EnterWriteLock();
        try
        {
            if (!_isDisposed)
            {
                _isDisposed = true;
                _model.Dispose();
            }
        }
        finally
        {
            _use.ExitWriteLock();
        }
    }
}
