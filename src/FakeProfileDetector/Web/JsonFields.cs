using System.Text.Json;

namespace FakeProfileDetector.Web;

/// <summary>A field that a reader cannot use; the message names the field and none of its content.</summary>
internal sealed class JsonFieldException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>The fields of a JSON object, of which each is read as what it must be; missing and null are the same.</summary>
internal readonly struct JsonFields
{
    private readonly JsonElement _object;
    private readonly string _path;

    /// <summary>Takes an object at a path, such as <c>pages[0]</c>; empty for the line itself.</summary>
    /// <exception cref="JsonFieldException">It is no object.</exception>
    internal JsonFields(JsonElement element, string path)
    {
        (_object, _path) = (element, path);
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw new JsonFieldException($"{(path.Length > 0 ? path : "the value")} must be a JSON object.");
        }
    }

    internal string PathOf(string name) => _path.Length > 0 ? $"{_path}.{name}" : name;

    internal JsonFieldException Wrong(string name, string rule) => new($"{PathOf(name)} {rule}.");

    internal JsonFieldException Missing(string name) => new($"{PathOf(name)} is missing.");

    internal string? Text(string name) => Find(name) is { } value
        ? value.ValueKind == JsonValueKind.String ? StringOf(value, name) : throw Wrong(name, "must be text")
        : null;

    internal string RequiredText(string name) => Text(name) is { Length: > 0 } text ? text : throw Missing(name);

    internal int? Number(string name) => Find(name) is { } value
        ? value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : throw Wrong(name, "must be a whole number")
        : null;

    internal bool? Flag(string name) => Find(name) is { } value
        ? value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : throw Wrong(name, "must be true or false")
        : null;

    internal DateTimeOffset? Time(string name) => Find(name) is { } value
        ? value.ValueKind == JsonValueKind.String && value.TryGetDateTimeOffset(out var time) ? time : throw Wrong(name, "must be a time such as 2026-01-31T12:00:00Z")
        : null;

    internal byte[]? Bytes(string name) => Find(name) is { } value
        ? value.ValueKind == JsonValueKind.String && value.TryGetBytesFromBase64(out var bytes) ? bytes : throw Wrong(name, "must be base64")
        : null;

    internal JsonFields? Object(string name) => Find(name) is { } value ? new JsonFields(value, PathOf(name)) : null;

    internal List<JsonFields> Objects(string name)
    {
        var path = PathOf(name);
        return [.. Array(name).Select((item, i) => new JsonFields(item, FormattableString.Invariant($"{path}[{i}]")))];
    }

    internal List<string> Texts(string name)
    {
        var self = this;
        return [.. Array(name).Select(item => item.ValueKind == JsonValueKind.String ? self.StringOf(item, name) : throw self.Wrong(name, "must be a list of texts"))];
    }

    private List<JsonElement> Array(string name) => Find(name) is { } value
        ? value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : throw Wrong(name, "must be a list")
        : [];

    /// <summary>Half a surrogate pair, written as an escape, is JSON but no text.</summary>
    private string StringOf(JsonElement value, string name)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException e)
        {
            throw new JsonFieldException($"{PathOf(name)} must be text.", e);
        }
    }

    private JsonElement? Find(string name) =>
        _object.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
