using System.Globalization;
using System.Text.Json;
using FakeProfileDetector.Photos;

namespace FakeProfileDetector.Web;

/// <summary>A kept answer as a JSON object; <see cref="WebPhotoSearchJson"/> documents the fields.</summary>
internal static class WebPhotoRecordWriter
{
    internal static void Write(Utf8JsonWriter json, WebPhotoRecord record)
    {
        json.WriteStartObject();
        WriteText(json, "profile", record.ProfileId);
        WriteText(json, "photo", record.Photo?.ToString());
        json.WriteString("provider", record.Result.Provider);
        json.WriteString("searched_at", record.Result.SearchedAt);
        json.WriteBoolean("complete", record.Result.IsComplete);
        json.WriteStartArray("pages");
        foreach (var page in record.Result.Pages)
        {
            Write(json, page);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, WebPhotoPage page)
    {
        json.WriteStartObject();
        json.WriteString("url", page.Url.AbsoluteUri);
        WriteText(json, "title", page.Title);
        json.WriteString("match", NameOf(page.Match));
        json.WriteStartArray("images");
        foreach (var image in page.Images)
        {
            json.WriteStringValue(image.AbsoluteUri);
        }

        json.WriteEndArray();
        if (page.FirstSeen is { } seen)
        {
            json.WriteString("first_seen", seen);
        }

        if (page.Copy is { } copy)
        {
            Write(json, copy);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, PhotoFingerprint copy)
    {
        json.WriteStartObject("copy");
        json.WriteString("hash", copy.Hash.ToString());
        json.WriteNumber("quality", copy.Quality);
        WriteText(json, "second_hash", copy.SecondHash?.ToString("x16", CultureInfo.InvariantCulture));
        WriteNumber(json, "width", copy.Width);
        WriteNumber(json, "height", copy.Height);
        if (copy.HasColor is { } hasColor)
        {
            json.WriteBoolean("has_color", hasColor);
        }

        if (copy.Patches is { } patches)
        {
            json.WriteBase64String("patches", patches.ToBytes());
        }

        if (copy.Content is { } content)
        {
            json.WriteBase64String("content", content.ToBytes());
        }

        json.WriteEndObject();
    }

    private static string NameOf(WebPhotoMatch match) => match switch
    {
        WebPhotoMatch.Full => "full",
        WebPhotoMatch.Partial => "partial",
        WebPhotoMatch.Similar => "similar",
        _ => "unknown",
    };

    private static void WriteText(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, int? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
    }
}
