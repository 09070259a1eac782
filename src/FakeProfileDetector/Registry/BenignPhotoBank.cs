using System.Collections.Concurrent;
using System.Collections.Immutable;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Photos.Pdq;

namespace FakeProfileDetector.Registry;

/// <summary>Pictures that many unrelated people use in good faith: default avatars, logos, stock photos.</summary>
/// <remarks>A photo in the bank is never held against anyone. The bank is small and scanned from end to end.</remarks>
/// <threadsafety>Safe for many readers and writers.</threadsafety>
public sealed class BenignPhotoBank
{
    private static readonly Lazy<ImmutableArray<Entry>> KnownDefaults = new(ReadKnownDefaults);

    private readonly ConcurrentDictionary<PhotoHash, string> _pictures = new();

    /// <summary>Creates a bank.</summary>
    /// <param name="withKnownDefaults">Whether it starts with the default avatars that ship with the library.</param>
    public BenignPhotoBank(bool withKnownDefaults = true)
    {
        if (withKnownDefaults)
        {
            foreach (var entry in KnownDefaults.Value)
            {
                Add(entry.Hash, entry.Label);
            }
        }
    }

    /// <summary>Pictures in the bank.</summary>
    public int Count => _pictures.Count;

    /// <summary>Adds a picture; adding it again replaces its label.</summary>
    /// <param name="hash">The PDQ hash of the picture.</param>
    /// <param name="label">What reports call it, such as "default avatar"; not empty.</param>
    /// <exception cref="ArgumentException"><paramref name="label"/> is null, empty or white space.</exception>
    public void Add(PhotoHash hash, string label)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(label);
        _pictures[hash] = label;
    }

    /// <summary>Removes a picture.</summary>
    /// <param name="hash">The hash it was added with.</param>
    /// <returns>Whether it was there.</returns>
    public bool Remove(PhotoHash hash) => _pictures.TryRemove(hash, out _);

    /// <summary>Looks a photo up, also turned or mirrored.</summary>
    /// <param name="photo">The photo's fingerprint.</param>
    /// <param name="radius">Inclusive, in bits, 0–256.</param>
    /// <returns>The label of the nearest picture within the radius, or null.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="photo"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Radius outside 0–256.</exception>
    public string? Find(PhotoFingerprint photo, int radius = PdqHasher.DefaultMatchRadius)
    {
        ArgumentNullException.ThrowIfNull(photo);
        ArgumentOutOfRangeException.ThrowIfNegative(radius);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(radius, PhotoHash.BitCount);
        var dihedral = photo.Dihedral;
        var nearest = radius + 1;
        string? label = null;
        foreach (var (hash, candidate) in _pictures)
        {
            foreach (var turned in dihedral)
            {
                var distance = turned.DistanceTo(hash);
                if (distance < nearest)
                {
                    nearest = distance;
                    label = candidate;
                }
            }
        }

        return label;
    }

    private static ImmutableArray<Entry> ReadKnownDefaults()
    {
        using var stream = typeof(BenignPhotoBank).Assembly.GetManifestResourceStream("default-avatars.csv")
            ?? throw new InvalidOperationException("The resource default-avatars.csv is missing from the assembly.");
        using var reader = new StreamReader(stream);
        var entries = ImmutableArray.CreateBuilder<Entry>();
        while (reader.ReadLine() is { } line)
        {
            var parts = line.Split(',');
            entries.Add(new(PhotoHash.Parse(parts[0]), parts[1]));
        }

        return entries.DrainToImmutable();
    }

    private readonly record struct Entry(PhotoHash Hash, string Label);
}
