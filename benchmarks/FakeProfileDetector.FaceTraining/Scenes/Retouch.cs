using FakeProfileDetector.Photos.Faces;
using SkiaSharp;

namespace FakeProfileDetector.FaceTraining.Scenes;

/// <summary>What happens to a photo: light, lens, sensor, compression, masks, frames; and to a face: shade, glasses, hats, hands.</summary>
internal static class Retouch
{
    private static readonly float[] Noise = MakeNoise();

    /// <summary>Light and things on a single face.</summary>
    internal static void Face(Canvas canvas, in FaceCandidate face, float angle, Random random)
    {
        if (random.Is(0.2))
        {
            // Darker skin, the rest as it was.
            var (gain, reach) = (random.Between(0.35, 0.85), random.Between(0.55, 0.75) * face.Side);
            Ellipse(canvas, face.CenterX, face.CenterY, reach, reach * 1.25f, 0.3f, (value, cover) => value * (1 - (cover * (1 - gain))));
        }

        if (random.Is(0.15))
        {
            // Light from one side.
            var (strength, side) = (random.Between(0.2, 0.65), random.Is(0.5) ? 1 : -1);
            var (x, size) = (face.CenterX, face.Side);
            Each(canvas, (value, px, _) => value * (1 - (strength * Math.Clamp(0.5f + (side * (px - x) / size), 0, 1))));
        }

        if (random.Is(0.08))
        {
            // Sunglasses: two dark ellipses and a bar between them.
            var shade = random.Between(5, 60);
            var (cos, sin) = (MathF.Cos(angle), MathF.Sin(angle));
            var (eyeX, eyeY) = (face.CenterX + (0.12f * face.Side * sin), face.CenterY - (0.12f * face.Side * cos));
            foreach (var side in (ReadOnlySpan<float>)[-0.2f, 0.2f])
            {
                var (x, y) = (eyeX + (side * face.Side * cos), eyeY + (side * face.Side * sin));
                var (width, height) = (random.Between(0.15, 0.2) * face.Side, random.Between(0.1, 0.16) * face.Side);
                Ellipse(canvas, x, y, width, height, 0.1f, (value, cover) => value + (cover * (shade - value)));
            }
        }

        if (random.Is(0.05))
        {
            // A hat or a fringe.
            var shade = random.Between(10, 220);
            Ellipse(canvas, face.CenterX, face.CenterY - (random.Between(0.72, 0.9) * face.Side), 0.75f * face.Side, 0.45f * face.Side, 0.1f, (value, cover) => value + (cover * (shade - value)));
        }

        if (random.Is(0.05))
        {
            // A hand, a cup, a microphone before the lower half.
            var (shade, width) = (random.Between(20, 230), random.Between(0.1, 0.25));
            Ellipse(canvas, face.CenterX + (random.Between(-0.3, 0.3) * face.Side), face.CenterY + (random.Between(0.3, 0.5) * face.Side), width * face.Side, width * face.Side, 0.15f, (value, cover) => value + (cover * (shade - value)));
        }
    }

    /// <summary>Light and tone of the whole picture.</summary>
    internal static void Tone(Canvas canvas, Random random)
    {
        var gamma = random.Is(0.6) ? random.Log(0.4, 2.4) : 1;
        var contrast = random.Is(0.5) ? random.Log(0.35, 1.9) : 1;
        var shift = random.Is(0.5) ? random.Between(-40, 40) : 0;
        var ramp = random.Is(0.15) ? random.Between(-60, 60) : 0;
        var curve = new float[257];
        for (var i = 0; i < curve.Length; i++)
        {
            curve[i] = (((255 * MathF.Pow(Math.Min(1, i / 255f), gamma)) - 128) * contrast) + 128 + shift;
        }

        for (var i = 0; i < canvas.Values.Length; i++)
        {
            var value = Math.Clamp(canvas.Values[i], 0, 255);
            var toned = curve[(int)value] + ((value - (int)value) * (curve[(int)value + 1] - curve[(int)value]));
            canvas.Values[i] = Math.Clamp(toned + (ramp * (((float)(i % canvas.Width) / canvas.Width) - 0.5f)), 0, 255);
        }
    }

    /// <summary>Circle masks, frames, banners.</summary>
    internal static void Border(Canvas canvas, Random random)
    {
        var shade = random.Is(0.5) ? (random.Is(0.7) ? 255 : 0) : random.Between(0, 255);
        var (width, height) = (canvas.Width, canvas.Height);
        var kind = random.NextDouble();
        if (kind < 0.08)
        {
            var (radius, cx, cy) = (Math.Min(width, height) / 2f, width / 2f, height / 2f);
            var ring = random.Is(0.4) ? random.Between(0.82, 0.95) * radius : radius;
            var inner = random.Between(0, 255);
            Each(canvas, (value, x, y) => MathF.Sqrt(((x - cx) * (x - cx)) + ((y - cy) * (y - cy))) is var r && r > radius ? shade : r > ring ? inner : value);
        }
        else if (kind < 0.15)
        {
            var border = random.Between(0.02, 0.12) * Math.Min(width, height);
            Each(canvas, (value, x, y) => x < border || y < border || x > width - border || y > height - border ? shade : value);
        }
        else if (kind < 0.2)
        {
            var banner = random.Between(0.75, 0.92) * height;
            var (ink, seed) = (255 - shade, random.Next());
            Each(canvas, (value, x, y) => y < banner ? value : ((uint)HashCode.Combine((int)(x / 4), (int)((y - banner) / 5), seed) % 3) == 0 ? ink : shade);
        }
    }

