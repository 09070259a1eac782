using FakeProfileDetector.Photos;
using FakeProfileDetector.Profiles;
using FakeProfileDetector.WholeJob.Drawing;

namespace FakeProfileDetector.WholeJob.Checking;

/// <summary>Whom to enroll and whom to check.</summary>
internal sealed class CaseMaker(JobOptions options, PhotoPool pool)
{
    private const int RingSize = 20;
    private const int Seed = 7;

    /// <summary>Profiles to check while every enrolled one has a photo of its own.</summary>
    internal CheckCase[] Alone { get; } =
    [
        new("nothing to find", false, Newcomers(pool.Strangers.Select(stranger => ProfilePhoto.FromFingerprint(stranger.Photo)))),
        new("nothing to find, from the file", false, Newcomers(pool.Strangers.Select(stranger => ProfilePhoto.FromEncoded(stranger.File)))),
        new("an exact copy", true, Newcomers(pool.Originals.Select(original => ProfilePhoto.FromFingerprint(original.Photo)))),
        new("a crop", true, Newcomers(pool.Originals.Select(original => ProfilePhoto.FromFingerprint(original.Crop)))),
    ];

    /// <summary>Groups that share a picture; their members are checked when all groups are enrolled.</summary>
    internal CheckCase[] Groups { get; } =
    [
        Group($"a ring of {RingSize}", "ring", RingSize, _ => pool.Ring),
        .. options.Popular.Select(size => Group($"a picture on {size:N0} profiles", $"popular{size}.", size, _ => pool.Popular)),
        Group($"{options.Group:N0} crops of one photo", "crop", options.Group, i => pool.Crops[i]),
        Group($"a chain of {options.Group:N0} near copies", "link", options.Group, i => pool.Chain[i]),
    ];

    /// <summary>Profiles with photos of their own: the originals of the copies, and made-up ones.</summary>
    internal IEnumerable<Profile> Everyone(int size) =>
        pool.Originals.Select(original => original.Photo)
            .Concat(pool.MakeUp(size - pool.Originals.Length, Seed))
            .Select((photo, i) => MadeUpMembers.Member($"m{i}", i, photo));

    private static Profile[] Newcomers(IEnumerable<ProfilePhoto> photos) =>
        [.. photos.Select((photo, i) => MadeUpMembers.Member($"new{i}", 1_000_000 + i, photo))];

    private static CheckCase Group(string name, string id, int size, Func<int, PhotoFingerprint> photo) =>
        new(name, true, [.. Enumerable.Range(0, size).Select(i => MadeUpMembers.Member($"{id}{i}", 2_000_000 + i, photo(i)))]);
}
