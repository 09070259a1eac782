namespace FakeProfileDetector.Tests.Support;

/// <summary>Pictures as programs draw them for accounts without a photo.</summary>
internal static class FlatDrawings
{
    private const int Side = 240;

    // Three by five cells of each letter, row by row.
    private static readonly Dictionary<char, string> Letters = new()
    {
        ['E'] = "111100110100111",
        ['I'] = "111010010010111",
        ['L'] = "100100100100111",
        ['N'] = "101111111111101",
        ['P'] = "110101110100100",
        ['S'] = "011100010001110",
    };

    /// <summary>Five by five cells, symmetrical.</summary>
    internal static Scene Identicon(int seed, int side = Side)
    {
        var random = new Random(seed);
        var isSet = Enumerable.Range(0, 15).Select(_ => random.Next(2) == 0).ToArray();

        // Never nearly empty: two such patterns may be the same.
        isSet[random.Next(15)] = isSet[7] = true;
        return Scene.Paint(side, side, (x, y) =>
        {
            var (column, row) = (((x * 12 / side) - 1) / 2, ((y * 12 / side) - 1) / 2);
            var isInside = x * 12 / side is >= 1 and < 11 && y * 12 / side is >= 1 and < 11;
            return isInside && isSet[(Math.Min(column, 4 - column) * 5) + row] ? 110 : 240;
        });
    }

    /// <summary>Letters on a flat ground.</summary>
    internal static Scene Tile(string text, int side = Side) => Scene.Paint(side, side, (x, y) =>
    {
        var cell = side / 16.0;
        var (u, v) = (((x - (side / 2.0)) / cell) + ((4 * text.Length) - 1) / 2.0, ((y - (side / 2.0)) / cell) + 2.5);
        return u >= 0 && v is >= 0 and < 5 && (int)u / 4 < text.Length && (int)u % 4 < 3 && Letters[text[(int)u / 4]][((int)v * 3) + ((int)u % 4)] == '1' ? 245 : 90;
    });

    /// <summary>Head and shoulders.</summary>
    internal static Scene Silhouette(int side = Side, int ground = 215, int figure = 150) => Scene.Paint(side, side, (x, y) =>
    {
        var (u, v) = ((x + 0.5) / side, (y + 0.5) / side);
        var isHead = Square(u - 0.5) + Square(v - 0.38) < Square(0.17);
        var isBody = Square((u - 0.5) / 0.36) + Square((v - 1) / 0.36) < 1;
        return isHead || isBody ? figure : ground;

        static double Square(double value) => value * value;
    });

    /// <summary>A shape turned about the middle four times.</summary>
    internal static Scene Turned(int kind, int side = Side) => Scene.Paint(side, side, (x, y) =>
    {
        var (u, v) = (Math.Abs((2.0 * x / side) - 1), Math.Abs((2.0 * y / side) - 1));
        var (far, near) = (Math.Max(u, v), Math.Min(u, v));
        return far > 0.8 ? 250 : kind switch
        {
            0 => far > 0.4 && near < 0.4 ? 120 : far < 0.3 ? 180 : 250,
            1 => far + near > 0.9 && far + near < 1.2 ? 100 : 250,
            _ => far > 0.45 && near > 0.45 ? 140 : far < 0.2 ? 90 : 250,
        };
    });

    /// <summary>Cut to the largest circle, on white.</summary>
    internal static Scene Round(Scene scene) => Scene.Paint(scene.Width, scene.Height, (x, y) =>
    {
        var (u, v) = ((2.0 * x / scene.Width) - 1, (2.0 * y / scene.Height) - 1);
        return (u * u) + (v * v) <= 1 ? scene.Pixels[(y * scene.Width) + x] : 255;
    });

    /// <summary>With noise as strong re-encoding makes it.</summary>
    internal static Scene Noisy(Scene scene, int seed)
    {
        var random = new Random(seed);
        return Scene.Paint(scene.Width, scene.Height, (x, y) => scene.Pixels[(y * scene.Width) + x] + random.Next(-6, 7));
    }
}
