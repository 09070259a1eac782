using System.Globalization;
using System.Text;
using CsCheck;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Photos.Pdq;

namespace FakeProfileDetector.Tests.Photos;

public sealed class PhotoHashTests
{
    internal static readonly Gen<PhotoHash> Any = Gen.Byte.Array[PhotoHash.ByteCount].Select(bytes => new PhotoHash(bytes));

    [Fact]
    public void Text_AndBytes_RoundTrip() => Any.Sample(hash =>
    {
        Span<byte> bytes = stackalloc byte[PhotoHash.ByteCount];
        hash.CopyTo(bytes);
        Assert.Equal(hash, new PhotoHash(bytes));
        Assert.Equal(hash, PhotoHash.Parse(hash.ToString()));
        Assert.Equal(hash, PhotoHash.Parse(hash.ToString().ToUpperInvariant()));
        Assert.Equal(Convert.ToHexStringLower(bytes), hash.ToString());
    });

    [Fact]
    public void EveryFormat_InCharactersAndUtf8_RoundTrips() => Gen.Select(Any, Gen.Int[0, 4].Select(i => new[] { null, "", "x", "X", "b64" }[i])).Sample((hash, format) =>
    {
        var text = hash.ToString(format);
        Assert.Equal(format == "b64" ? 44 : 64, text.Length);
        Assert.Equal(hash, PhotoHash.Parse(text));
        Assert.Equal(hash, ParseUtf8<PhotoHash>(text));
        Assert.Equal(hash, ParseSpan<PhotoHash>(text));
        Assert.Equal(text, string.Format(CultureInfo.InvariantCulture, $"{{0:{format}}}", hash));

        Span<byte> utf8 = stackalloc byte[text.Length];
        Assert.True(TryFormat(hash, utf8, out var written, format));
        Assert.Equal(text, Encoding.UTF8.GetString(utf8[..written]));
        Assert.False(TryFormat(hash, utf8[1..], out _, format));
        Assert.False(TryFormat(hash, new char[text.Length - 1], format));
    });

    [Fact]
    public void ToString_Formats_SpellTheBytes()
    {
        var hash = new PhotoHash([.. Enumerable.Range(200, 32).Select(i => (byte)i)]);

        Assert.Equal("c8c9cacb", hash.ToString()[..8]);
        Assert.Equal("C8C9CACB", hash.ToString("X")[..8]);
        Assert.Equal("yMnKy8zNzs/Q0dLT1NXW19jZ2tvc3d7f4OHi4+Tl5uc=", hash.ToString("b64"));
    }

    [Theory]
    [InlineData("B")]
    [InlineData("x2")]
    public void ToString_UnknownFormat_NamesTheFormats(string format) =>
        Assert.Contains("b64", Assert.Throws<FormatException>(() => default(PhotoHash).ToString(format)).Message, StringComparison.Ordinal);

    [Fact]
    public void DistanceTo_AnyTwo_CountsDifferingBits() => Gen.Select(Any, Any).Sample((a, b) =>
    {
        var expected = Enumerable.Range(0, PhotoHash.BitCount).Count(bit => a.GetBit(bit) != b.GetBit(bit));
        Assert.Equal(expected, a.DistanceTo(b));
        Assert.Equal(expected, b.DistanceTo(a));
        Assert.Equal(0, a.DistanceTo(a));
        Assert.Equal(a.PopCount, a.DistanceTo(default));
    });

    [Fact]
    public void Parse_LastDigit_IsTheLowestBits()
    {
        var hash = PhotoHash.Parse(new string('0', 63) + "9");

        Assert.True(hash.GetBit(0));
        Assert.False(hash.GetBit(1));
        Assert.True(hash.GetBit(3));
        Assert.Equal(2, hash.PopCount);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0123")]
    [InlineData("zz00000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("00000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("yMnKy8zNzs/Q0dLT1NXW19jZ2tvc3d7f4OHi4+Tl5ueo")]
    [InlineData("yMnKy8zNzs/Q0dLT1NXW19jZ2tvc3d7f4OHi4+Tl5u==")]
    [InlineData("yMnKy8zNzs/Q0dLT1NXW19jZ2tvc3d7f4OHi4+Tl5u!=")]
    [InlineData("é000000000000000000000000000000000000000000000000000000000000000")]
    public void Parse_NoHash_ThrowsFormatException(string text)
    {
        Assert.Throws<FormatException>(() => PhotoHash.Parse(text));
        Assert.False(PhotoHash.TryParse(text, null, out _));
        Assert.Throws<FormatException>(() => ParseUtf8<PhotoHash>(text));
        Assert.Throws<FormatException>(() => ParseSpan<PhotoHash>(text));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(256)]
    public void GetBit_OutsideTheHash_Throws(int index) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => default(PhotoHash).GetBit(index));

    [Fact]
    public void Bytes_OfAnotherLength_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => new PhotoHash(new byte[31]));
        Assert.Throws<ArgumentException>(() => default(PhotoHash).CopyTo(new byte[31]));
    }

    [Fact]
    public void Derive_FromAnyHash_TransposesExactlyAndIsItsOwnInverse() => Any.Sample(hash =>
    {
        var derived = DihedralHashes.Derive(hash);
        Assert.Equal(hash, derived.Get(DihedralTransform.None));
        foreach (var transform in new[] { DihedralTransform.Mirror, DihedralTransform.FlipVertical, DihedralTransform.Rotate180, DihedralTransform.Transpose })
        {
            Assert.Equal(hash, DihedralHashes.Derive(derived.Get(transform)).Get(transform));
        }
    });

    [Fact]
    public void Derive_FromAnyHash_MovesAndNegatesBitByBit() => Any.Sample(hash =>
    {
        var derived = DihedralHashes.Derive(hash);
        foreach (var transform in Enum.GetValues<DihedralTransform>())
        {
            for (var bit = 0; bit < PhotoHash.BitCount; bit++)
            {
                var (source, negated) = DihedralHashes.Source(transform, bit / 16, bit % 16);
                Assert.Equal(hash.GetBit(source) != negated, derived.Get(transform).GetBit(bit));
            }
        }
    });

    [Fact]
    public void Derive_FromRealHash_IsNearTheExactVariants()
    {
        var luma = Pdq.PdqHasherTests.Smooth(200, seed: 9);
        var exact = PdqHasher.ComputeDihedral(luma, 200, 200).Hashes;
        var derived = DihedralHashes.Derive(exact.Get(DihedralTransform.None));

        Assert.All(Enum.GetValues<DihedralTransform>(), transform =>
            Assert.InRange(derived.Get(transform).DistanceTo(exact.Get(transform)), 0, 20));
    }

    // What generic code reaches.
    private static T ParseUtf8<T>(string text)
        where T : IUtf8SpanParsable<T>
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return T.TryParse(bytes, provider: null, out var value) ? value : T.Parse(bytes, provider: null);
    }

    private static T ParseSpan<T>(string text)
        where T : ISpanParsable<T> =>
        T.TryParse(text.AsSpan(), provider: null, out var value) ? value : T.Parse(text.AsSpan(), provider: null);

    private static bool TryFormat<T>(T value, Span<byte> utf8, out int written, string? format)
        where T : IUtf8SpanFormattable => value.TryFormat(utf8, out written, format, provider: null);

    private static bool TryFormat<T>(T value, Span<char> text, string? format)
        where T : ISpanFormattable => value.TryFormat(text, out _, format, provider: null);
}
