using System.Text.Json;
using System.Text.Json.Serialization;

namespace FakeProfileDetector.Photos;

/// <summary>A <see cref="PhotoHash"/> in JSON, as value and as dictionary key: a string of 64 hexadecimal digits.</summary>
/// <remarks>The type names it, so that it need not be registered. Base64 is read as well.</remarks>
/// <threadsafety>Safe to call from many threads at once.</threadsafety>
public sealed class PhotoHashJsonConverter : JsonConverter<PhotoHash>
{
    // A character may be escaped with six: \u0061.
    private const int LongestEscape = 6;

    /// <inheritdoc/>
    /// <exception cref="JsonException">No string, or no hash.</exception>
    public override PhotoHash Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName))
        {
            throw NoHash();
        }

        Span<byte> text = stackalloc byte[LongestEscape * PhotoHash.HexLength];
        var length = reader.HasValueSequence ? reader.ValueSequence.Length : reader.ValueSpan.Length;
        return length <= text.Length && PhotoHash.TryParse(text[..reader.CopyString(text)], out var hash) ? hash : throw NoHash();
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, PhotoHash value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        Span<byte> text = stackalloc byte[PhotoHash.HexLength];
        value.WriteHex(text);
        writer.WriteStringValue(text);
    }

    /// <inheritdoc/>
    /// <exception cref="JsonException">No hash.</exception>
    public override PhotoHash ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Read(ref reader, typeToConvert, options);

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, PhotoHash value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        Span<byte> text = stackalloc byte[PhotoHash.HexLength];
        value.WriteHex(text);
        writer.WritePropertyName(text);
    }

    private static JsonException NoHash() => new(
        "A photo hash in JSON is a string of 64 hexadecimal digits; write it with PhotoHash.ToString() or let the serializer write it.");
}
