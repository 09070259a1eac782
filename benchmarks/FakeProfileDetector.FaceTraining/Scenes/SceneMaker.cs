using FakeProfileDetector.FaceTraining.Data;
using FakeProfileDetector.Photos.Faces;

namespace FakeProfileDetector.FaceTraining.Scenes;

/// <summary>Composes pictures from portraits and pictures of no person.</summary>
internal sealed class SceneMaker
{
    // Degrees of the typology angle below which faces were missed more often.
    private const double DarkTone = 10;

    private readonly Dictionary<string, List<SourcePicture>> _faces;
    private readonly Dictionary<string, List<SourcePicture>> _others;
    private readonly List<string> _faceKinds;
    private readonly List<SourcePicture> _darkFaces;

    internal SceneMaker(IEnumerable<SourcePicture> sources)
    {
        var all = sources.ToList();
        _faces = all.Where(picture => picture.IsFace && picture.Truth is not null).GroupBy(picture => picture.Kind).ToDictionary(group => group.Key, group => group.ToList());
        _others = all.Where(picture => !picture.IsFace).GroupBy(picture => picture.Kind).ToDictionary(group => group.Key, group => group.ToList());
        _darkFaces = [.. _faces.Values.SelectMany(kind => kind).Where(picture => picture.SkinTone < DarkTone)];
        _faceKinds = [.. _faces.Keys.Order(StringComparer.Ordinal)];
    }

    internal Scene Make(Random random)
    {
        var kind = random.NextDouble();
        return kind < 0.38 ? Portrait(random) : kind < 0.52 ? Group(random) : Nobody(random);
    }

    /// <summary>One person.</summary>
    internal Scene Portrait(Random random)
    {
        var source = Face(random);
        var truth = source.Truth!;
        var shorter = Math.Min(random.Log(56, 300), 1.6f * Math.Min(source.Full.Width, source.Full.Height));
        var canvas = Sized(shorter, random);
        var natural = truth.Side / Math.Min(source.Full.Width, source.Full.Height);
        var share = random.Log(Math.Max(0.16, 0.55 * natural), 0.9);
        var side = share * Math.Min(canvas.Width, canvas.Height);
        var x = (0.5f + (0.1f * random.Normal())) * canvas.Width;
        var y = (0.46f + (0.08f * random.Normal())) * canvas.Height;
        x = Math.Clamp(x, 0.42f * side, canvas.Width - (0.42f * side));
        y = Math.Clamp(y, 0.42f * side, canvas.Height - (0.42f * side));
        Background(canvas, random);
        var fill = random.NextDouble();
        var face = Place(canvas, source, x, y, side, Tilt(random), fill < 0.6 ? Outside.Edge : Outside.Keep, null, random);
        return Finish(canvas, [face], random);
    }

    /// <summary>Two to eight people: side by side in tiles, or before one background.</summary>
    internal Scene Group(Random random)
    {
        var canvas = Sized(random.Log(140, 320), random);
        Background(canvas, random);
        var faces = random.Is(0.45) ? Tiles(canvas, random) : Scattered(canvas, random);
        return Finish(canvas, faces, random);
    }

    /// <summary>No photograph of a person.</summary>
    internal Scene Nobody(Random random)
    {
        var canvas = Sized(random.Log(56, 320), random);
        if (random.Is(0.08))
        {
            Patterns.Draw(canvas, random);
        }
        else if (random.Is(0.07))
        {
            Body(canvas, random);
        }
        else
        {
            Cover(canvas, Other(random), random, mayCrop: true);
            if (random.Is(0.15))
            {
                // Two upon each other: there are few pictures of nobody, and this makes others of them.
                var (other, strength) = (Other(random), random.Between(0.25, 0.6));
                canvas.Draw(other, Covering(canvas, other, random, mayCrop: true), Outside.Mirror, (_, _) => strength);
            }
            else if (random.Is(0.1))
            {
                var half = random.Between(0.3, 0.7) * canvas.Width;
                var other = Other(random);
                canvas.Draw(other, Covering(canvas, other, random, mayCrop: true), Outside.Edge, (x, _) => x > half ? 1 : 0);
            }

            if (random.Is(0.1))
            {
                Retouch.Each(canvas, (value, _, _) => 255 - value);
            }
        }

        return Finish(canvas, [], random);
    }

