namespace FakeProfileDetector.Web;

/// <summary>The lines of a stream, each of bounded length.</summary>
internal sealed class BoundedLines(Stream source)
{
    /// <summary>Far more than a hundred pages with every fingerprint need.</summary>
    internal const int MaximumBytes = 16 * 1024 * 1024;

    private byte[] _buffer = new byte[16 * 1024];
    private int _start;
    private int _end;
    private bool _isDone;

    /// <summary>The line that was read last, from 1.</summary>
    internal int Number { get; private set; }

    /// <summary>Reads the next line, without its end; it is valid until the next call.</summary>
    /// <exception cref="WebPhotoResultsException">The line is too long.</exception>
    internal bool TryRead(out ReadOnlyMemory<byte> line)
    {
        var searched = 0;
        while (true)
        {
            var found = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n');
            if (found >= 0 || (_isDone && _end > _start))
            {
                var length = found >= 0 ? searched + found : _end - _start;
                line = WithoutMark(_buffer.AsMemory(_start, length), Number++);
                _start = Math.Min(_start + length + 1, _end);
                return true;
            }

            if (_isDone)
            {
                line = default;
                return false;
            }

            searched = _end - _start;
            Fill();
        }
    }

    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> line, int before) =>
        before == 0 && line.Span.StartsWith("\uFEFF"u8) ? line["\uFEFF"u8.Length..] : line;

    private void Fill()
    {
        var length = _end - _start;
        if (length >= MaximumBytes)
        {
            throw new WebPhotoResultsException(Number + 1, $"the line is longer than {MaximumBytes / 1024 / 1024} MB; write one answer a line.");
        }

        // The rest moves to the front of the buffer, or of a larger one where it fills more than half of this.
        var target = length > _buffer.Length / 2 ? new byte[_buffer.Length * 2] : _buffer;
        _buffer.AsSpan(_start, length).CopyTo(target);
        (_buffer, _start, _end) = (target, 0, length);
        var read = source.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        _isDone = read == 0;
    }
}
