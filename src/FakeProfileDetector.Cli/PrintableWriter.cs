using System.Text;
using FakeProfileDetector.Reports;

namespace FakeProfileDetector.Cli;

/// <summary>Passes text on to a terminal that members' data must not drive: all but line ends and tabs is made visible.</summary>
internal sealed class PrintableWriter(TextWriter inner) : TextWriter
{
    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value) => Write(new ReadOnlySpan<char>(in value));

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(ReadOnlySpan<char> buffer)
    {
        while (buffer.IndexOfAny('\t', '\n') is >= 0 and var end)
        {
            inner.Write(DisplayText.Of(buffer[..end].TrimEnd('\r').ToString()));
            inner.Write(buffer[end]);
            buffer = buffer[(end + 1)..];
        }

        inner.Write(DisplayText.Of(buffer.TrimEnd('\r').ToString()));
    }

    public override void WriteLine(ReadOnlySpan<char> buffer)
    {
        Write(buffer);
        inner.WriteLine();
    }

    public override void WriteLine(string? value) => WriteLine(value.AsSpan());

    public override void Flush() => inner.Flush();

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);
}