    private static Canvas Sized(float shorter, Random random)
    {
        var aspect = random.NextDouble() switch { < 0.55 => 1f, < 0.75 => 0.75f, < 0.85 => 1.33f, _ => random.Between(0.6, 2) };
        return aspect <= 1 ? new((int)shorter, (int)(shorter / aspect)) : new((int)(shorter * aspect), (int)shorter);
    }

    private static float Tilt(Random random) => (random.Is(0.6) ? 6 * random.Normal() : random.Between(-27, 27)) * MathF.PI / 180;

    private static FaceCandidate Place(
        Canvas canvas, SourcePicture source, float x, float y, float side, float tilt, Outside outside, Func<float, float, float>? mask, Random random)
    {
        var truth = source.Truth!;
        var mirrored = random.Is(0.5);
        var turn = tilt + (mirrored ? truth.Angle : -truth.Angle) is var t && MathF.Abs(t) < 0.5f ? t : tilt;
        canvas.Draw(source, new(x, y, truth.CenterX, truth.CenterY, side / truth.Side, turn, mirrored), outside, mask);
        var face = new FaceCandidate(x, y, side, 0);
        Retouch.Face(canvas, face, tilt, random);
        return face;
    }

    private static Scene Finish(Canvas canvas, IReadOnlyList<FaceCandidate> faces, Random random)
    {
        Retouch.Tone(canvas, random);
        Retouch.Border(canvas, random);
        Retouch.Lens(canvas, random);
        var pixels = canvas.ToBytes();
        if (random.Is(0.3))
        {
            pixels = Retouch.Compress(pixels, canvas.Width, canvas.Height, random.Next(15, 80));
        }

        return new(canvas.Width, canvas.Height, pixels, faces);
    }

    private static Placing Covering(Canvas canvas, SourcePicture source, Random random, bool mayCrop)
    {
        var scale = Math.Max((float)canvas.Width / source.Full.Width, (float)canvas.Height / source.Full.Height);
        if (mayCrop && random.Is(0.6))
        {
            scale *= random.Log(0.5, 3);
        }

        var (x, y) = (random.Between(0.3, 0.7) * source.Full.Width, random.Between(0.3, 0.7) * source.Full.Height);
        return new(canvas.Width / 2f, canvas.Height / 2f, x, y, scale, Turn(random), random.Is(0.5));
    }

    private static float Turn(Random random) => random.NextDouble() switch { < 0.55 => 0, < 0.8 => 0.15f * random.Normal(), _ => random.Between(-Math.PI, Math.PI) };

    private static void Cover(Canvas canvas, SourcePicture source, Random random, bool mayCrop) =>
        canvas.Draw(source, Covering(canvas, source, random, mayCrop), random.Is(0.5) ? Outside.Edge : Outside.Mirror);

    private SourcePicture Face(Random random)
    {
        if (random.Is(0.2) && _darkFaces.Count > 0)
        {
            return random.Pick(_darkFaces);
        }

        // By set, so that the smallest counts too: they differ in camera and crop.
        var kind = random.Is(0.3) && _faces.ContainsKey("ai_stylegan2") ? "ai_stylegan2" : random.Pick(_faceKinds);
        return random.Pick(_faces[kind]);
    }

    private SourcePicture Other(Random random)
    {
        var kind = random.NextDouble() switch { < 0.28 => "photos_of_things", < 0.42 => "clip_art", _ => "drawn_people" };
        return random.Pick(_others[kind]);
    }

