using System.Text;
using System.Text.Unicode;

namespace FakeProfileDetector.Cli.Tables;

/// <summary>Lines of a text file in the encodings that exports come in: UTF-8, UTF-16, UTF-32 and windows-1252.</summary>
internal static class TextFile
{
    // Enough to hold the names of the columns.
    private const int SampleBytes = 4096;

    private static Encoding WesternWindows => CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>The lines. Bytes that mean nothing in the encoding become U+FFFD.</summary>
    /// <param name="file">The file.</param>
    /// <param name="complain">Is told where the encoding is a guess.</param>
    internal static string[] ReadLines(FileInfo file, Action<string> complain)
    {
        var bytes = File.ReadAllBytes(file.FullName);
        var encoding = EncodingOf(bytes);
        if (encoding.CodePage == WesternWindows.CodePage)
        {
            complain($"{file.Name} is not UTF-8 and is read as windows-1252; export it as UTF-8 if letters come out wrong.");
        }

        // The reader goes by a byte order mark before the encoding given.
        using var reader = new StreamReader(new MemoryStream(bytes), encoding, detectEncodingFromByteOrderMarks: true);
        var lines = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            lines.Add(line);
        }

        return [.. lines];
    }

    private static Encoding EncodingOf(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0, 0, 0xFE, 0xFF, ..])
        {
            // Marked: the reader knows by itself.
            return Encoding.UTF8;
        }

        // In UTF-16 without a mark, the columns' names have a zero beside every letter: after it where the low byte comes first.
        var sample = bytes[..(Math.Min(bytes.Length, SampleBytes) & ~1)];
        var (even, odd) = (0, 0);
        for (var i = 0; i < sample.Length; i += 2)
        {
            even += sample[i] == 0 ? 1 : 0;
            odd += sample[i + 1] == 0 ? 1 : 0;
        }

        return (odd > sample.Length / 8 && even == 0, even > sample.Length / 8 && odd == 0) switch
        {
            (true, _) => Encoding.Unicode,
            (_, true) => Encoding.BigEndianUnicode,
            _ => Utf8.IsValid(bytes) || !WesternText.IsLikely(bytes) ? Encoding.UTF8 : WesternWindows,
        };
    }
}
