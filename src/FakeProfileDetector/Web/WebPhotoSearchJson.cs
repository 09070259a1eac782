using System.Text.Json;

namespace FakeProfileDetector.Web;

/// <summary>Kept answers as JSON Lines: one object in UTF-8 a line, its fields in snake_case.</summary>
/// <remarks>
/// <para><c>profile</c> (text), <c>photo</c> (PDQ hash, 64 hexadecimal digits), <c>provider</c> (text, required), <c>searched_at</c> (ISO 8601,
/// required), <c>complete</c> (true or false, false by default), <c>pages</c>: a list of <c>url</c> (absolute, required), <c>title</c>,
/// <c>match</c> (<c>full</c>, <c>partial</c>, <c>similar</c> or <c>unknown</c>), <c>images</c> (a list of absolute addresses), <c>first_seen</c> (ISO 8601) and
/// <c>copy</c>, the fingerprint of the page's image: <c>hash</c> (required), <c>quality</c> (0–100, required), <c>second_hash</c> (16 hexadecimal
/// digits), <c>width</c>, <c>height</c> (pixels), <c>has_color</c>, <c>patches</c> and <c>content</c> (base64 of their bytes).</para>
/// <para>What is not known is left out or null. Fields of other names are passed over, and so are blank lines.</para>
/// </remarks>
/// <threadsafety>Safe to call from many threads at once, each on a stream of its own.</threadsafety>
public static class WebPhotoSearchJson
{
    /// <summary>Writes one line.</summary>
    /// <param name="destination">Where the line goes; it stays open.</param>
    /// <param name="record">What is kept.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    public static void Write(Stream destination, WebPhotoRecord record)
    {
        ArgumentNullException.ThrowIfNull(destination);
        ArgumentNullException.ThrowIfNull(record);
        using var line = new MemoryStream();
        using (var json = new Utf8JsonWriter(line))
        {
            WebPhotoRecordWriter.Write(json, record);
        }

        // In one call, so that a stream that appends never holds half a line of ours and half of another's.
        line.WriteByte((byte)'\n');
        destination.Write(line.GetBuffer().AsSpan(0, (int)line.Length));
    }

    /// <summary>Reads lines, one after the other, as they are asked for.</summary>
    /// <param name="source">The lines; the stream stays open.</param>
    /// <returns>The records in the order of the file.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="source"/> is null.</exception>
    /// <exception cref="WebPhotoResultsException">While they are read: a line that cannot be used.</exception>
    /// <exception cref="IOException">While they are read: the stream cannot be read.</exception>
    public static IEnumerable<WebPhotoRecord> Read(Stream source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return ReadLines(source);
    }

    private static IEnumerable<WebPhotoRecord> ReadLines(Stream source)
    {
        var lines = new BoundedLines(source);
        while (lines.TryRead(out var line))
        {
            if (!line.Span.Trim(" \t\r"u8).IsEmpty)
            {
                yield return WebPhotoRecordReader.Read(line, lines.Number);
            }
        }
    }
}
