using System.Globalization;
using System.Text;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Photos.Faces;
using FakeProfileDetector.Photos.Jpeg;
using FakeProfileDetector.SkiaSharp;
using FakeProfileDetector.Testing;

namespace FakeProfileDetector.Tests.Photos.Faces;

/// <summary>Portraits, and pictures of nobody, of the fifth that nothing was learned from.</summary>
public sealed class FaceAccuracyTests
{
    private const int AsideParts = 20;

    [Theory]
    [InlineData("ai_cc0", 0.96)]
    [InlineData("ai_stylegan2", 0.98)]
    [InlineData("ai_stylegan3", 0.97)]
    [InlineData("us_senate", 0.98)]
    [InlineData("uk_mps", 0.98)]
    public void Locate_Portraits_MostlyOneFace(string kind, double share)
    {
        var counts = Rows(kind).Select(row => Content(row["file"]).Faces.Count).ToArray();

        Assert.InRange(counts.Count(count => count == 1), share * counts.Length, counts.Length);
    }

    [Theory]
    [InlineData("photos_of_things", 0.02)]
    [InlineData("clip_art", 0.04)]
    [InlineData("drawn_people", 0.09)]
    public void Locate_PicturesOfNobody_HardlyAFace(string kind, double share)
    {
        var counts = Rows(kind).Select(row => Content(row["file"]).Faces.Count).ToArray();

        Assert.InRange(counts.Count(count => count > 0), 0, share * counts.Length);
    }

    [Fact]
    public void Locate_AllDrawnPeople_AFaceInOneOfTwenty()
    {
        var rows = SharedData.ReadTable(SharedData.PathOf("faces/boxes.tsv")).Where(row => row["kind"] == "drawn_people").ToArray();

        Assert.InRange(rows.Count(row => Content(row["file"]).Faces.Count > 0), 0, 0.05 * rows.Length);
    }

    [Fact]
    public void Locate_Portraits_BoxesLieOnThoseOfClassicalCascades()
    {
        var rows = Rows("ai_stylegan2").Where(row => row["both"] == "1").ToArray();
        var near = rows.Count(row => Content(row["file"]).Faces is [var face, ..] && Overlap(face, Box(row)) > 0.5);

        Assert.InRange(near, 0.95 * rows.Length, rows.Length);
    }

    [Fact]
    public void Locate_MirroredPortrait_MirrorsTheBox()
    {
        foreach (var row in Rows("ai_stylegan2").Take(12))
        {
            using var luma = Luma(row["file"]);
            using var mirrored = new LumaImage(luma.Width, luma.Height);
            for (var y = 0; y < luma.Height; y++)
            {
                luma.Row(y).CopyTo(mirrored.Row(y));
                mirrored.Row(y).Reverse();
            }

            var (face, other) = (Locate(luma).Faces[0], Locate(mirrored).Faces[0]);
            Assert.InRange(Overlap(face, other with { X = luma.Width - other.X - other.Width }), 0.7, 1);
        }
    }

    [Fact]
    public void Locate_ReducedPlane_GivesBoxesInPixelsOfThePhoto()
    {
        foreach (var row in Rows("ai_stylegan2").Take(12))
        {
            using var luma = Luma(row["file"]);
            using var reduced = new LumaImage((luma.Width + 3) / 2, (luma.Height + 1) / 2, new SampleGrid(2, -1, 0, luma.Width, luma.Height));
            for (var y = 0; y < reduced.Height; y++)
            {
                for (var x = 0; x < reduced.Width; x++)
                {
                    // The mean of those of the block's pixels that lie inside.
                    var (sum, count) = (0, 0);
                    for (var i = 0; i < 4; i++)
                    {
                        var (px, py) = ((2 * x) - 1 + (i % 2), (2 * y) + (i / 2));
                        if (px >= 0 && px < luma.Width && py < luma.Height)
                        {
                            (sum, count) = (sum + luma.Row(py)[px], count + 1);
                        }
                    }

                    reduced.Row(y)[x] = (byte)(sum / count);
                }
            }

            var content = Locate(reduced);

            Assert.Equal((luma.Width, luma.Height), (content.Width, content.Height));
            Assert.InRange(Overlap(Locate(luma).Faces[0], content.Faces[0]), 0.7, 1);
        }
    }

    private static IEnumerable<Dictionary<string, string>> Rows(string kind) =>
        SharedData.ReadTable(SharedData.PathOf("faces/boxes.tsv")).Where(row => row["kind"] == kind && IsAside(row["file"]));

    /// <summary>FNV-1a of the name of the person or of the file, as the training divides them.</summary>
    private static bool IsAside(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        var hash = 2166136261u;
        foreach (var b in Encoding.UTF8.GetBytes(file.Contains("D1_uk_mps", StringComparison.Ordinal) ? name.Split('_')[0] : name))
        {
            hash = (hash ^ b) * 16777619;
        }

        return (hash ^ (hash >> 15)) % 100 < AsideParts;
    }

    private static LumaImage Luma(string file)
    {
        var result = new JpegPhotoDecoder(new SkiaPhotoDecoder()).Decode(
            File.ReadAllBytes(SharedData.PathOf("faces/" + file)), TestContext.Current.CancellationToken);
        return result.Image ?? throw new InvalidOperationException(result.Failure?.Message);
    }

    private static PictureContent Content(string file)
    {
        using var luma = Luma(file);
        return Locate(luma);
    }

    private static PictureContent Locate(LumaImage luma) => CascadeFaceLocator.Default.Locate(luma, TestContext.Current.CancellationToken);

    private static FaceBox Box(Dictionary<string, string> row) => new(Number(row["x"]), Number(row["y"]), Number(row["w"]), Number(row["h"]));

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static double Overlap(FaceBox one, FaceBox other)
    {
        var width = Math.Min(one.X + one.Width, other.X + other.Width) - Math.Max(one.X, other.X);
        var height = Math.Min(one.Y + one.Height, other.Y + other.Height) - Math.Max(one.Y, other.Y);
        var shared = Math.Max(0, width) * (double)Math.Max(0, height);
        return shared / ((one.Width * one.Height) + (other.Width * other.Height) - shared);
    }
}
