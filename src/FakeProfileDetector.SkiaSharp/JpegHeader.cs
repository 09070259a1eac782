using System.Buffers.Binary;

namespace FakeProfileDetector.SkiaSharp;

/// <summary>What a JPEG's markers tell about the memory that its decoding takes.</summary>
internal static class JpegHeader
{
    private const byte StartOfScan = 0xDA;

    // Four components of sixteen bits each at full size.
    private const double Most = 8;

    /// <summary>Bytes of coefficients a pixel that the codec keeps until the last scan; 0 where it decodes row by row.</summary>
    internal static double CoefficientBytes(ReadOnlySpan<byte> encoded)
    {
        // The components as the frame header lists them: identity, sampling, table.
        ReadOnlySpan<byte> components = [];
        var progressive = false;
        for (var rest = encoded[2..]; rest.Length >= 4;)
        {
            if (rest[0] != 0xFF || rest[1] is 0xFF or 0x00 or 0x01 or (>= 0xD0 and <= 0xD8))
            {
                // Fill bytes, markers without content, and garbage, which the codec skips as well.
                rest = rest[1..];
                continue;
            }

            var (marker, length) = (rest[1], BinaryPrimitives.ReadUInt16BigEndian(rest[2..]));
            if (length < 2 || length + 2 > rest.Length)
            {
                break;
            }

            var content = rest.Slice(4, length - 2);
            if (marker == StartOfScan && !content.IsEmpty)
            {
                // Scans of some components each are put together at the end, like progressive ones.
                return progressive || content[0] * 3 < components.Length ? Coefficients(components) : 0;
            }

            if (marker is >= 0xC0 and <= 0xCF and not 0xC4 and not 0xC8 and not 0xCC && content.Length > 6)
            {
                progressive = marker == 0xC2;
                components = content[6..];
            }

            rest = rest[(length + 2)..];
        }

        // No scan where one is expected: should the codec find one after all, it takes no more than this.
        return Most;
    }

    private static double Coefficients(ReadOnlySpan<byte> components)
    {
        var (samples, across, down) = (0, 1, 1);
        for (; components.Length >= 3; components = components[3..])
        {
            var (x, y) = (components[1] >> 4, components[1] & 15);
            (samples, across, down) = (samples + (x * y), Math.Max(across, x), Math.Max(down, y));
        }

        return sizeof(short) * (double)samples / (across * down);
    }
}
