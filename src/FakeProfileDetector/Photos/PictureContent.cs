using System.Buffers.Binary;

namespace FakeProfileDetector.Photos;

/// <summary>What a photo shows, as far as it is known: its size, and where faces are. Nothing in it identifies a person.</summary>
/// <threadsafety>Immutable; safe to share between threads.</threadsafety>
public sealed class PictureContent : IEquatable<PictureContent>
{
    /// <summary>Name of the algorithm and its version: contents of different versions may differ for the same photo.</summary>
    public const string Algorithm = "faces-conv-2";

    /// <summary>Maximum number of faces: 64.</summary>
    public const int MaximumFaces = 64;

    // Version, boxes, people stated plus one, whether generated, width and height; then four numbers for each face. All of 32 bits, little-endian.
    private const byte Version = 1;
    private const int HeaderLength = 12;
    private const int BoxLength = 16;

    // A face is in the background when the largest one has more than this times its area.
    private const int BackgroundFactor = 5;

    private readonly FaceBox[] _faces;
    private readonly int? _stated;

    /// <summary>Creates the content of a photo.</summary>
    /// <param name="width">Width of the upright photo in pixels, 1 or more.</param>
    /// <param name="height">Height of the upright photo in pixels, 1 or more.</param>
    /// <param name="faces">0–64 boxes inside the photo, in any order.</param>
    /// <exception cref="ArgumentOutOfRangeException">A side below 1, more than 64 faces, or a box that is empty or reaches out of the photo.</exception>
    public PictureContent(int width, int height, IEnumerable<FaceBox> faces)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentNullException.ThrowIfNull(faces);
        Width = width;
        Height = height;
        _faces = [.. faces];
        ArgumentOutOfRangeException.ThrowIfGreaterThan(_faces.Length, MaximumFaces, nameof(faces));
        foreach (var face in _faces)
        {
            if (!IsInside(face, width, height))
            {
                throw new ArgumentOutOfRangeException(nameof(faces), face, $"The box is empty or reaches out of a photo of {width} × {height} pixels.");
            }
        }

