using System.Globalization;
using FakeProfileDetector.WebSearch.Http;

namespace FakeProfileDetector.WebSearch.TinEye;

/// <summary>TinEye's commercial API, over REST.</summary>
internal sealed class TinEyeSearch(ProviderClient client, TinEyeOptions options, int maximumPages) : IWebSearchProvider
{
    internal const string ProviderName = "tineye";
    internal const string KeyHeader = "x-api-key";

    /// <summary>Of every photo, so that a file's name tells nothing.</summary>
    private const string FileName = "image.jpg";

    private readonly Uri _address = ProviderAccess.Under(options.BaseAddress, "search/");

    public string Name => ProviderName;

    public bool GivesTitles => false;

    internal static Authorize Access(TinEyeOptions options) => (headers, _) =>
    {
        headers.TryAddWithoutValidation(KeyHeader, options.ApiKey);
        return ValueTask.CompletedTask;
    };

    public async ValueTask<ProviderAnswer> SearchAsync(ReadOnlyMemory<byte> jpeg, CancellationToken cancellationToken)
    {
        var image = new ReadOnlyMemoryContent(jpeg);
        image.Headers.ContentType = new("image/jpeg");
        var form = new MultipartFormDataContent
        {
            { image, "image_upload", FileName },
            { new StringContent("0"), "offset" },
            { new StringContent(maximumPages.ToString(CultureInfo.InvariantCulture)), "limit" },
            { new StringContent("score"), "sort" },
            { new StringContent("desc"), "order" },
        };
        var request = new HttpRequestMessage(HttpMethod.Post, _address) { Content = form };
        using var answer = await client.SendAsync(request, static (_, _) => null, cancellationToken).ConfigureAwait(false);
        return TinEyeAnswer.Read(answer.RootElement, maximumPages);
    }
}
