using System.Buffers.Binary;

namespace FakeProfileDetector.Testing.Fuzzing.Mutation;

/// <summary>Changes to the segments of a JPEG: lengths, order, tables, sizes, sampling, scans, and markers out of place.</summary>
internal static class JpegMutations
{
    private const int Frame = 4;

    private static readonly byte[] Markers =
        [0x00, 0x01, 0xC0, 0xC1, 0xC2, 0xC3, 0xC4, 0xC8, 0xC9, 0xCC, 0xD0, 0xD3, 0xD7, 0xD8, 0xD9, 0xDA, 0xDB, 0xDC, 0xDD, 0xE0, 0xE1, 0xEE, 0xFE, 0xFF];

    internal static byte[]? Apply(byte[] input, Random random)
    {
        var segments = Segments(input);
        if (segments.Count == 0)
        {
            return null;
        }

        // A marker of its own may be anywhere, also within the data of a scan.
        if (random.Next(6) == 0)
        {
            return Bytes.Insert(input, random.Next(input.Length), [0xFF, Markers[random.Next(Markers.Length)]]);
        }

        // Frame, scans and tables are worth more than application data.
        var interesting = segments.Where(segment => input[segment.Start + 1] < 0xE0).ToList();
        var (start, length) = interesting.Count > 0 && random.Next(4) > 0
            ? interesting[random.Next(interesting.Count)] : segments[random.Next(segments.Count)];
        var segment = input[start..(start + length)];
        switch (random.Next(6))
        {
            case 0:
                Bytes.PutNumber(segment.AsSpan(2), 2, (uint)Math.Max(0, length - 2 + random.Next(-4, 5)), bigEndian: true);
                break;
            case 1:
                segment[1] = Markers[random.Next(Markers.Length)];
                break;
            case 2:
                return [.. input[..start], .. input[(start + length)..]];
            case 3:
                var other = segments[random.Next(segments.Count)].Start;
                return Bytes.Insert(input, other, segment);
            case 4 when length > Frame:
                Bytes.PutNumber(segment, Frame + random.Next(Math.Min(length - Frame, 20)), random);
                break;
            default:
                Bytes.Scramble(segment.AsSpan(Frame), random);
                break;
        }

        return [.. input[..start], .. segment, .. input[(start + length)..]];
    }

    private static List<(int Start, int Length)> Segments(byte[] input)
    {
        var segments = new List<(int, int)>();
        for (var at = 2; at + Frame <= input.Length;)
        {
            // Restart markers have no content; anything else between segments is a scan's data.
            if (input[at] != 0xFF || input[at + 1] is 0x00 or 0x01 or 0xFF or (>= 0xD0 and <= 0xD9))
            {
                at++;
                continue;
            }

            var length = 2 + BinaryPrimitives.ReadUInt16BigEndian(input.AsSpan(at + 2));
            if (length < Frame || at + length > input.Length)
            {
                break;
            }

            segments.Add((at, length));
            at += length;
        }

        return segments;
    }
}
