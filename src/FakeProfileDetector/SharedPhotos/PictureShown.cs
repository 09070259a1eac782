using FakeProfileDetector.Photos;

namespace FakeProfileDetector.SharedPhotos;

/// <summary>What a shared picture shows, as far as anyone's copy tells.</summary>
internal enum PictureShown
{
    /// <summary>Nobody has looked.</summary>
    Unknown = 0,

    /// <summary>One person's face.</summary>
    Portrait = 1,

    /// <summary>The faces of several people.</summary>
    SeveralPeople = 2,

    /// <summary>No face: a thing, a landscape, a drawing, a text.</summary>
    Nobody = 3,
}

/// <summary>Tells what a picture shows by all of its copies.</summary>
internal static class PictureContents
{
    /// <summary>What the copies show together. A face that one copy lost (blurred, cut, dark) is taken from another.</summary>
    /// <param name="contents">What is known of each copy; null where nobody has looked.</param>
    internal static PictureShown Combine(IEnumerable<PictureContent?> contents)
    {
        var most = -1;
        foreach (var content in contents)
        {
            most = Math.Max(most, content?.People ?? -1);
        }

        return most switch
        {
            < 0 => PictureShown.Unknown,
            0 => PictureShown.Nobody,
            1 => PictureShown.Portrait,
            _ => PictureShown.SeveralPeople,
        };
    }
}
