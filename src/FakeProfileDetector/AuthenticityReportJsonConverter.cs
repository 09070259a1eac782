using System.Text.Json;
using System.Text.Json.Serialization;

namespace FakeProfileDetector;

/// <summary>The one JSON contract of a report: what <c>fakeprofile scan</c> writes, and what any serializer makes of a report.</summary>
/// <remarks>
/// <para>
/// The type names this converter, so that it need not be registered; names, order and rounding do not depend on the
/// serializer's settings. Enums are their names as strings. A number that was redacted is null. Fields are only ever added,
/// at the end of their object.
/// </para>
/// <list type="table">
/// <listheader><term>Object</term><description>Fields, in this order; in brackets the digits to which a number is rounded</description></listheader>
/// <item><term>report</term><description><c>profileId verdict probability[6] recommendedAction scoringVersion hashAlgorithm
/// priorBits[3] coverage[3] mode signals ablation posteriorBits[3] checkedAt</c> (ISO 8601; left out where it is the
/// default value, as <c>fakeprofile scan</c> does so that equal input gives equal files)</description></item>
/// <item><term>of <c>signals</c></term><description><c>name outcome weightBits[3] reasons matches</c></description></item>
/// <item><term>of <c>reasons</c></term><description><c>code text facts</c> (an object of strings)</description></item>
/// <item><term>of <c>matches</c></term><description><c>profileId distance transform person alteration</c>; the last two may be null</description></item>
/// <item><term><c>alteration</c></term><description><c>grade text isMirrored keptShare[3] ownShare[3] scale[3] rotationDegrees[1]
/// matchedPatches matchedShare[3] correlation[3] kept isNegative</c>; shares and correlation may be null</description></item>
/// <item><term><c>kept</c></term><description><c>left[3] top[3] right[3] bottom[3]</c></description></item>
/// <item><term>of <c>ablation</c></term><description><c>without verdict probability[6] text</c></description></item>
/// </list>
/// <para>
/// Reading needs <c>profileId</c> and <c>verdict</c> only, so that what older versions wrote can be read: a number that is
/// missing reads as <see cref="double.NaN"/>, a version as the empty string, a list as empty. Fields that are not known are
/// left out. A report that was read equals the one that is written and read again.
/// </para>
/// </remarks>
/// <threadsafety>Safe to call from many threads at once.</threadsafety>
public sealed class AuthenticityReportJsonConverter : JsonConverter<AuthenticityReport>
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">No report.</exception>
    public override AuthenticityReport Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return ReportJsonReader.Read(document.RootElement);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException">Writer or report are null.</exception>
    public override void Write(Utf8JsonWriter writer, AuthenticityReport value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        ReportJsonWriter.Write(writer, value);
    }
}
