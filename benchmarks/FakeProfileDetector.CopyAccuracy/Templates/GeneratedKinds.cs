using SkiaSharp;

namespace FakeProfileDetector.CopyAccuracy.Templates;

/// <summary>Pictures that programs draw for accounts without a photo, and pictures of text: flat, and alike from afar.</summary>
internal static class GeneratedKinds
{
    // Three by five of each letter, row by row.
    private static readonly string[] Letters =
    [
        "010101111101101", "110101110101110", "011100100100011", "110101101101110", "111100110100111", "111100110100100", "011100101101011", "101101111101101",
        "111010010010111", "001001001101010", "101101110101101", "100100100100111", "101111111101101", "111101101101101", "010101101101010", "110101110100100",
        "010101101111011", "110101110101101", "011100010001110", "111010010010010", "101101101101111", "101101101101010", "101101111111101", "101101010101101",
        "101101010010010", "111001010100111",
    ];

    /// <summary>Five by five cells, symmetrical; the same size and color for all of a seed.</summary>
    internal static Drawing Identicon(Random shared, Random own)
    {
        var drawing = new Drawing(250, 250, new(240, 240, 240));
        var color = SKColor.FromHsv(shared.Next(360), 60, 65);
        for (var cell = 0; cell < 15; cell++)
        {
            if (own.Next(2) == 0)
            {
                var (x, y) = (cell / 5, cell % 5);
                drawing.Box(25 + (40 * x), 25 + (40 * y), 40, 40, color);
                drawing.Box(25 + (40 * (4 - x)), 25 + (40 * y), 40, 40, color);
            }
        }

        return drawing;
    }

    /// <summary>Shapes of four cells turned about the middle, as jdenticon draws them.</summary>
    /// <param name="shared">What colors are chosen by.</param>
    /// <param name="code">Which shapes, 0–99.</param>
    internal static Drawing TurnedShapes(Random shared, int code)
    {
        var drawing = new Drawing(240, 240, SKColors.White);
        using var paint = new SKPaint { Color = SKColor.FromHsv(shared.Next(360), 50, 60), IsAntialias = true };
        using var second = new SKPaint { Color = SKColor.FromHsv(shared.Next(360), 30, 80), IsAntialias = true };
        var (corner, side, middle) = (code % 5, code / 5 % 5, code / 25);
        for (var turn = 0; turn < 4; turn++)
        {
            drawing.Canvas.Save();
            drawing.Canvas.RotateDegrees(turn * 90, 120, 120);
            Shape(corner, 20, 20, paint);
            Shape(side, 70, 20, second);
            Shape(side, 120, 20, second);
            Shape(middle, 70, 70, paint);
            drawing.Canvas.Restore();
        }

        return drawing;

        void Shape(int kind, float x, float y, SKPaint with)
        {
            using var builder = new SKPathBuilder();
            switch (kind)
            {
                case 0: builder.AddPoly([new(x, y), new(x + 50, y), new(x, y + 50)], true); break;
                case 1: builder.AddPoly([new(x + 25, y), new(x + 50, y + 50), new(x, y + 50)], true); break;
                case 2: builder.AddCircle(x + 25, y + 25, 17); break;
                case 3: builder.AddRect(SKRect.Create(x + 8, y + 8, 30, 30)); break;
                default: builder.AddPoly([new(x + 25, y), new(x + 50, y + 25), new(x + 25, y + 50), new(x, y + 25)], true); break;
            }

            using var path = builder.Detach();
            drawing.Canvas.DrawPath(path, with);
        }
    }

    /// <summary>Two letters on a colored ground.</summary>
    internal static Drawing LetterTile(Random shared, int first, int second)
    {
        var drawing = new Drawing(240, 240, SKColor.FromHsv(shared.Next(360), 60, 60));
        var size = 14 + shared.Next(6);
        Letter(drawing, first, 114 - (3.2f * size), size);
        Letter(drawing, second, 114 + (.4f * size), size);
        return drawing;

        static void Letter(Drawing drawing, int letter, float left, float size)
        {
            for (var i = 0; i < 15; i++)
            {
                if (Letters[letter][i] == '1')
                {
                    drawing.Box(left + (i % 3 * size), 120 - (2.5f * size) + (i / 3 * size), size + .5f, size + .5f, SKColors.White);
                }
            }
        }
    }

    /// <summary>One or two letters of a font on a colored ground.</summary>
    internal static Drawing Initials(Random random, string fontFile)
    {
        var drawing = new Drawing(240, 240, SKColor.FromHsv(random.Next(360), 30 + random.Next(60), 30 + random.Next(45)));
        using var typeface = SKTypeface.FromFile(fontFile);
        using var font = new SKFont(typeface, 90 + random.Next(50));
        using var paint = new SKPaint { Color = SKColors.White, IsAntialias = true };
        var text = string.Concat(Enumerable.Range(0, 1 + random.Next(2)).Select(_ => (char)('A' + random.Next(26))));
        font.MeasureText(text, out var bounds, paint);
        drawing.Canvas.DrawText(text, 120 - bounds.MidX, 120 - bounds.MidY, SKTextAlign.Left, font, paint);
        return drawing;
    }

    /// <summary>Head and shoulders in one color.</summary>
    internal static Drawing Silhouette(Random random)
    {
        var level = (byte)(190 + random.Next(50));
        var drawing = new Drawing(240, 240, new(level, level, level));
        var shade = random.Next(2) == 0 ? SKColors.White : new SKColor((byte)(level - 60), (byte)(level - 60), (byte)(level - 55));
        var head = 34 + random.Next(14);
        drawing.Disk(120, 88 + random.Next(10), head, shade);
        using var paint = new SKPaint { Color = shade, IsAntialias = true };
        var width = 75 + random.Next(25);
        drawing.Canvas.DrawOval(SKRect.Create(120 - width, 150 + random.Next(10), 2 * width, 180), paint);
        return drawing;
    }

    /// <summary>A saying on a card: the same card, another saying.</summary>
    internal static Drawing Quote(Random shared, Random own)
    {
        var drawing = new Drawing(400, 400, SKColor.FromHsv(shared.Next(360), 40, 25));
        drawing.Words(40, 40, 50, 40, SKColors.White, shared);
        var lines = 3 + shared.Next(3);
        for (var line = 0; line < lines; line++)
        {
            drawing.Words(45, 110 + (line * 40), 310 - own.Next(90), 22, SKColors.White, own);
        }

        drawing.Box(45, 330, 310, 3, SKColors.White);
        drawing.Words(45, 345, 120, 16, SKColors.LightGray, shared);
        return drawing;
    }
}
