using FakeProfileDetector.Benchmarks.Shared.Data;
using FakeProfileDetector.Benchmarks.Shared.Pictures;
using SkiaSharp;

namespace FakeProfileDetector.CopyAccuracy.Edits;

/// <summary>One step of an edit: a new bitmap from another; the randomness places crops.</summary>
internal delegate SKBitmap EditStep(SKBitmap photo, Random random);

/// <summary>A way in which a photo is altered before it is used again.</summary>
/// <param name="Name">What tables call it.</param>
/// <param name="KeptSides">The share of the sides that a crop keeps, in percent; 100 without one.</param>
/// <param name="Steps">What is done, in order.</param>
internal sealed record PhotoEdit(string Name, int KeptSides, params EditStep[] Steps)
{
    /// <summary>Edits a photo: the same photo always in the same way.</summary>
    /// <param name="photo">The photo.</param>
    /// <param name="seedName">What crops are placed by, such as the name of its file.</param>
    /// <returns>A lossless file, so that the edited pixels take the way of any other photo.</returns>
    internal byte[] Apply(SKBitmap photo, string seedName)
    {
        var random = new Random(StableSeed.Of($"{seedName} {Name}"));
        var edited = photo;
        foreach (var step in Steps)
        {
            var next = step(edited, random);
            if (edited != photo)
            {
                edited.Dispose();
            }

            edited = next;
        }

        var encoded = Bitmaps.ToPng(edited);
        if (edited != photo)
        {
            edited.Dispose();
        }

        return encoded;
    }
}
