using FakeProfileDetector.Photos;
using FakeProfileDetector.Photos.Fingerprinting;

namespace FakeProfileDetector.Tests.Support;

/// <summary>A picture of soft blobs on a shaded ground, with as much to hold on to as a portrait; and what thieves do to it.</summary>
internal sealed class Scene
{
    private readonly byte[] _pixels;

    private Scene(int width, int height)
    {
        (Width, Height) = (width, height);
        _pixels = new byte[width * height];
    }

    internal int Width { get; }

    internal int Height { get; }

    internal ReadOnlySpan<byte> Pixels => _pixels;

    private byte this[int x, int y]
    {
        get => _pixels[(y * Width) + x];
        set => _pixels[(y * Width) + x] = value;
    }

    /// <summary>The same picture for the same seed.</summary>
    internal static Scene Draw(int seed, int width = 320, int height = 400)
    {
        var random = new Random(seed);
        var blobs = Enumerable.Range(0, 90)
            .Select(_ => (
                X: random.NextDouble() * width,
                Y: random.NextDouble() * height,
                RadiusX: 4 + (30 * Math.Pow(random.NextDouble(), 2)),
                RadiusY: 4 + (30 * Math.Pow(random.NextDouble(), 2)),
                Depth: (random.NextDouble() - 0.5) * 160))
            .ToArray();
        var luma = new double[width * height];
        for (var i = 0; i < luma.Length; i++)
        {
            luma[i] = 128 + (40.0 * (i % width) / width) - (30.0 * (i / width) / height);
        }

        foreach (var blob in blobs)
        {
            // Beyond three radii nothing of it is left.
            for (var y = Math.Max((int)(blob.Y - (3 * blob.RadiusY)), 0); y < Math.Min(blob.Y + (3 * blob.RadiusY), height); y++)
            {
                for (var x = Math.Max((int)(blob.X - (3 * blob.RadiusX)), 0); x < Math.Min(blob.X + (3 * blob.RadiusX), width); x++)
                {
                    luma[(y * width) + x] +=
                        blob.Depth * Math.Exp(-Math.Pow((x - blob.X) / blob.RadiusX, 2) - Math.Pow((y - blob.Y) / blob.RadiusY, 2));
                }
            }
        }

        return Make(width, height, (x, y) => luma[(y * width) + x]);
    }

    /// <summary>A picture of a pattern.</summary>
    internal static Scene Paint(int width, int height, Func<int, int, double> luma) => Make(width, height, luma);

    /// <summary>A part, as shares of the sides.</summary>
    internal Scene Crop(double left, double top, double keep)
    {
        var (x0, y0) = ((int)(left * Width), (int)(top * Height));
        return Make((int)(keep * Width), (int)(keep * Height), (x, y) => this[x + x0, y + y0]);
    }

    internal Scene Mirror() => Make(Width, Height, (x, y) => this[Width - 1 - x, y]);

    internal Scene Frame(int thickness) => Make(
        Width + (2 * thickness),
        Height + (2 * thickness),
        (x, y) => x < thickness || y < thickness || x >= Width + thickness || y >= Height + thickness ? 235 : this[x - thickness, y - thickness]);

    /// <summary>Turned about the middle, the corners cut away.</summary>
    internal Scene Turn(double degrees)
    {
        var (cosine, sine) = (Math.Cos(degrees * Math.PI / 180), Math.Sin(degrees * Math.PI / 180));
        var (width, height) = ((int)(Width * 0.85), (int)(Height * 0.85));
        return Make(width, height, (x, y) =>
        {
            var (u, v) = (x - (width / 2.0), y - (height / 2.0));
            return this[(int)Math.Round((Width / 2.0) + (u * cosine) + (v * sine)), (int)Math.Round((Height / 2.0) - (u * sine) + (v * cosine))];
        });
    }

    /// <summary>Half the size on each side.</summary>
    internal Scene Halve() => Make(
        Width / 2, Height / 2, (x, y) => (this[2 * x, 2 * y] + this[(2 * x) + 1, 2 * y] + this[2 * x, (2 * y) + 1] + this[(2 * x) + 1, (2 * y) + 1]) / 4.0);

    /// <summary>With the lowest quarter of another picture pasted over its own: a banner.</summary>
    internal Scene WithBanner(Scene banner) => Make(Width, Height, (x, y) => y >= Height * 3 / 4 ? banner[x, y] : this[x, y]);

    /// <summary>With another picture in a rectangle, given in shares of the sides: a portrait on a card.</summary>
    internal Scene With(Scene picture, double left, double top, double width, double height) => Make(Width, Height, (x, y) =>
    {
        var (u, v) = (((x / (double)Width) - left) / width, ((y / (double)Height) - top) / height);
        return u is >= 0 and < 1 && v is >= 0 and < 1 ? picture[(int)(u * picture.Width), (int)(v * picture.Height)] : this[x, y];
    });

    /// <summary>With a dark mark of fixed shape in the lower right corner: a logo.</summary>
    internal Scene WithLogo() => Make(Width, Height, (x, y) => (Width - x, Height - y) switch
    {
        ( > 10 and < 100, > 10 and < 60) and var (u, v) => ((u / 12) + (v / 15)) % 2 == 0 ? 20 : 230,
        _ => this[x, y],
    });

    internal PhotoFingerprint Fingerprint()
    {
        using var image = Image();
        return PhotoFingerprinter.Fingerprint(image);
    }

    internal LumaImage Image()
    {
        var image = new LumaImage(Width, Height);
        _pixels.CopyTo(image.Pixels);
        return image;
    }

    internal PhotoPatches Patches() => Fingerprint().Patches!;

    private static Scene Make(int width, int height, Func<int, int, double> luma)
    {
        var scene = new Scene(width, height);
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                scene[x, y] = (byte)Math.Clamp(luma(x, y), 0, 255);
            }
        }

        return scene;
    }
}

/// <summary>Decodes whatever it is given to one scene.</summary>
internal sealed class SceneDecoder(Scene scene) : IPhotoDecoder
{
    public PhotoDecodeResult Decode(ReadOnlySpan<byte> encoded, CancellationToken cancellationToken = default) =>
        PhotoDecodeResult.Decoded(scene.Image());
}
