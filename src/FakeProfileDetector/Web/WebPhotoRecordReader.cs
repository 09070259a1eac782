using System.Globalization;
using System.Text.Json;
using FakeProfileDetector.Photos;

namespace FakeProfileDetector.Web;

/// <summary>Reads a line that <see cref="WebPhotoRecordWriter"/> or a person wrote.</summary>
internal static class WebPhotoRecordReader
{
    internal static WebPhotoRecord Read(ReadOnlyMemory<byte> line, int number)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return Read(new JsonFields(document.RootElement, string.Empty));
        }
        catch (JsonException e)
        {
            throw new WebPhotoResultsException(number, "this is no JSON object in one line; write one answer a line, in UTF-8.", e);
        }
        catch (JsonFieldException e)
        {
            throw new WebPhotoResultsException(number, e.Message, e.InnerException);
        }
    }

    private static WebPhotoRecord Read(JsonFields fields) => new()
    {
        ProfileId = fields.Text("profile"),
        Photo = Hash(fields, "photo"),
        Result = new()
        {
            Provider = fields.RequiredText("provider"),
            SearchedAt = fields.Time("searched_at") ?? throw fields.Missing("searched_at"),
            IsComplete = fields.Flag("complete") ?? false,
            Pages = [.. fields.Objects("pages").Select(Page)],
        },
    };

    private static WebPhotoPage Page(JsonFields fields) => new()
    {
        Url = Address(fields.RequiredText("url"), fields, "url"),
        Title = fields.Text("title"),
        Match = Match(fields),
        Images = [.. fields.Texts("images").Select(image => Address(image, fields, "images"))],
        FirstSeen = fields.Time("first_seen"),
        Copy = fields.Object("copy") is { } copy ? Fingerprint(copy) : null,
    };

    private static PhotoFingerprint Fingerprint(JsonFields fields)
    {
        try
        {
            return new(
                Hash(fields, "hash") ?? throw fields.Missing("hash"),
                fields.Number("quality") ?? throw fields.Missing("quality"),
                SecondHash(fields),
                fields.Number("width"),
                fields.Number("height"),
                fields.Flag("has_color"))
            {
                Patches = fields.Bytes("patches") is { } patches ? PhotoPatches.FromBytes(patches) : null,
                Content = fields.Bytes("content") is { } content ? PictureContent.FromBytes(content) : null,
            };
        }
        catch (ArgumentOutOfRangeException e)
        {
            throw new JsonFieldException($"{fields.PathOf(e.ParamName ?? string.Empty)} is out of range.", e);
        }
        catch (FormatException e)
        {
            throw new JsonFieldException($"{fields.PathOf("patches")} or content: {e.Message}", e);
        }
    }

    private static PhotoHash? Hash(JsonFields fields, string name) => fields.Text(name) is not { } text
        ? null
        : PhotoHash.TryParse(text, CultureInfo.InvariantCulture, out var hash) ? hash : throw fields.Wrong(name, "must be a PDQ hash of 64 hexadecimal digits");

    private static ulong? SecondHash(JsonFields fields) => fields.Text("second_hash") is not { } text
        ? null
        : ulong.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hash)
            ? hash
            : throw fields.Wrong("second_hash", "must be 16 hexadecimal digits");

    private static Uri Address(string text, JsonFields fields, string name) =>
        WebAddress.TryParse(text) ?? throw fields.Wrong(name, "must be an absolute address that begins with http:// or https://");

    private static WebPhotoMatch Match(JsonFields fields) => fields.Text("match") switch
    {
        null or "unknown" => WebPhotoMatch.Unknown,
        "similar" => WebPhotoMatch.Similar,
        "partial" => WebPhotoMatch.Partial,
        "full" => WebPhotoMatch.Full,
        _ => throw fields.Wrong("match", "must be full, partial, similar or unknown"),
    };
}
