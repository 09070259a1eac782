using System.Runtime.CompilerServices;

namespace FakeProfileDetector.Photos.Patches;

/// <summary>A patch of the photo asked about that resembles a patch of a stored one.</summary>
/// <param name="Query">Its number in the photo asked about.</param>
/// <param name="Turn">−1, 0 or 1: by how many turns it was turned to resemble.</param>
/// <param name="IsMirrored">Whether it was mirrored.</param>
/// <param name="Stored">The number in the stored photo.</param>
/// <param name="Distance">In bits.</param>
internal readonly record struct PatchMatch(int Query, int Turn, bool IsMirrored, int Stored, int Distance);

/// <summary>Finds the patches of two photos that resemble each other.</summary>
/// <remarks>
/// Photographs have a few dozen matches. In a repeating pattern (tiles, a wallpaper) every patch resembles every other in many
/// ways, up to 24,576 in all: there, the nearest of each patch are enough to vote with.
/// </remarks>
internal static class PatchMatches
{
    /// <summary>Maximum number of matches of two photos: 512. Where there are more, each patch keeps its <see cref="MaximumOfPatch"/> nearest.</summary>
    internal const int MaximumCount = PhotoPatches.MaximumCount * MaximumOfPatch;

    /// <summary>Maximum number of matches of a patch in a repeating pattern.</summary>
    internal const int MaximumOfPatch = 8;

    /// <summary>Maximum distance, in bits, of patches that resemble each other; random ones are around 128.</summary>
    internal const int Radius = 45;

    private const int Turns = 3;
    private const int Mirrorings = 2;
    private const int MaximumFoundOfPatch = Turns * Mirrorings * PhotoPatches.MaximumCount;

    /// <summary>Finds the matches, nearest first.</summary>
    /// <param name="query">The photo asked about.</param>
    /// <param name="stored">The stored photo.</param>
    /// <param name="matches">Receives them; room for <see cref="MaximumCount"/>.</param>
    /// <returns>How many there are.</returns>
    internal static int Find(PhotoPatches query, PhotoPatches stored, Span<PatchMatch> matches)
    {
        if (!TryFindAll(query, stored, matches, out var count))
        {
            count = FindNearest(query, stored, matches);
        }

        matches[..count].Sort(static (a, b) => a.Distance.CompareTo(b.Distance));
        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool TryFindAll(PhotoPatches query, PhotoPatches stored, Span<PatchMatch> matches, out int count)
    {
        Span<PatchMatch> found = stackalloc PatchMatch[MaximumFoundOfPatch];
        count = 0;
        for (var patch = 0; patch < query.Count; patch++)
        {
            var more = FindOf(query, patch, stored, found);
            if (more > MaximumCount - count)
            {
                return false;
            }

            found[..more].CopyTo(matches[count..]);
            count += more;
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int FindNearest(PhotoPatches query, PhotoPatches stored, Span<PatchMatch> matches)
    {
        Span<PatchMatch> found = stackalloc PatchMatch[MaximumFoundOfPatch];
        var count = 0;
        for (var patch = 0; patch < query.Count; patch++)
        {
            var ofPatch = found[..FindOf(query, patch, stored, found)];
            ofPatch.Sort(static (a, b) => (a.Distance, Math.Abs(a.Turn), a.Turn, a.IsMirrored, a.Stored).CompareTo((b.Distance, Math.Abs(b.Turn), b.Turn, b.IsMirrored, b.Stored)));
            ofPatch = ofPatch[..Math.Min(ofPatch.Length, MaximumOfPatch)];
            ofPatch.CopyTo(matches[count..]);
            count += ofPatch.Length;
        }

        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int FindOf(PhotoPatches query, int patch, PhotoPatches stored, Span<PatchMatch> found)
    {
        var count = 0;
        FindOf(query.Hashes[patch], patch, 0, stored, found, ref count);
        if (!query.Turned.IsEmpty)
        {
            FindOf(query.Turned[2 * patch], patch, -1, stored, found, ref count);
            FindOf(query.Turned[(2 * patch) + 1], patch, 1, stored, found, ref count);
        }

        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FindOf(PhotoHash hash, int patch, int turn, PhotoPatches stored, Span<PatchMatch> found, ref int count)
    {
        var mirrored = PatchDescriptor.Mirror(hash);
        var others = stored.Hashes;
        for (var other = 0; other < others.Length; other++)
        {
            var distance = hash.DistanceTo(others[other]);
            if (distance <= Radius)
            {
                found[count++] = new(patch, turn, IsMirrored: false, other, distance);
            }

            distance = mirrored.DistanceTo(others[other]);
            if (distance <= Radius)
            {
                found[count++] = new(patch, turn, IsMirrored: true, other, distance);
            }
        }
    }
}
