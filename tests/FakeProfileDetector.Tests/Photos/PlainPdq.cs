namespace FakeProfileDetector.Tests.Photos;

/// <summary>The first stage of PDQ over whole planes, one pixel at a time: the specification of the streaming one.</summary>
internal static class PlainPdq
{
    internal static float[] Downscale(float[] plane, int width, int height)
    {
        if (width != 64 || height != 64)
        {
            plane = (float[])plane.Clone();
            var other = new float[plane.Length];
            for (var pass = 0; pass < 2; pass++)
            {
                for (var y = 0; y < height; y++)
                {
                    Box(plane, other, y * width, 1, width, (width + 127) / 128);
                }

                for (var x = 0; x < width; x++)
                {
                    Box(other, plane, x, width, height, (height + 127) / 128);
                }
            }
        }

        var small = new float[64 * 64];
        for (var y = 0; y < 64; y++)
        {
            for (var x = 0; x < 64; x++)
            {
                small[(y * 64) + x] = plane[((int)((y + 0.5) * height / 64) * width) + (int)((x + 0.5) * width / 64)];
            }
        }

        return small;
    }

    /// <summary>A running sum that gains the entering and loses the leaving value, over what of the window lies inside.</summary>
    private static void Box(float[] source, float[] target, int start, int stride, int length, int window)
    {
        var half = (window + 2) / 2;
        var (entering, leaving, sum, count) = (0, 0, 0f, 0);
        for (var written = 0; written < length;)
        {
            if (entering < length)
            {
                sum += source[start + (entering++ * stride)];
                count++;
                if (entering < half)
                {
                    continue;
                }
            }
            else
            {
                sum -= source[start + (leaving++ * stride)];
                target[start + (written++ * stride)] = sum / --count;
                continue;
            }

            if (count > window)
            {
                sum -= source[start + (leaving++ * stride)];
                count--;
            }

            target[start + (written++ * stride)] = sum / count;
        }
    }
}
