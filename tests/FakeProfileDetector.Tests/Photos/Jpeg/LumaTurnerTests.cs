using FakeProfileDetector.Photos;
using FakeProfileDetector.Photos.Coenm;
using FakeProfileDetector.Photos.Jpeg;

namespace FakeProfileDetector.Tests.Photos.Jpeg;

public sealed class LumaTurnerTests
{
    public static MatrixTheoryData<int, int, int, int> Planes => new(Enumerable.Range(1, 8), [1, 4, 8], [37, 64, 131], [21, 72]);

    [Theory]
    [MemberData(nameof(Planes))]
    public void Upright_AnyOrientation_IsThePlaneOfTheTurnedPhoto(int orientation, int scale, int width, int height)
    {
        var photo = Pdq.PdqHasherTests.Noise(width * height, seed: 5);
        var rows = new UprightRows(width, height, orientation);
        var uprightPhoto = Enumerable.Range(0, rows.Height)
            .SelectMany(y => Enumerable.Range(0, rows.Width).Select(x => photo[rows[y].Start + (x * rows[y].Step)])).ToArray();

        using var image = LumaTurner.Upright(
            Plane(photo, new SampleGrid(scale, 0, 0, width, height), JpegFrame.DivideUp(width, scale), JpegFrame.DivideUp(height, scale)), orientation);

        Assert.Equal((rows.Width, rows.Height), (image.Grid.PhotoWidth, image.Grid.PhotoHeight));
        Assert.True(image.HasColor);
        using var expected = Plane(uprightPhoto, image.Grid, image.Width, image.Height);
        Assert.Equal(expected.Pixels, image.Pixels);
    }

    /// <summary>Means over blocks, straight from what <see cref="SampleGrid"/> says.</summary>
    private static LumaImage Plane(byte[] photo, SampleGrid grid, int width, int height)
    {
        var plane = new LumaImage(width, height, grid) { HasColor = true };
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var (left, top) = ((x * grid.Scale) + grid.OffsetX, (y * grid.Scale) + grid.OffsetY);
                var (sum, count) = (0, 0);
                for (var v = Math.Max(top, 0); v < Math.Min(top + grid.Scale, grid.PhotoHeight); v++)
                {
                    for (var u = Math.Max(left, 0); u < Math.Min(left + grid.Scale, grid.PhotoWidth); u++)
                    {
                        (sum, count) = (sum + photo[(v * grid.PhotoWidth) + u], count + 1);
                    }
                }

                plane.Row(y)[x] = (byte)(sum / count);
            }
        }

        return plane;
    }
}
