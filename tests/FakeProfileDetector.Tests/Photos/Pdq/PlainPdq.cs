using FakeProfileDetector.Photos;
using FakeProfileDetector.Photos.Pdq;

namespace FakeProfileDetector.Tests.Photos.Pdq;

/// <summary>PDQ over whole planes, one value at a time in the reference's order: the specification of the fast one.</summary>
internal static class PlainPdq
{
    /// <summary>The eight hashes, by <see cref="DihedralTransform"/>, and the quality.</summary>
    internal static (PhotoHash[] Hashes, int Quality) ComputeDihedral(float[] plane, int width, int height)
    {
        if (width < 5 || height < 5)
        {
            return (new PhotoHash[8], 0);
        }

        var small = Downscale(plane, width, height);
        var block = Transform(small);
        var hashes = Enum.GetValues<DihedralTransform>().Select(transform => Hash(Turn(block, transform)));
        return ([.. hashes], Quality(small));
    }

    internal static int Quality(float[] small)
    {
        var sum = 0;
        for (var i = 0; i < 64; i++)
        {
            for (var j = 0; j < 63; j++)
            {
                sum += Math.Abs((int)((small[(j * 64) + i] - small[((j + 1) * 64) + i]) * 100 / 255));
                sum += Math.Abs((int)((small[(i * 64) + j] - small[(i * 64) + j + 1]) * 100 / 255));
            }
        }

        return Math.Min(sum / 90, 100);
    }

    internal static float[] Transform(float[] small)
    {
        var table = PdqTransform.Table;
        var half = new float[16 * 64];
        for (var k = 0; k < half.Length; k++)
        {
            for (var y = 0; y < 64; y++)
            {
                half[k] += table[(k / 64 * 64) + y] * small[(y * 64) + (k % 64)];
            }
        }

        var block = new float[256];
        for (var k = 0; k < block.Length; k++)
        {
            for (var x = 0; x < 64; x++)
            {
                block[k] += half[(k / 16 * 64) + x] * table[(k % 16 * 64) + x];
            }
        }

        return block;
    }

    internal static float[] Turn(float[] block, DihedralTransform transform)
    {
        var turned = new float[256];
        for (var k = 0; k < turned.Length; k++)
        {
            var (source, negated) = DihedralHashes.Source(transform, k / 16, k % 16);
            turned[k] = negated ? -block[source] : block[source];
        }

        return turned;
    }

    internal static PhotoHash Hash(float[] block)
    {
        var median = block.Order().ElementAt(127);
        var bytes = new byte[32];
        foreach (var (k, value) in block.Index())
        {
            if (value > median)
            {
                bytes[31 - (k / 8)] |= (byte)(1 << (k % 8));
            }
        }

        return new PhotoHash(bytes);
    }

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
