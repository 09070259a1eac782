using System.Collections.Immutable;
using FakeProfileDetector.Web;

namespace FakeProfileDetector.WebSearch;

/// <summary>What a provider answered.</summary>
/// <param name="Pages">The pages.</param>
/// <param name="IsComplete">Whether there are no more.</param>
internal sealed record ProviderAnswer(ImmutableArray<WebPhotoPage> Pages, bool IsComplete);

/// <summary>A provider: only how a photo is sent and how the answer is read.</summary>
internal interface IWebSearchProvider
{
    /// <summary>Its name in results.</summary>
    string Name { get; }

    /// <summary>Whether its pages come with titles.</summary>
    bool GivesTitles { get; }

    /// <summary>Searches for a photo that was encoded for sending.</summary>
    /// <exception cref="WebPhotoSearchException">The search failed.</exception>
    ValueTask<ProviderAnswer> SearchAsync(ReadOnlyMemory<byte> jpeg, CancellationToken cancellationToken);
}
