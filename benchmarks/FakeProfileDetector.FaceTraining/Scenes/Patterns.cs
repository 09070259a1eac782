namespace FakeProfileDetector.FaceTraining.Scenes;

/// <summary>Generated pictures: identicons, letter tiles, lines of text, stripes, noise, blobs.</summary>
internal static class Patterns
{
    internal static void Draw(Canvas canvas, Random random)
    {
        var (ground, ink, seed) = (random.Between(0, 255), random.Between(0, 255), random.Next());
        var (width, height) = (canvas.Width, canvas.Height);
        switch (random.Next(6))
        {
            case 0:
                var cells = random.Next(4, 10);
                Retouch.Each(canvas, (_, x, y) =>
                {
                    var column = (int)(x * cells / width);
                    return (HashCode.Combine(Math.Min(column, cells - 1 - column), (int)(y * cells / height), seed) & 1) == 0 ? ground : ink;
                });
                break;
            case 1:
                Retouch.Each(canvas, (_, _, _) => ground);
                for (var strokes = random.Next(1, 5); strokes > 0; strokes--)
                {
                    Stroke(canvas, ink, random);
                }

                break;
            case 2:
                var (word, line) = (random.Next(2, 6), random.Next(6, 20));
                Retouch.Each(canvas, (_, x, y) => (int)(y / line) % 2 == 0 && (HashCode.Combine((int)x / word, (int)y / 3, seed) & 1) == 0 ? ink : ground);
                break;
            case 3:
                var (fx, fy) = (random.Between(-0.6, 0.6), random.Between(-0.6, 0.6));
                Retouch.Each(canvas, (_, x, y) => ground + ((ink - ground) * (0.5f + (0.5f * MathF.Sin((fx * x) + (fy * y))))));
                break;
            case 4:
                Retouch.Each(canvas, (_, _, _) => ground + (random.Normal() * 50));
                break;
            default:
                var spots = Enumerable.Range(0, random.Next(2, 9)).Select(_ => (X: random.Between(0, width), Y: random.Between(0, height), R: random.Between(0.05, 0.4) * width, Shade: random.Between(-160, 160))).ToArray();
                Retouch.Each(canvas, (_, x, y) => ground + spots.Sum(spot => spot.Shade * MathF.Exp(-(((x - spot.X) * (x - spot.X)) + ((y - spot.Y) * (y - spot.Y))) / (spot.R * spot.R))));
                break;
        }
    }

    private static void Stroke(Canvas canvas, float ink, Random random)
    {
        var (x0, y0, x1, y1) = (random.Between(0.2, 0.8) * canvas.Width, random.Between(0.2, 0.8) * canvas.Height, random.Between(0.2, 0.8) * canvas.Width, random.Between(0.2, 0.8) * canvas.Height);
        var thickness = random.Between(0.03, 0.1) * canvas.Width;
        var (dx, dy) = (x1 - x0, y1 - y0);
        var length = Math.Max(1, (dx * dx) + (dy * dy));
        Retouch.Each(canvas, (value, x, y) =>
        {
            var along = Math.Clamp((((x - x0) * dx) + ((y - y0) * dy)) / length, 0, 1);
            var (px, py) = (x - x0 - (along * dx), y - y0 - (along * dy));
            return (px * px) + (py * py) < thickness * thickness ? ink : value;
        });
    }
}
