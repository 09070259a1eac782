namespace FakeProfileDetector.Sharing.Web.Pages;

/// <summary>A page of the made-up web.</summary>
/// <param name="Url">Its address.</param>
/// <param name="Title">Its title, in the shape of its site.</param>
internal sealed record MadeUpPage(string Url, string Title);
