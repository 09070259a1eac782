using FakeProfileDetector.Benchmarks.Shared.Pictures;
using SkiaSharp;

namespace FakeProfileDetector.Sharing.Faces;

/// <summary>A generated portrait of nobody.</summary>
/// <param name="File">The file's path.</param>
/// <param name="Box">Where the face is, in pixels of the file.</param>
internal sealed record Face(string File, SKRectI Box)
{
    /// <summary>The portrait; the caller disposes of it.</summary>
    internal SKBitmap Decode() => Bitmaps.Decode(System.IO.File.ReadAllBytes(File));
}
