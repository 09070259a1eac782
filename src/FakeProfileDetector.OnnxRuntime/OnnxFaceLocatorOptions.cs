using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace FakeProfileDetector.OnnxRuntime;

/// <summary>How a face detection model is run, and what of its answer counts.</summary>
/// <threadsafety>Set it up on one thread before it is handed over; it is copied then.</threadsafety>
public sealed class OnnxFaceLocatorOptions
{
    /// <summary>The least score at which a box counts as a face.</summary>
    /// <value>0.01–1; the default is 0.7. What a score means is the model's: measure it on pictures of your own.</value>
    [Range(0.01, 1.0)]
    public double ScoreThreshold { get; set; } = 0.7;

    /// <summary>The greatest shared area of two boxes, over the area of both together, at which they are two faces; beyond, the one of the higher score stays.</summary>
    /// <value>0–1; the default is 0.3. At 1 every box stays.</value>
    [Range(0.0, 1.0)]
    public double MaximumOverlap { get; set; } = 0.3;

    /// <summary>How the model answers.</summary>
    /// <value>The default is null: told by the names and shapes of its outputs.</value>
    [EnumDataType(typeof(OnnxFaceModelLayout))]
    public OnnxFaceModelLayout? Layout { get; set; }

    /// <summary>How pictures are brought to the input's size.</summary>
    /// <value>
    /// The default is null: as the model was trained, which is <see cref="OnnxPictureFit.Stretch"/> for
    /// <see cref="OnnxFaceModelLayout.ScoresAndBoxes"/> and <see cref="OnnxPictureFit.Letterbox"/> for <see cref="OnnxFaceModelLayout.YuNet"/>.
    /// </value>
    [EnumDataType(typeof(OnnxPictureFit))]
    public OnnxPictureFit? Fit { get; set; }

    /// <summary>Width of the input in pixels, for models that leave it open.</summary>
    /// <value>
    /// 32–2,048, for <see cref="OnnxFaceModelLayout.YuNet"/> a multiple of 32; the default is null: the model's own, or 320 where it has none. Another
    /// value than the model's own is refused.
    /// </value>
    [Range(32, 2048)]
    public int? InputWidth { get; set; }

    /// <summary>Height of the input in pixels, for models that leave it open.</summary>
    /// <value>As <see cref="InputWidth"/>; where the model has none, 240 for <see cref="OnnxFaceModelLayout.ScoresAndBoxes"/> and 320 for <see cref="OnnxFaceModelLayout.YuNet"/>.</value>
    [Range(32, 2048)]
    public int? InputHeight { get; set; }

    /// <summary>What is taken from a pixel (0 black to 255 white) before it is divided by <see cref="PixelDivisor"/>.</summary>
    /// <value>
    /// 0–255; the default is null: 127 for <see cref="OnnxFaceModelLayout.ScoresAndBoxes"/> and 0 for <see cref="OnnxFaceModelLayout.YuNet"/>.
    /// </value>
    [Range(0.0, 255.0)]
    public double? PixelMean { get; set; }

    /// <summary>What pixels are divided by.</summary>
    /// <value>
    /// 1–255; the default is null: 128 for <see cref="OnnxFaceModelLayout.ScoresAndBoxes"/> and 1 for <see cref="OnnxFaceModelLayout.YuNet"/>.
    /// </value>
    [Range(1.0, 255.0)]
    public double? PixelDivisor { get; set; }

    /// <summary>How many threads work on one picture.</summary>
    /// <value>1–64; the default is 1, the calling thread alone: many photos are looked at side by side.</value>
    [Range(1, 64)]
    public int Threads { get; set; } = 1;

    internal OnnxFaceLocatorOptions Copy() => (OnnxFaceLocatorOptions)MemberwiseClone();
}

/// <summary>Rules of <see cref="OnnxFaceLocatorOptions"/>, generated from its attributes.</summary>
[OptionsValidator]
internal sealed partial class OnnxFaceLocatorOptionsValidator : IValidateOptions<OnnxFaceLocatorOptions>;