        Array.Sort(_faces, LargestFirst);
        Faces = Array.AsReadOnly(_faces);
    }

    private PictureContent(int people)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(people);
        _faces = [];
        _stated = Math.Min(people, MaximumFaces);
        Faces = [];
    }

    private PictureContent(int width, int height, FaceBox[] faces, int? stated, bool isGenerated)
    {
        (Width, Height, _faces, _stated, IsGenerated) = (width, height, faces, stated, isGenerated);
        Faces = Array.AsReadOnly(_faces);
    }

    /// <summary>Width of the upright photo in pixels; 0 where the content was stated without looking.</summary>
    public int Width { get; }

    /// <summary>Height of the upright photo in pixels; 0 where the content was stated without looking.</summary>
    public int Height { get; }

    /// <summary>Whether a program drew it from the account's name or number: a letter tile, an identicon, a silhouette, a plain color.</summary>
    public bool IsGenerated { get; }

    /// <summary>The faces, 0–64, largest first; of equal size, the upper and then the left one first.</summary>
    public IReadOnlyList<FaceBox> Faces { get; }

    /// <summary>
    /// How many people it shows: its faces without those that have less than a fifth of the largest one's area, which are
    /// in the background or on a wall.
    /// </summary>
    public int People => _stated ?? Faces.Count(face => face.Area * BackgroundFactor >= Faces[0].Area);

    /// <summary>A content that the application knows without boxes, as a person or a detector of its own has counted.</summary>
    /// <param name="people">How many people's photographed faces the photo shows, 0 or more; above 64 counts as 64.</param>
    /// <returns>The content.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A negative number.</exception>
    public static PictureContent OfPeople(int people) => new(people);

    /// <summary>Reads a content from its stored form.</summary>
    /// <param name="bytes">What <see cref="ToBytes"/> gave.</param>
    /// <returns>The content.</returns>
    /// <exception cref="FormatException">The bytes are cut, damaged or of another version.</exception>
    public static PictureContent FromBytes(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeaderLength || bytes[0] != Version)
        {
            throw new FormatException($"This is no picture content of version {Version}; compute it from the photo again.");
        }

        var (width, height) = (Number(bytes, 4), Number(bytes, 8));
        var (count, people, flags) = (bytes[1], bytes[2], bytes[3]);
        var isStated = people > 0;
        if (count > MaximumFaces || people > MaximumFaces + 1 || flags > 1 || bytes.Length != HeaderLength + (count * BoxLength)
            || (isStated ? (width, height, (int)count) != (0, 0, 0) : width < 1 || height < 1))
        {
            throw Damaged(bytes.Length);
        }

        var faces = new FaceBox[count];
        for (var i = 0; i < count; i++)
        {
            var box = bytes.Slice(HeaderLength + (i * BoxLength), BoxLength);
            faces[i] = new(Number(box, 0), Number(box, 4), Number(box, 8), Number(box, 12));
            if (!IsInside(faces[i], width, height) || (i > 0 && LargestFirst(faces[i - 1], faces[i]) > 0))
            {
                throw Damaged(bytes.Length);
            }
        }

        return new(width, height, faces, isStated ? people - 1 : null, flags == 1);
    }

    /// <summary>The stored form: 12 bytes and 16 for each face, the same on every machine.</summary>
    /// <returns>A copy.</returns>
    public byte[] ToBytes()
    {
        var bytes = new byte[HeaderLength + (_faces.Length * BoxLength)];
        bytes[0] = Version;
        bytes[1] = (byte)_faces.Length;
        bytes[2] = (byte)(_stated + 1 ?? 0);
        bytes[3] = IsGenerated ? (byte)1 : (byte)0;
        Write(bytes, 4, Width);
        Write(bytes, 8, Height);
        for (var i = 0; i < _faces.Length; i++)
        {
            var at = HeaderLength + (i * BoxLength);
            Write(bytes, at, _faces[i].X);
            Write(bytes, at + 4, _faces[i].Y);
            Write(bytes, at + 8, _faces[i].Width);
            Write(bytes, at + 12, _faces[i].Height);
        }

        return bytes;
    }

    /// <summary>The same as a picture that a program drew.</summary>
    internal PictureContent AsGenerated() => new(Width, Height, _faces, _stated, isGenerated: true);

    /// <summary>Whether size and all faces are equal.</summary>
    /// <param name="other">Another content, or null.</param>
    /// <returns>False for null.</returns>
    public bool Equals(PictureContent? other) =>
        other is not null && (Width, Height, _stated, IsGenerated) == (other.Width, other.Height, other._stated, other.IsGenerated) && _faces.AsSpan().SequenceEqual(other._faces);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PictureContent);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(Width);
        hash.Add(Height);
        hash.Add(_stated);
        hash.Add(IsGenerated);
        foreach (var face in _faces)
        {
            hash.Add(face);
        }

        return hash.ToHashCode();
    }

    /// <summary>Names the type only: where somebody's face lies is not for logs.</summary>
    /// <returns>The type's name.</returns>
    public override string ToString() => nameof(PictureContent);

    private static int LargestFirst(FaceBox one, FaceBox other) =>
        (other.Area, one.Y, one.X, one.Width).CompareTo((one.Area, other.Y, other.X, other.Width));

    private static bool IsInside(FaceBox face, int width, int height) =>
        face.X >= 0 && face.Y >= 0 && face.Width >= 1 && face.Height >= 1
        && (long)face.X + face.Width <= width && (long)face.Y + face.Height <= height;

    private static int Number(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadInt32LittleEndian(bytes[at..]);

    private static void Write(Span<byte> bytes, int at, int value) => BinaryPrimitives.WriteInt32LittleEndian(bytes[at..], value);

    private static FormatException Damaged(int length) =>
        new($"The picture content is cut or damaged ({length} bytes); compute it from the photo again.");
}
