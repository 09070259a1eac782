using System.Buffers.Binary;

namespace FakeProfileDetector.Photos.Jpeg;

/// <summary>Walks through the segments of a file from scan to scan. Source: ITU-T T.81, annex B.</summary>
internal ref struct JpegParser
{
    private const int LargestFactor = 4;
    private const int MaximumBlocksInUnit = 10;

    private readonly ReadOnlySpan<byte> _file;
    private readonly JpegTables _tables;
    private int _adobeTransform = -1;
    private bool _isJfif;

    internal JpegParser(ReadOnlySpan<byte> file, JpegTables tables)
    {
        _file = file;
        _tables = tables;
    }

    /// <summary>Where the next segment begins; behind a scan, the caller moves it on.</summary>
    internal int Position { get; set; } = 2;

    /// <summary>The frame header, once it has been read.</summary>
    internal JpegFrame? Frame { get; private set; }

    /// <summary>How the camera was held: 1–8.</summary>
    internal int Orientation { get; private set; } = ExifOrientation.Upright;

    /// <summary>Whether the file begins as a JPEG does.</summary>
    internal static bool IsJpeg(ReadOnlySpan<byte> file) => file.StartsWith([Marker.Prefix, Marker.Start, Marker.Prefix]);

    /// <summary>Reads on to the next scan; false at the end of the picture.</summary>
    internal bool TryReadScan(out ScanHeader scan)
    {
        scan = default;
        while (true)
        {
            var marker = NextMarker();
            if (marker == Marker.End)
            {
                return false;
            }

            if (Marker.IsBare(marker))
            {
                continue;
            }

            var content = NextContent();
            if (marker == Marker.Scan)
            {
                var frame = Frame ?? throw JpegFormatException.Corrupt("a scan comes before the frame header");
                RefuseRgb(frame);
                scan = ScanHeader.Read(content, frame);
                return true;
            }

            Read(marker, content);
        }
    }

    private byte NextMarker()
    {
        while (true)
        {
            // Some writers leave bytes between segments; decoders pass over them.
            var next = _file[Position..].IndexOf(Marker.Prefix);
            if (next < 0 || Position + next + 1 >= _file.Length)
            {
                throw JpegFormatException.Truncated();
            }

            Position += next + 1;
            var marker = _file[Position];
            if (marker is not 0 and not Marker.Prefix)
            {
                Position++;
                return marker;
            }
        }
    }

    private ReadOnlySpan<byte> NextContent()
    {
        var rest = _file[Position..];
        if (rest.Length < 2)
        {
            throw JpegFormatException.Truncated();
        }

        int length = BinaryPrimitives.ReadUInt16BigEndian(rest);
        if (length < 2)
        {
            throw JpegFormatException.Corrupt("a segment is shorter than its own length");
        }

        if (length > rest.Length)
        {
            throw JpegFormatException.Truncated();
        }

        Position += length;
        return rest[2..length];
    }

    private void Read(byte marker, ReadOnlySpan<byte> content)
    {
        switch (marker)
        {
            case Marker.HuffmanTables:
                _tables.DefineHuffman(content);
                break;
            case Marker.QuantizationTables:
                _tables.DefineQuantization(content);
                break;
            case Marker.RestartInterval:
                _tables.DefineRestartInterval(content);
                break;
            case Marker.Jfif:
                _isJfif |= content.Length >= 14 && content.StartsWith("JFIF\0"u8);
                break;
            case Marker.Exif when Orientation == ExifOrientation.Upright:
                Orientation = ExifOrientation.Read(content);
                break;
            case Marker.Adobe when content.Length >= 12 && content.StartsWith("Adobe"u8):
                _adobeTransform = content[11];
                break;
            default:
                if (Marker.IsFrame(marker))
                {
                    Frame = Frame is null ? ReadFrame(marker, content) : throw JpegFormatException.Corrupt("there are two frame headers");
                }

                break;
        }
    }

    private static JpegFrame ReadFrame(byte marker, ReadOnlySpan<byte> content)
    {
        if (marker > Marker.ProgressiveFrame)
        {
            throw JpegFormatException.Unsupported(marker > Marker.Reserved ? "arithmetic coding" : "lossless or hierarchical");
        }

        if (content.Length < 6 || content.Length != 6 + (3 * content[5]))
        {
            throw JpegFormatException.Corrupt("the frame header is malformed");
        }

        var height = BinaryPrimitives.ReadUInt16BigEndian(content[1..]);
        var width = BinaryPrimitives.ReadUInt16BigEndian(content[3..]);
        var count = content[5];
        if (content[0] != 8)
        {
            throw JpegFormatException.Unsupported("more than 8 bits a sample");
        }

        if (count is not (1 or 3))
        {
            throw JpegFormatException.Unsupported("neither gray nor three colors");
        }

        if (width == 0)
        {
            throw JpegFormatException.Corrupt("the header states a picture without pixels");
        }

        if (height == 0)
        {
            throw JpegFormatException.Unsupported("its height comes after the picture");
        }

        return new JpegFrame
        {
            Width = width,
            Height = height,
            IsProgressive = marker == Marker.ProgressiveFrame,
            Components = ReadComponents(content[6..], width, height),
        };
    }

    private static JpegComponent[] ReadComponents(ReadOnlySpan<byte> content, int width, int height)
    {
        var (across, down, blocks) = (0, 0, 0);
        for (var i = 0; i < content.Length; i += 3)
        {
            var (x, y) = (content[i + 1] >> 4, content[i + 1] & 15);
            if (x is < 1 or > LargestFactor || y is < 1 or > LargestFactor || content[i + 2] > 3)
            {
                throw JpegFormatException.Corrupt("a component of the frame is malformed");
            }

            (across, down, blocks) = (Math.Max(across, x), Math.Max(down, y), blocks + (x * y));
        }

        if (content.Length > 3 && blocks > MaximumBlocksInUnit)
        {
            throw JpegFormatException.Corrupt("the sampling factors are too large");
        }

        var components = new JpegComponent[content.Length / 3];
        for (var i = 0; i < components.Length; i++)
        {
            var (x, y) = (content[(3 * i) + 1] >> 4, content[(3 * i) + 1] & 15);
            components[i] = new JpegComponent
            {
                Id = content[3 * i],
                BlocksAcrossUnit = x,
                BlocksDownUnit = y,
                QuantizationTable = content[(3 * i) + 2],
                BlocksAcross = JpegFrame.DivideUp(width * x, 8 * across),
                BlocksDown = JpegFrame.DivideUp(height * y, 8 * down),
            };
        }

        return components[0].BlocksAcrossUnit == across && components[0].BlocksDownUnit == down
            ? components
            : throw JpegFormatException.Unsupported("its luma is sampled more coarsely than its color");
    }

    /// <summary>Three components may be red, green and blue: then the first is not luma. The rules are libjpeg's.</summary>
    private readonly void RefuseRgb(JpegFrame frame)
    {
        var isRgb = frame.Components is [{ Id: var first }, { Id: var second }, { Id: var third }] && !_isJfif
            && (_adobeTransform < 0 ? (first, second, third) == ('R', 'G', 'B') : _adobeTransform == 0);
        if (isRgb)
        {
            throw JpegFormatException.Unsupported("its colors are red, green and blue");
        }
    }
}
