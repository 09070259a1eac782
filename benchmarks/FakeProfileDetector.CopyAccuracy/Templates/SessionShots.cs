using SkiaSharp;

namespace FakeProfileDetector.CopyAccuracy.Templates;

/// <summary>Another shot of one session, made of a portrait: the head moves and turns a little before the same ground, mouth and brows move, the frame moves.</summary>
/// <remarks>An approximation: real ones differ in more. No one of them is a copy of another.</remarks>
internal static class SessionShots
{
    internal static Drawing Shot(FacePhoto person, Random random)
    {
        using var photo = person.Read();
        var face = person.Face;
        var (dx, dy) = (Signed(random, .03f, .08f) * face.Width, Signed(random, .01f, .05f) * face.Height);
        var (angle, scale) = (Signed(random, .01f, .06f), 1 + Signed(random, .005f, .03f));
        var mouth = Signed(random, .05f, .12f) * face.Height;
        var brows = Signed(random, .01f, .04f) * face.Height;
        var light = 1 + Signed(random, .01f, .06f);
        var (frameX, frameY) = (Signed(random, 0, .03f) * photo.Width, Signed(random, 0, .03f) * photo.Height);
        var frameScale = 1 - (.06f * random.NextSingle());

        const int side = 320;
        var drawing = new Drawing(side, side, SKColors.White);
        for (var y = 0; y < side; y++)
        {
            for (var x = 0; x < side; x++)
            {
                var u = ((((x + .5f) / side) - .5f) * frameScale * photo.Width) + (photo.Width / 2f) + frameX;
                var v = ((((y + .5f) / side) - .5f) * frameScale * photo.Height) + (photo.Height / 2f) + frameY;
                var (fx, fy) = ((u - face.MidX) / face.Width, (v - face.MidY) / face.Height);

                // The head moves as one and what is further away less and less.
                var head = MathF.Exp(-MathF.Pow(MathF.Max(0, MathF.Sqrt((fx * fx) + (fy * fy)) - .55f) / .35f, 2));
                var lips = MathF.Exp(-((fx * fx / .05f) + (MathF.Pow(fy - .3f, 2) / .02f))) * MathF.Sign(fy - .3f);
                var brow = MathF.Exp(-((fx * fx / .1f) + (MathF.Pow(fy + .2f, 2) / .015f)));
                var (hx, hy) = (fx * face.Width, fy * face.Height);
                var su = u + (head * (dx + (hx * (scale - 1)) - (hy * angle)));
                var sv = v + (head * (dy + (hy * (scale - 1)) + (hx * angle))) + (mouth * lips) + (brows * brow);
                drawing.Bitmap.SetPixel(x, y, Sample(photo, su - .5f, sv - .5f, light));
            }
        }

        var toX = side / (frameScale * photo.Width);
        var toY = side / (frameScale * photo.Height);
        drawing.AddFace(SKRect.Create(
            (face.Left - (photo.Width / 2f) - frameX) * toX + (side / 2f), (face.Top - (photo.Height / 2f) - frameY) * toY + (side / 2f), face.Width * toX, face.Height * toY));
        return drawing;
    }

    private static float Signed(Random random, float least, float most) => (least + ((most - least) * random.NextSingle())) * (random.Next(2) == 0 ? 1 : -1);

    private static SKColor Sample(SKBitmap photo, float x, float y, float light)
    {
        x = Math.Clamp(x, 0, photo.Width - 1.01f);
        y = Math.Clamp(y, 0, photo.Height - 1.01f);
        var (left, top) = ((int)x, (int)y);
        var (dx, dy) = (x - left, y - top);
        var (a, b) = (photo.GetPixel(left, top), photo.GetPixel(left + 1, top));
        var (c, d) = (photo.GetPixel(left, top + 1), photo.GetPixel(left + 1, top + 1));
        return new(Mix(a.Red, b.Red, c.Red, d.Red), Mix(a.Green, b.Green, c.Green, d.Green), Mix(a.Blue, b.Blue, c.Blue, d.Blue));

        byte Mix(byte p, byte q, byte r, byte s) => (byte)Math.Clamp(
            light * ((((p * (1 - dx)) + (q * dx)) * (1 - dy)) + (((r * (1 - dx)) + (s * dx)) * dy)), 0, 255);
    }
}
