using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using FakeProfileDetector.Web;
using FakeProfileDetector.WebSearch.Http;

namespace FakeProfileDetector.WebSearch.GoogleVision;

/// <summary>Web Detection of Google Cloud Vision, over REST.</summary>
internal sealed class GoogleVisionSearch(ProviderClient client, GoogleVisionOptions options, int maximumPages) : IWebSearchProvider
{
    internal const string ProviderName = "google-vision";
    internal const string KeyHeader = "X-Goog-Api-Key";
    internal const string TokenHeader = "Authorization";

    private readonly Uri _address = ProviderAccess.Under(options.BaseAddress, "v1/images:annotate");

    public string Name => ProviderName;

    public bool GivesTitles => true;

    /// <summary>Sets the token where there is one, else the key.</summary>
    internal static Authorize Access(GoogleVisionOptions options) => async (headers, cancellationToken) =>
    {
        if (options.AccessToken is { } access)
        {
            headers.Authorization = new AuthenticationHeaderValue("Bearer", await GetTokenAsync(access, cancellationToken).ConfigureAwait(false));
        }
        else
        {
            headers.TryAddWithoutValidation(KeyHeader, options.ApiKey);
        }
    };

    public async ValueTask<ProviderAnswer> SearchAsync(ReadOnlyMemory<byte> jpeg, CancellationToken cancellationToken)
    {
        var content = new ByteArrayContent(Body(jpeg.Span, maximumPages));
        content.Headers.ContentType = new("application/json");
        var request = new HttpRequestMessage(HttpMethod.Post, _address) { Content = content };
        using var answer = await client.SendAsync(request, Classify, cancellationToken).ConfigureAwait(false);
        return GoogleVisionAnswer.Read(answer.RootElement);
    }

    private static async ValueTask<string> GetTokenAsync(Func<CancellationToken, ValueTask<string>> access, CancellationToken cancellationToken)
    {
        string? token;
        try
        {
            token = await access(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // What the application's function throws may hold its secrets: its type is all that is told.
            throw new WebPhotoSearchException(WebPhotoSearchFailure.KeyRefused, $"AccessToken failed with {e.GetType().Name}; correct the function.");
        }

        return token is not null && ProviderAccess.IsKey(token)
            ? token
            : throw new WebPhotoSearchException(WebPhotoSearchFailure.KeyRefused, "AccessToken gave no token that can be sent; correct the function.");
    }

    private static byte[] Body(ReadOnlySpan<byte> jpeg, int maximumPages)
    {
        var body = new ArrayBufferWriter<byte>((jpeg.Length * 4 / 3) + 256);
        using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            json.WriteStartArray("requests");
            json.WriteStartObject();
            json.WriteStartObject("image");
            json.WriteBase64String("content", jpeg);
            json.WriteEndObject();
            json.WriteStartArray("features");
            json.WriteStartObject();
            json.WriteString("type", "WEB_DETECTION");
            json.WriteNumber("maxResults", maximumPages);
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return body.WrittenSpan.ToArray();
    }

    /// <summary>A wrong key is a bad request to Google, and only its details tell.</summary>
    private static WebPhotoSearchFailure? Classify(HttpStatusCode status, byte[] body) =>
        status == HttpStatusCode.BadRequest && (body.AsSpan().IndexOf("API_KEY_INVALID"u8) >= 0 || body.AsSpan().IndexOf("API key"u8) >= 0)
            ? WebPhotoSearchFailure.KeyRefused
            : null;
}
