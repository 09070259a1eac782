using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FakeProfileDetector.Reports;

/// <summary>Reports as JSON, one by one and as files of a line each (JSON Lines), as <c>fakeprofile scan</c> writes them.</summary>
/// <remarks>
/// <see cref="AuthenticityReportJsonConverter"/> lists the fields. Letters beyond ASCII stay readable, so a line may not be
/// pasted into HTML. No reflection: works ahead of time compiled and trimmed.
/// </remarks>
/// <threadsafety>Safe to call from many threads at once; a stream belongs to one caller.</threadsafety>
public static class ReportJson
{
    private static readonly ReportJsonContext Context = new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>A report as JSON.</summary>
    /// <param name="report">The report; redact it before it leaves the moderators' circle, see <see cref="AuthenticityReport.RedactFor"/>.</param>
    /// <returns>One line, without a line break.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="report"/> is null.</exception>
    public static string Serialize(AuthenticityReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return JsonSerializer.Serialize(report, Context.AuthenticityReport);
    }

    /// <summary>Reads a report back.</summary>
    /// <param name="json">What <see cref="Serialize"/> made, or an older version of this library.</param>
    /// <returns>The report, its numbers rounded as in JSON.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <exception cref="JsonException">No JSON, or no report.</exception>
    public static AuthenticityReport Deserialize(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return JsonSerializer.Deserialize(json, Context.AuthenticityReport) ?? throw new JsonException("A report was expected, and null was found.");
    }

    /// <summary>Writes reports a line each, and flushes; the stream stays open.</summary>
    /// <param name="stream">Where to write, UTF-8 without a byte order mark.</param>
    /// <param name="reports">The reports; one at a time is held in memory.</param>
    /// <param name="cancellationToken">Stops between two reports.</param>
    /// <returns>A task that ends when all is written.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static async Task WriteAllAsync(
        Stream stream, IAsyncEnumerable<AuthenticityReport> reports, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(reports);
        var writer = new StreamWriter(stream, Utf8, leaveOpen: true) { NewLine = "\n" };
        await using (writer.ConfigureAwait(false))
        {
            await foreach (var report in reports.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                await writer.WriteLineAsync(Serialize(report)).ConfigureAwait(false);
            }

            await writer.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Reads reports of a line each, in their order; empty lines are skipped, and the stream stays open.</summary>
    /// <param name="stream">What to read, UTF-8.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The reports; one at a time is held in memory.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    /// <exception cref="JsonException">While reading: a line is no report; <see cref="JsonException.LineNumber"/> says which, from 0.</exception>
    public static IAsyncEnumerable<AuthenticityReport> ReadAllAsync(Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return ReadAll(stream, cancellationToken);
    }

    private static async IAsyncEnumerable<AuthenticityReport> ReadAll(Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(stream, Utf8, leaveOpen: true);
        for (var number = 0; await reader.ReadLineAsync(cancellationToken).ConfigureAwait(false) is { } line; number++)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return DeserializeLine(line, number);
            }
        }
    }

    private static AuthenticityReport DeserializeLine(string line, int number)
    {
        try
        {
            return Deserialize(line);
        }
        catch (JsonException e)
        {
            throw new JsonException($"Line {number + 1} is no report: {e.Message}", path: null, number, bytePositionInLine: null, e);
        }
    }
}

/// <summary>What the compiler must know to serialize reports without reflection.</summary>
[JsonSerializable(typeof(AuthenticityReport))]
internal sealed partial class ReportJsonContext : JsonSerializerContext;
