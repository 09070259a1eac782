using System.Buffers;

namespace FakeProfileDetector.Photos.Jpeg;

/// <summary>The entropy-coded data of a scan, one restart interval at a time, without its stuffed bytes.</summary>
/// <remarks>
/// Copying an interval costs a few microseconds and takes every test for stuffing out of the bit reader. The buffer grows with
/// what the file really holds.
/// </remarks>
internal ref struct EntropyData
{
    private readonly ReadOnlySpan<byte> _file;
    private byte[] _buffer = [];
    private int _position;
    private int _expectedRestart;

    /// <summary>Starts at the first byte behind a scan's header.</summary>
    internal EntropyData(ReadOnlySpan<byte> file, int position)
    {
        _file = file;
        _position = position;
    }

    /// <summary>Where the marker is that ended what was read last, or the file's end.</summary>
    internal readonly int Position => _position;

    /// <summary>Reads the next interval, up to a restart marker or the end of the scan.</summary>
    internal BitReader Next()
    {
        var length = 0;
        while (true)
        {
            var rest = _file[_position..];
            var stop = rest.IndexOf(Marker.Prefix);
            if (stop < 0 || stop + 1 == rest.Length)
            {
                // The file ends inside the scan: what is there may still be all of it.
                Append(stop < 0 ? rest : rest[..stop], ref length);
                _position = _file.Length;
                break;
            }

            // The prefix itself is data only when a zero is stuffed behind it.
            var isData = rest[stop + 1] == 0;
            Append(rest[..(isData ? stop + 1 : stop)], ref length);
            _position += stop;
            if (isData)
            {
                _position += 2;
            }
            else if (rest[stop + 1] == Marker.Prefix)
            {
                _position++;
            }
            else
            {
                break;
            }
        }

        Reserve(length + BitReader.Padding, length);
        _buffer.AsSpan(length, BitReader.Padding).Clear();
        return new BitReader(_buffer.AsSpan(0, length + BitReader.Padding));
    }

    /// <summary>Why a scan ran out of bits: the file's end, or a marker that came too early.</summary>
    internal readonly JpegFormatException Ended() => _position >= _file.Length - 1
        ? JpegFormatException.Truncated()
        : JpegFormatException.Corrupt("a marker comes before the end of its scan");

    /// <summary>Steps over the restart marker that must come now.</summary>
    internal void PassRestart()
    {
        if (_position + 1 >= _file.Length)
        {
            throw JpegFormatException.Truncated();
        }

        if (_file[_position + 1] != Marker.FirstRestart + _expectedRestart)
        {
            throw JpegFormatException.Corrupt("a restart marker is missing or out of order");
        }

        _expectedRestart = (_expectedRestart + 1) & 7;
        _position += 2;
    }

    /// <summary>Steps over what is left of the scan, without reading it.</summary>
    internal void Skip()
    {
        while (true)
        {
            var stop = _file[_position..].IndexOf(Marker.Prefix);
            if (stop < 0 || _position + stop + 1 >= _file.Length)
            {
                _position = _file.Length;
                return;
            }

            _position += stop;
            var next = _file[_position + 1];
            if (next != 0 && next != Marker.Prefix && !Marker.IsRestart(next))
            {
                return;
            }

            _position += next == Marker.Prefix ? 1 : 2;
        }
    }

    /// <summary>Gives the buffer back.</summary>
    internal void Dispose()
    {
        if (_buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = [];
        }
    }

    private void Append(ReadOnlySpan<byte> data, ref int length)
    {
        Reserve(length + data.Length, length);
        data.CopyTo(_buffer.AsSpan(length));
        length += data.Length;
    }

    private void Reserve(int size, int used)
    {
        if (size <= _buffer.Length)
        {
            return;
        }

        // What is left of the file is enough for every interval to come.
        var larger = ArrayPool<byte>.Shared.Rent(used + (_file.Length - _position) + BitReader.Padding);
        _buffer.AsSpan(0, used).CopyTo(larger);
        Dispose();
        _buffer = larger;
    }
}
