using FakeProfileDetector.FaceTraining.Data;
using FakeProfileDetector.FaceTraining.Scenes;
using FakeProfileDetector.Photos.Faces;

namespace FakeProfileDetector.FaceTraining.Measuring;

/// <summary>Pictures as people upload them: as they are, cut to the face, small, masked, framed, tilted; groups; and pictures of nobody.</summary>
internal static class Trials
{
    private const int GroupsOfEach = 60;

    internal static IEnumerable<Trial> Of(IReadOnlyList<SourcePicture> pictures, int seed)
    {
        var random = new Random(seed);
        var cutter = new Random(seed + 1);
        foreach (var picture in pictures)
        {
            var whole = Whole(picture);
            if (!picture.IsFace)
            {
                yield return new(picture.Kind, Expected.None, whole, picture);
                continue;
            }

            yield return new($"portraits {picture.Kind}", Expected.One, whole, picture);
            if (picture.Truth is null)
            {
                continue;
            }

            yield return new("face fills 60-90 %", Expected.One, Cut(picture, random.Between(0.6, 0.9), 160, 0, random), picture);
            yield return new("face fills 30-60 %", Expected.One, Cut(picture, random.Between(0.3, 0.6), 240, 0, random), picture);
            yield return new("avatar 64-100 px", Expected.One, Cut(picture, random.Between(0.35, 0.75), random.Next(64, 101), 0, random), picture);
            yield return new("tilted up to 25 degrees", Expected.One, Cut(picture, random.Between(0.3, 0.6), 200, random.Between(-25, 25), random), picture);
            yield return new("circle", Expected.One, Masked(Cut(picture, random.Between(0.35, 0.65), 200, 0, random), circle: true, random), picture);
            yield return new("frame", Expected.One, Masked(Cut(picture, random.Between(0.35, 0.65), 200, 0, random), circle: false, random), picture);
            yield return new("dark", Expected.One, Toned(whole, 1.9f, 0.7f), picture);
            yield return new("small, cut out on white", Expected.One, CutOut(picture, cutter), picture);
        }

        foreach (var trial in Groups(pictures, random))
        {
            yield return trial;
        }
    }

    private static IEnumerable<Trial> Groups(IReadOnlyList<SourcePicture> pictures, Random random)
    {
        var faces = pictures.Where(picture => picture.Truth is not null && Math.Min(picture.Full.Width, picture.Full.Height) >= 100).ToArray();
        var grounds = pictures.Where(picture => picture.Kind == "photos_of_things").ToArray();
        for (var i = 0; i < GroupsOfEach * 7; i++)
        {
            var count = 2 + (i % 7);
            var canvas = new Canvas(400, random.Pick([260, 300, 400]));
            var ground = random.Pick(grounds);
            var cover = Math.Max(canvas.Width / (float)ground.Full.Width, canvas.Height / (float)ground.Full.Height);
            canvas.Draw(ground, new(canvas.Width / 2f, canvas.Height / 2f, ground.Full.Width / 2f, ground.Full.Height / 2f, cover, 0, false), Outside.Edge);

            // Each person's whole picture in a tile: of one row up to four people, of two rows beyond.
            var rows = count <= 4 ? 1 : 2;
            var columns = (count + rows - 1) / rows;
            var tile = Math.Min(canvas.Width / (float)columns, canvas.Height / (float)rows);
            var common = i % 2 == 0;
            var placed = new List<FaceCandidate>();
            for (var k = 0; k < count; k++)
            {
                var source = random.Pick(faces);
                var truth = source.Truth!;
                var side = Math.Max(0.1f * canvas.Width, tile * random.Between(0.4, 0.65));
                var x = ((k % columns) + 0.5f) * canvas.Width / columns;
                var y = ((k / columns) + 0.5f) * canvas.Height / rows;
                var (left, top, right, bottom) = (x - (tile / 2), y - (tile / 2), x + (tile / 2), y + (tile / 2));
                float Tile(float px, float py) => px >= left && px < right && py >= top && py < bottom ? 1 : 0;
                canvas.Draw(source, new(x, y, truth.CenterX, truth.CenterY, side / truth.Side, random.Between(-8, 8) * MathF.PI / 180, random.Is(0.5)), Outside.Keep, common ? (px, py) => Person(px - x, py - y, side, bottom - y) : Tile);
                placed.Add(new(x, y, side, 0));
            }

            yield return new($"group of {count}", Expected.Many, new(canvas.Width, canvas.Height, canvas.ToBytes(), placed), null);
        }
    }

    private static Scene Whole(SourcePicture picture) => new(picture.Full.Width, picture.Full.Height, picture.Full.Pixels, []);

    private static Scene Cut(SourcePicture picture, float share, int side, float degrees, Random random)
    {
        var truth = picture.Truth!;
        var canvas = new Canvas(side, side);
        var (x, y) = ((0.5f + (0.04f * random.Normal())) * side, (0.48f + (0.04f * random.Normal())) * side);
        canvas.Draw(picture, new(x, y, truth.CenterX, truth.CenterY, share * side / truth.Side, degrees * MathF.PI / 180, random.Is(0.5)), Outside.Edge);
        return new(side, side, canvas.ToBytes(), [new FaceCandidate(x, y, share * side, 0)]);
    }

    /// <summary>A person seen small without what was behind: head and shoulders on pure white.</summary>
    private static Scene CutOut(SourcePicture picture, Random random)
    {
        const int Size = 240;
        var (truth, side) = (picture.Truth!, random.Next(30, 50));
        var (x, y) = (Size * random.Between(0.38, 0.62), Size * random.Between(0.2, 0.3));
        var canvas = new Canvas(Size, Size);
        canvas.Values.AsSpan().Fill(255);
        canvas.Draw(
            picture, new(x, y, truth.CenterX, truth.CenterY, side / truth.Side, 0, random.Is(0.5)), Outside.Keep,
            (px, py) => Person(px - x, py - y, side, Size));
        return new(Size, Size, canvas.ToBytes(), [new FaceCandidate(x, y, side, 0)]);
    }

    /// <summary>How much of a place belongs to a person: a head, and shoulders that widen below it as far as <paramref name="end"/>.</summary>
    private static float Person(float right, float down, float side, float end)
    {
        var (dx, dy) = (right / (0.68f * side), (down + (0.08f * side)) / (0.85f * side));
        return down > 0 && down < end && Math.Abs(right) < (0.3f * side) + (0.8f * down) ? 1 : Math.Clamp((1.15f - MathF.Sqrt((dx * dx) + (dy * dy))) / 0.15f, 0, 1);
    }

    private static Scene Masked(Scene scene, bool circle, Random random)
    {
        var (pixels, half, shade) = (scene.Pixels.ToArray(), scene.Width / 2f, (byte)random.Pick([0, 255, 128]));
        var border = circle ? half : half * random.Between(0.85, 0.96);
        for (var i = 0; i < pixels.Length; i++)
        {
            var (dx, dy) = ((i % scene.Width) + 0.5f - half, (i / scene.Width) + 0.5f - half);
            var distance = circle ? MathF.Sqrt((dx * dx) + (dy * dy)) : MathF.Max(MathF.Abs(dx), MathF.Abs(dy));
            pixels[i] = distance > border ? shade : pixels[i];
        }

        return scene with { Pixels = pixels };
    }

    private static Scene Toned(Scene scene, float gamma, float contrast) =>
        scene with { Pixels = [.. scene.Pixels.Select(value => (byte)(255 * contrast * MathF.Pow(value / 255f, gamma)))] };
}
