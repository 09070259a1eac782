using SkiaSharp;

namespace FakeProfileDetector.FaceTraining.Data;

/// <summary>The individual typology angle (Chardon et al., 1991) of a face's middle: a rough measure, as light and camera enter it too.</summary>
internal static class SkinTone
{
    internal static double Of(SKBitmap bitmap, FaceTruth truth)
    {
        double red = 0, green = 0, blue = 0;
        var count = 0;
        var reach = truth.Side * 0.2f;
        for (var y = (int)(truth.CenterY - reach); y <= truth.CenterY + reach; y++)
        {
            for (var x = (int)(truth.CenterX - reach); x <= truth.CenterX + reach; x++)
            {
                if (x >= 0 && y >= 0 && x < bitmap.Width && y < bitmap.Height)
                {
                    var color = bitmap.GetPixel(x, y);
                    (red, green, blue, count) = (red + Linear(color.Red), green + Linear(color.Green), blue + Linear(color.Blue), count + 1);
                }
            }
        }

        (red, green, blue) = (red / count, green / count, blue / count);
        var luminance = Root((0.2126 * red) + (0.7152 * green) + (0.0722 * blue));
        var depth = Root(((0.0193 * red) + (0.1192 * green) + (0.9505 * blue)) / 1.089);
        var yellow = 200 * (luminance - depth);
        return Math.Abs(yellow) < 0.5 ? double.NaN : Math.Atan(((116 * luminance) - 16 - 50) / yellow) * 180 / Math.PI;
    }

    private static double Linear(byte value) => value / 255.0 is var v && v <= 0.04045 ? v / 12.92 : Math.Pow((v + 0.055) / 1.055, 2.4);

    private static double Root(double value) => value > 0.008856 ? Math.Cbrt(value) : (7.787 * value) + (16 / 116.0);
}
