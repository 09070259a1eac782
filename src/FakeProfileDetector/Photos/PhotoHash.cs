using System.Buffers;
using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json.Serialization;

namespace FakeProfileDetector.Photos;

/// <summary>A 256-bit perceptual hash of a photo: similar photos differ in few bits.</summary>
/// <remarks>
/// The text form is 64 hexadecimal digits, most significant bit first, as ThreatExchange's tools print and read it; in JSON
/// it is that string. The base64 form has 44 characters, for where space counts.
/// Bit k stands for the coefficient at row k / 16, column k mod 16 of PDQ's frequency block. Hashes describe people's
/// photos: treat them as personal data and keep them out of logs.
/// </remarks>
/// <threadsafety>An immutable value.</threadsafety>
[JsonConverter(typeof(PhotoHashJsonConverter))]
public readonly struct PhotoHash
    : IEquatable<PhotoHash>, ISpanParsable<PhotoHash>, IUtf8SpanParsable<PhotoHash>, ISpanFormattable, IUtf8SpanFormattable
{
    /// <summary>Size of a hash in bits: 256.</summary>
    public const int BitCount = 256;

    /// <summary>Size of a hash in bytes: 32.</summary>
    public const int ByteCount = BitCount / 8;

    internal const int HexLength = BitCount / 4;

    private const int Base64Length = (ByteCount + 2) / 3 * 4;
    private const string LowerHex = "x";
    private const string UpperHex = "X";
    private const string Base64 = "b64";

    // Four words, least significant first: bit k is bit k % 64 of word k / 64.
    private readonly ulong _word0;
    private readonly ulong _word1;
    private readonly ulong _word2;
    private readonly ulong _word3;

    internal PhotoHash(ulong word0, ulong word1, ulong word2, ulong word3) =>
        (_word0, _word1, _word2, _word3) = (word0, word1, word2, word3);

    /// <summary>Reads a hash from its 32 bytes, most significant first: the bytes that the text form spells.</summary>
    /// <param name="bytes">Exactly 32 bytes.</param>
    /// <exception cref="ArgumentException"><paramref name="bytes"/> is not 32 bytes long.</exception>
    public PhotoHash(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != ByteCount)
        {
            throw new ArgumentException($"A photo hash has {ByteCount} bytes; {bytes.Length} were given.", nameof(bytes));
        }

        _word3 = BinaryPrimitives.ReadUInt64BigEndian(bytes);
        _word2 = BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]);
        _word1 = BinaryPrimitives.ReadUInt64BigEndian(bytes[16..]);
        _word0 = BinaryPrimitives.ReadUInt64BigEndian(bytes[24..]);
    }

    /// <summary>Number of bits that are set, 0–256; PDQ hashes of real photos have close to 128.</summary>
    internal int PopCount =>
        BitOperations.PopCount(_word0) + BitOperations.PopCount(_word1)
        + BitOperations.PopCount(_word2) + BitOperations.PopCount(_word3);

    internal ReadOnlySpan<ulong> Words => MemoryMarshal.CreateReadOnlySpan(in _word0, 4);

    /// <summary>Whether the hashes are equal in every bit.</summary>
    /// <param name="left">One hash.</param>
    /// <param name="right">The other hash.</param>
    /// <returns>True when equal.</returns>
    public static bool operator ==(PhotoHash left, PhotoHash right) => left.Equals(right);

    /// <summary>Whether the hashes differ in any bit.</summary>
    /// <param name="left">One hash.</param>
    /// <param name="right">The other hash.</param>
    /// <returns>True when different.</returns>
    public static bool operator !=(PhotoHash left, PhotoHash right) => !left.Equals(right);

    /// <summary>Hamming distance: the number of bits in which two hashes differ.</summary>
    /// <param name="other">The hash to compare with.</param>
    /// <returns>0 (equal) to 256. PDQ calls two photos copies at 31 or less.</returns>
    public int DistanceTo(PhotoHash other) =>
        BitOperations.PopCount(_word0 ^ other._word0) + BitOperations.PopCount(_word1 ^ other._word1)
        + BitOperations.PopCount(_word2 ^ other._word2) + BitOperations.PopCount(_word3 ^ other._word3);

    /// <summary>The hash with every bit changed.</summary>
    internal PhotoHash Complement() => new(~_word0, ~_word1, ~_word2, ~_word3);

    /// <summary>Whether one bit is set.</summary>
    /// <param name="index">0 (least significant, last in the text form) to 255.</param>
    /// <returns>True when the bit is 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Index outside 0–255.</exception>
    public bool GetBit(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, BitCount);
        return (Words[index >> 6] >> (index & 63) & 1) != 0;
    }

    /// <summary>Writes the 32 bytes that the text form spells, most significant first.</summary>
    /// <param name="destination">At least 32 bytes.</param>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is too short.</exception>
    public void CopyTo(Span<byte> destination)
    {
        if (destination.Length < ByteCount)
        {
            throw new ArgumentException($"A photo hash needs {ByteCount} bytes.", nameof(destination));
        }

        BinaryPrimitives.WriteUInt64BigEndian(destination, _word3);
        BinaryPrimitives.WriteUInt64BigEndian(destination[8..], _word2);
        BinaryPrimitives.WriteUInt64BigEndian(destination[16..], _word1);
        BinaryPrimitives.WriteUInt64BigEndian(destination[24..], _word0);
    }

    /// <summary>Reads a text form: 64 hexadecimal digits of either case, or 44 characters of base64.</summary>
    /// <param name="s">The text.</param>
    /// <returns>The hash.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="s"/> is null.</exception>
    /// <exception cref="FormatException">Neither form.</exception>
    public static PhotoHash Parse(string s)
    {
        ArgumentNullException.ThrowIfNull(s);
        return TryParse(s.AsSpan(), out var hash) ? hash : throw NoHash();
    }

    /// <summary>Tries to read a text form: 64 hexadecimal digits of either case, or 44 characters of base64.</summary>
    /// <param name="s">The text.</param>
    /// <param name="provider">Ignored: the forms have no culture.</param>
    /// <param name="result">The hash, or zero.</param>
    /// <returns>Whether the text is a hash.</returns>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out PhotoHash result) =>
        TryParse(s.AsSpan(), out result);

    /// <inheritdoc/>
    static PhotoHash IParsable<PhotoHash>.Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc/>
    static PhotoHash ISpanParsable<PhotoHash>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        TryParse(s, out var hash) ? hash : throw NoHash();

    /// <inheritdoc/>
    static bool ISpanParsable<PhotoHash>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out PhotoHash result) => TryParse(s, out result);

    /// <inheritdoc/>
    static PhotoHash IUtf8SpanParsable<PhotoHash>.Parse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider) =>
        TryParse(utf8Text, out var hash) ? hash : throw NoHash();

    /// <inheritdoc/>
    static bool IUtf8SpanParsable<PhotoHash>.TryParse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider, out PhotoHash result) =>
        TryParse(utf8Text, out result);

    internal static bool TryParse(ReadOnlySpan<char> text, out PhotoHash result)
    {
        Span<byte> bytes = stackalloc byte[Base64Length];
        var isHash = text.Length switch
        {
            HexLength => Convert.FromHexString(text, bytes, out _, out _) == OperationStatus.Done,
            Base64Length => Convert.TryFromBase64Chars(text, bytes, out var written) && written == ByteCount,
            _ => false,
        };
        result = isHash ? new PhotoHash(bytes[..ByteCount]) : default;
        return isHash;
    }

    internal static bool TryParse(ReadOnlySpan<byte> utf8Text, out PhotoHash result)
    {
        result = default;
        Span<char> text = stackalloc char[HexLength];
        return Ascii.ToUtf16(utf8Text, text, out var length) == OperationStatus.Done && TryParse(text[..length], out result);
    }

    /// <inheritdoc/>
    public bool Equals(PhotoHash other) =>
        _word0 == other._word0 && _word1 == other._word1 && _word2 == other._word2 && _word3 == other._word3;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is PhotoHash other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_word0, _word1, _word2, _word3);

    /// <summary>The text form: 64 lower-case hexadecimal digits.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => ToString(LowerHex);

    /// <summary>A text form by its name.</summary>
    /// <param name="format">
    /// <c>x</c>, null or empty: 64 lower-case hexadecimal digits. <c>X</c>: the same in upper case. <c>b64</c>: base64 of the 32
    /// bytes, 44 characters.
    /// </param>
    /// <param name="formatProvider">Ignored: the forms have no culture.</param>
    /// <returns>The text; <see cref="Parse(string)"/> reads every form.</returns>
    /// <exception cref="FormatException">No such form.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider = null)
    {
        Span<char> text = stackalloc char[HexLength];
        TryFormat(text, out var length, format);
        return new(text[..length]);
    }

    /// <inheritdoc/>
    bool ISpanFormattable.TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        TryFormat(destination, out charsWritten, format);

    /// <inheritdoc/>
    bool IUtf8SpanFormattable.TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        Span<char> text = stackalloc char[HexLength];
        TryFormat(text, out var length, format);
        bytesWritten = 0;
        return utf8Destination.Length >= length
            && Ascii.FromUtf16(text[..length], utf8Destination, out bytesWritten) == OperationStatus.Done;
    }

    /// <summary>Writes the 64 lower-case hexadecimal digits in UTF-8.</summary>
    /// <param name="utf8Destination">Room for 64 bytes.</param>
    internal void WriteHex(Span<byte> utf8Destination)
    {
        Span<byte> bytes = stackalloc byte[ByteCount];
        CopyTo(bytes);
        Convert.TryToHexStringLower(bytes, utf8Destination, out _);
    }

    private bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format)
    {
        Span<byte> bytes = stackalloc byte[ByteCount];
        CopyTo(bytes);
        return format switch
        {
            "" or LowerHex => Convert.TryToHexStringLower(bytes, destination, out charsWritten),
            UpperHex => Convert.TryToHexString(bytes, destination, out charsWritten),
            Base64 => Convert.TryToBase64Chars(bytes, destination, out charsWritten),
            _ => throw new FormatException($"A photo hash has the formats {LowerHex}, {UpperHex} and {Base64}; use one of them."),
        };
    }

    private static FormatException NoHash() =>
        new($"A photo hash is {HexLength} hexadecimal digits or {Base64Length} characters of base64; the text given is neither.");
}