    private void Background(Canvas canvas, Random random)
    {
        if (random.Is(0.6))
        {
            Cover(canvas, random.Pick(_others[random.Is(0.85) ? "photos_of_things" : "clip_art"]), random, mayCrop: true);
            return;
        }

        var (from, to) = (random.Between(0, 255), random.Between(0, 255));
        to = random.Is(0.5) ? from : to;
        Retouch.Each(canvas, (_, _, y) => from + ((to - from) * y / canvas.Height));
    }

    private List<FaceCandidate> Tiles(Canvas canvas, Random random)
    {
        var (columns, rows) = random.NextDouble() switch { < 0.45 => (2, 1), < 0.65 => (3, 1), < 0.75 => (1, 2), < 0.9 => (2, 2), < 0.95 => (3, 2), _ => (4, 2) };
        var (width, height) = ((float)canvas.Width / columns, (float)canvas.Height / rows);
        var faces = new List<FaceCandidate>();
        for (var i = 0; i < columns * rows; i++)
        {
            var (left, top) = (i % columns * width, i / columns * height);
            var side = random.Between(0.35, 0.75) * Math.Min(width, height);
            var x = left + Math.Clamp((0.5f + (0.07f * random.Normal())) * width, side / 2, width - (side / 2));
            var y = top + Math.Clamp((0.45f + (0.07f * random.Normal())) * height, side / 2, height - (side / 2));
            faces.Add(Place(canvas, Face(random), x, y, side, Tilt(random), Outside.Edge, (px, py) => px >= left && px < left + width && py >= top && py < top + height ? 1 : 0, random));
        }

        return faces;
    }

    private List<FaceCandidate> Scattered(Canvas canvas, Random random)
    {
        var count = random.Next(2, 9);
        var faces = new List<FaceCandidate>();
        var typical = random.Log(0.1, 0.4) * Math.Min(canvas.Width, canvas.Height);
        for (var attempt = 0; attempt < 60 && faces.Count < count; attempt++)
        {
            var side = Math.Max(0.095f * MathF.Sqrt(canvas.Width * canvas.Height), typical * random.Log(0.75, 1.3));
            var x = random.Between(0.55 * side, canvas.Width - (0.55 * side));
            var y = random.Between(0.6 * side, Math.Max((0.6 * side) + 1, canvas.Height - (0.6 * side)));
            if (faces.Any(other => Math.Abs(other.CenterX - x) < 0.62f * (other.Side + side) && Math.Abs(other.CenterY - y) < 0.7f * (other.Side + side)))
            {
                continue;
            }

            // The head, and often the shoulders below it.
            var shoulders = random.Is(0.6);
            float Mask(float px, float py)
            {
                var (dx, dy) = ((px - x) / (0.68f * side), (py - y + (0.08f * side)) / (0.85f * side));
                var head = Math.Clamp((1.15f - MathF.Sqrt((dx * dx) + (dy * dy))) / 0.15f, 0, 1);
                return shoulders && py > y && Math.Abs(px - x) < (0.3f * side) + (0.8f * (py - y)) && py < y + (1.4f * side) ? 1 : head;
            }

            faces.Add(Place(canvas, Face(random), x, y, side, Tilt(random), random.Is(0.5) ? Outside.Keep : Outside.Edge, Mask, random));
        }

        return faces;
    }

    /// <summary>A portrait's part away from the face.</summary>
    private void Body(Canvas canvas, Random random)
    {
        var source = Face(random);
        var truth = source.Truth!;
        var below = Math.Max(1, source.Full.Height - (truth.CenterY + (0.62f * truth.Side)));
        var scale = Math.Max(canvas.Height / below, (float)canvas.Width / source.Full.Width);
        canvas.Draw(source, new(canvas.Width / 2f, canvas.Height, source.Full.Width / 2f, source.Full.Height, scale, 0, random.Is(0.5)), Outside.Edge);
    }
}
