using FakeProfileDetector.Benchmarks.Shared.Pictures;
using FakeProfileDetector.Photos;
using SkiaSharp;

namespace FakeProfileDetector.CopyAccuracy.Templates;

/// <summary>A picture that is composed of drawings and portraits, and the places of the faces in it.</summary>
internal sealed class Drawing : IDisposable
{
    private readonly List<SKRect> _faces = [];

    internal Drawing(int width, int height, SKColor ground)
    {
        Bitmap = new(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        Canvas = new(Bitmap);
        Canvas.Clear(ground);
    }

    internal SKBitmap Bitmap { get; }

    internal SKCanvas Canvas { get; }

    internal float Width => Bitmap.Width;

    internal float Height => Bitmap.Height;

    /// <summary>The faces as shares of the sides.</summary>
    internal PhotoRegion[] Faces =>
        [.. _faces.Select(face => new PhotoRegion(face.Left / Width, face.Top / Height, face.Right / Width, face.Bottom / Height))];

    internal void Box(float left, float top, float width, float height, SKColor color, float radius = 0)
    {
        using var paint = new SKPaint { Color = color, IsAntialias = true };
        Canvas.DrawRoundRect(left, top, width, height, radius, radius, paint);
    }

    internal void Disk(float x, float y, float radius, SKColor color)
    {
        using var paint = new SKPaint { Color = color, IsAntialias = true };
        Canvas.DrawCircle(x, y, radius, paint);
    }

    /// <summary>Bars that look like words from afar.</summary>
    internal void Words(float left, float top, float width, float height, SKColor color, Random random)
    {
        for (var x = left; x < left + width - height;)
        {
            var word = Math.Min(height * (1 + (3 * random.NextSingle())), left + width - x);
            for (var at = x; at < x + word; at += height * .45f)
            {
                Box(at, top + (height * .3f * random.NextSingle()), height * .3f, height * (.6f + (.2f * random.NextSingle())), color);
            }

            x += word + (height * .6f);
        }
    }

    /// <summary>Puts a portrait into a rectangle that it fills, or into the circle within.</summary>
    internal void Portrait(FacePhoto photo, SKRect target, bool isRound = false)
    {
        using var bitmap = photo.Read();
        var scale = Math.Max(target.Width / bitmap.Width, target.Height / bitmap.Height);
        var (width, height) = (target.Width / scale, target.Height / scale);

        // The face is kept in the middle of what is cut off.
        var left = Math.Clamp(photo.Face.MidX - (width / 2), 0, Math.Max(0, bitmap.Width - width));
        var top = Math.Clamp(photo.Face.MidY - (height * .45f), 0, Math.Max(0, bitmap.Height - height));
        Canvas.Save();
        using var clip = new SKRoundRect(target, isRound ? target.Width / 2 : 0);
        Canvas.ClipRoundRect(clip, SKClipOperation.Intersect, antialias: true);
        using var image = SKImage.FromBitmap(bitmap);
        Canvas.DrawImage(image, SKRect.Create(left, top, width, height), target, Bitmaps.Smooth);
        Canvas.Restore();
        var face = SKRect.Create(
            target.Left + ((photo.Face.Left - left) * scale), target.Top + ((photo.Face.Top - top) * scale), photo.Face.Width * scale, photo.Face.Height * scale);
        _faces.Add(SKRect.Intersect(face, target));
    }

    internal void AddFace(SKRect face) => _faces.Add(face);

    /// <summary>Writes it as a network would: reduced a little, as JPEG.</summary>
    internal byte[] Save(Random random)
    {
        var scale = .7 + (.3 * random.NextDouble());
        using var reduced = Bitmaps.Resize(Bitmap, (int)(Bitmap.Width * scale), (int)(Bitmap.Height * scale));
        return Bitmaps.ToJpeg(reduced, random.Next(70, 96));
    }

    public void Dispose()
    {
        Canvas.Dispose();
        Bitmap.Dispose();
    }
}
