namespace FakeProfileDetector.OnnxRuntime;

/// <summary>How a picture is brought to the size of a model's input.</summary>
public enum OnnxPictureFit
{
    /// <summary>Width and height apart, so that a picture of other proportions is squeezed.</summary>
    Stretch,

    /// <summary>In its proportions, at the top left; what is left on the right or below is black.</summary>
    Letterbox,
}
