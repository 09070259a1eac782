using FakeProfileDetector.Photos;

namespace FakeProfileDetector.OnnxRuntime;

/// <summary>Where a picture lies in a model's input: at the top left, this large.</summary>
/// <param name="Width">In pixels of the input, 1 or more.</param>
/// <param name="Height">In pixels of the input, 1 or more.</param>
/// <param name="ScaleX">Samples of the picture for a pixel of the input along a row.</param>
/// <param name="ScaleY">Samples of the picture for a pixel of the input down a column.</param>
internal readonly record struct Placement(int Width, int Height, float ScaleX, float ScaleY)
{
    /// <summary>Places a picture of a size, in samples.</summary>
    internal static Placement Of(int width, int height, ModelInput input)
    {
        var (placedWidth, placedHeight) = (input.Width, input.Height);
        if (input.Fit == OnnxPictureFit.Letterbox)
        {
            var scale = Math.Max((double)width / input.Width, (double)height / input.Height);
            placedWidth = Math.Clamp((int)Math.Round(width / scale), 1, input.Width);
            placedHeight = Math.Clamp((int)Math.Round(height / scale), 1, input.Height);
        }

        return new(placedWidth, placedHeight, (float)width / placedWidth, (float)height / placedHeight);
    }

    /// <summary>A box of the input as one of the photo, whose samples may be blocks of pixels.</summary>
    /// <param name="box">Inside the placed picture, sides over 0.</param>
    /// <param name="grid">How the picture's samples lie in the photo.</param>
    internal FaceBox ToPhoto(in ScoredBox box, in SampleGrid grid)
    {
        var (left, right) = Inside(box.Left * ScaleX, box.Right * ScaleX, grid.Scale, grid.OffsetX, grid.PhotoWidth);
        var (top, bottom) = Inside(box.Top * ScaleY, box.Bottom * ScaleY, grid.Scale, grid.OffsetY, grid.PhotoHeight);
        return new(left, top, right - left, bottom - top);
    }

    private static (int Start, int End) Inside(float start, float end, int scale, int offset, int length)
    {
        var first = Math.Clamp((int)MathF.Round((start * scale) + offset), 0, length - 1);
        return (first, Math.Clamp((int)MathF.Round((end * scale) + offset), first + 1, length));
    }
}
