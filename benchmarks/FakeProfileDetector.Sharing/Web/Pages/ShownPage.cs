using FakeProfileDetector.Web;

namespace FakeProfileDetector.Sharing.Web.Pages;

/// <summary>A page in the answer to a search.</summary>
/// <param name="Page">The page.</param>
/// <param name="Picture">Its picture's file; null where it could not be fetched.</param>
/// <param name="Match">What the provider says of it.</param>
/// <param name="FirstSeen">When the provider saw it there first; null where it does not say.</param>
internal sealed record ShownPage(MadeUpPage Page, byte[]? Picture, WebPhotoMatch Match, DateTimeOffset? FirstSeen)
{
    /// <summary>Whether any search might answer with it: a board, a form, a stranger who looks alike.</summary>
    internal bool IsNoise { get; init; }
}