    /// <summary>Blur, noise and low resolution.</summary>
    internal static void Lens(Canvas canvas, Random random)
    {
        if (random.Is(0.12))
        {
            Coarsen(canvas, random.Log(1.3, 3));
        }

        if (random.Is(0.15))
        {
            Sharpen(canvas, random.Between(0.5, 2));
        }

        for (var passes = random.Is(0.35) ? random.Next(1, 4) : 0; passes > 0; passes--)
        {
            Blur(canvas);
        }

        if (random.Is(0.35))
        {
            var sigma = random.Log(1.5, 22);
            for (var i = 0; i < canvas.Values.Length; i++)
            {
                canvas.Values[i] += sigma * Noise[random.Next(Noise.Length)];
            }
        }
    }

    /// <summary>Through a real JPEG encoder.</summary>
    internal static byte[] Compress(byte[] pixels, int width, int height, int quality)
    {
        using var bitmap = new SKBitmap(width, height, SKColorType.Gray8, SKAlphaType.Opaque);
        for (var y = 0; y < height; y++)
        {
            pixels.AsSpan(y * width, width).CopyTo(bitmap.GetPixelSpan().Slice(y * bitmap.RowBytes, width));
        }

        using var data = bitmap.Encode(SKEncodedImageFormat.Jpeg, quality);
        using var decoded = SKBitmap.Decode(data, new SKImageInfo(width, height, SKColorType.Gray8, SKAlphaType.Opaque));
        if (decoded is null)
        {
            return pixels;
        }

        var result = new byte[pixels.Length];
        for (var y = 0; y < height; y++)
        {
            decoded.GetPixelSpan().Slice(y * decoded.RowBytes, width).CopyTo(result.AsSpan(y * width, width));
        }

        return result;
    }

    internal static void Each(Canvas canvas, Func<float, float, float, float> change)
    {
        for (var y = 0; y < canvas.Height; y++)
        {
            for (var x = 0; x < canvas.Width; x++)
            {
                ref var value = ref canvas.Values[(y * canvas.Width) + x];
                value = change(value, x, y);
            }
        }
    }

    private static float[] MakeNoise()
    {
        var random = new Random(0);
        return [.. Enumerable.Range(0, 1 << 12).Select(_ => random.Normal())];
    }

    private static void Ellipse(Canvas canvas, float cx, float cy, float rx, float ry, float softness, Func<float, float, float> change)
    {
        for (var y = Math.Max(0, (int)(cy - (1.5f * ry))); y < Math.Min(canvas.Height, cy + (1.5f * ry)); y++)
        {
            for (var x = Math.Max(0, (int)(cx - (1.5f * rx))); x < Math.Min(canvas.Width, cx + (1.5f * rx)); x++)
            {
                var (dx, dy) = ((x - cx) / rx, (y - cy) / ry);
                var cover = Math.Clamp((1 + softness - MathF.Sqrt((dx * dx) + (dy * dy))) / softness, 0, 1);
                ref var value = ref canvas.Values[(y * canvas.Width) + x];
                value = cover > 0 ? change(value, cover) : value;
            }
        }
    }

    /// <summary>As if the picture had been small and was enlarged.</summary>
    private static void Coarsen(Canvas canvas, float factor)
    {
        var (columns, rows) = (Math.Max(8, (int)(canvas.Width / factor)), Math.Max(8, (int)(canvas.Height / factor)));
        var (small, weights) = (new float[columns * rows], new float[columns * rows]);
        for (var i = 0; i < canvas.Values.Length; i++)
        {
            var cell = (i / canvas.Width * rows / canvas.Height * columns) + (i % canvas.Width * columns / canvas.Width);
            small[cell] += canvas.Values[i];
            weights[cell]++;
        }

        for (var i = 0; i < small.Length; i++)
        {
            small[i] /= Math.Max(1, weights[i]);
        }

        Each(canvas, (_, x, y) =>
        {
            var (sx, sy) = (Math.Clamp(((x + 0.5f) * columns / canvas.Width) - 0.5f, 0, columns - 1), Math.Clamp(((y + 0.5f) * rows / canvas.Height) - 0.5f, 0, rows - 1));
            var (left, top) = ((int)sx, (int)sy);
            var (right, bottom) = (Math.Min(left + 1, columns - 1), Math.Min(top + 1, rows - 1));
            var above = small[(top * columns) + left] + ((sx - left) * (small[(top * columns) + right] - small[(top * columns) + left]));
            var below = small[(bottom * columns) + left] + ((sx - left) * (small[(bottom * columns) + right] - small[(bottom * columns) + left]));
            return above + ((sy - top) * (below - above));
        });
    }

    private static void Sharpen(Canvas canvas, float strength)
    {
        var before = canvas.Values.ToArray();
        Blur(canvas);
        for (var i = 0; i < before.Length; i++)
        {
            canvas.Values[i] = before[i] + (strength * (before[i] - canvas.Values[i]));
        }
    }

    private static void Blur(Canvas canvas)
    {
        var (width, values) = (canvas.Width, canvas.Values);
        for (var y = 0; y < canvas.Height; y++)
        {
            var row = values.AsSpan(y * width, width);
            var before = row[0];
            for (var x = 0; x < width - 1; x++)
            {
                var value = (before + (2 * row[x]) + row[x + 1]) / 4;
                before = row[x];
                row[x] = value;
            }
        }

        for (var x = 0; x < width; x++)
        {
            var before = values[x];
            for (var y = 0; y < canvas.Height - 1; y++)
            {
                var at = (y * width) + x;
                var value = (before + (2 * values[at]) + values[at + width]) / 4;
                before = values[at];
                values[at] = value;
            }
        }
    }
}
