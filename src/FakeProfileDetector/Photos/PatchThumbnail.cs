namespace FakeProfileDetector.Photos;

/// <summary>A photo in 32 × 32 samples of luma in 64 steps, stretched to a square: enough to verify that two photos agree.</summary>
internal static class PatchThumbnail
{
    /// <summary>Samples on each side.</summary>
    internal const int Side = 32;

    internal const int SampleCount = Side * Side;

    /// <summary>Size of the packed form: four samples in three bytes.</summary>
    internal const int ByteCount = SampleCount * 3 / 4;

    private const int Step = 4;

    internal static void Pack(ReadOnlySpan<float> samples, Span<byte> packed)
    {
        for (var i = 0; i < SampleCount / 4; i++)
        {
            var four = Steps(samples[4 * i])
                | (Steps(samples[(4 * i) + 1]) << 6)
                | (Steps(samples[(4 * i) + 2]) << 12)
                | (Steps(samples[(4 * i) + 3]) << 18);
            packed[3 * i] = (byte)four;
            packed[(3 * i) + 1] = (byte)(four >> 8);
            packed[(3 * i) + 2] = (byte)(four >> 16);
        }
    }

    /// <summary>Unpacks, mirrored if asked.</summary>
    internal static void Unpack(ReadOnlySpan<byte> packed, bool isMirrored, Span<float> samples)
    {
        for (var i = 0; i < SampleCount / 4; i++)
        {
            var four = packed[3 * i] | (packed[(3 * i) + 1] << 8) | (packed[(3 * i) + 2] << 16);
            for (var k = 0; k < 4; k++)
            {
                var place = (4 * i) + k;
                samples[isMirrored ? place ^ (Side - 1) : place] = (((four >> (6 * k)) & 63) * Step) + (Step / 2f);
            }
        }
    }

    /// <summary>Turns or flips the samples.</summary>
    internal static void Turn(ReadOnlySpan<float> samples, DihedralTransform transform, Span<float> turned)
    {
        const int last = Side - 1;
        for (var y = 0; y < Side; y++)
        {
            for (var x = 0; x < Side; x++)
            {
                var (u, v) = transform switch
                {
                    DihedralTransform.Rotate90 => (last - y, x),
                    DihedralTransform.Rotate180 => (last - x, last - y),
                    DihedralTransform.Rotate270 => (y, last - x),
                    DihedralTransform.FlipVertical => (x, last - y),
                    DihedralTransform.Mirror => (last - x, y),
                    DihedralTransform.Transpose => (y, x),
                    DihedralTransform.Transverse => (last - y, last - x),
                    _ => (x, y),
                };
                turned[(y * Side) + x] = samples[(v * Side) + u];
            }
        }
    }

    private static int Steps(float luma) => Math.Clamp((int)luma, 0, byte.MaxValue) / Step;
}
