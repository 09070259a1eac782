using FakeProfileDetector.Photos;
using FakeProfileDetector.Photos.Jpeg;
using SkiaSharp;

namespace FakeProfileDetector.SkiaSharp.Tests;

/// <summary>What both decoders must say alike of a JPEG, and of the same picture in another format.</summary>
public sealed class DecoderAgreementTests
{
    // Color is stored for squares of so many pixels: one block of each of both components.
    private const int Square = 16;
    private const int Across = 40;

    private static readonly IPhotoDecoder[] Decoders = [new JpegPhotoDecoder(), new SkiaPhotoDecoder()];

    /// <summary>A picture has colors where more than one part in a hundred has: 16 of 1,600 squares are not more.</summary>
    [Theory]
    [InlineData(0, false)]
    [InlineData(8, false)]
    [InlineData(15, false)]
    [InlineData(18, true)]
    [InlineData(40, true)]
    [InlineData(1600, true)]
    public void HasColor_SomeSquaresRed_FromOneInAHundred(int squares, bool hasColor)
    {
        SKColor Pixel(int x, int y) => ((y / Square) * Across) + (x / Square) < squares ? new(220, 40, 40) : Pictures.Gray(150);
        var jpeg = Pictures.Encode(Across * Square, Across * Square, Pixel, SKEncodedImageFormat.Jpeg);

        Assert.All(Decoders, decoder => Assert.Equal(hasColor, HasColor(decoder, jpeg)));
        Assert.Equal(hasColor, HasColor(Decoders[1], Pictures.Png(Across * Square, Across * Square, Pixel)));
    }

    /// <summary>A second block of EXIF, such as an editor leaves behind, changes nothing.</summary>
    [Theory]
    [InlineData(6, 3)]
    [InlineData(3, 6)]
    [InlineData(8, 1)]
    [InlineData(5, 4)]
    public void Decode_TwoOrientations_TheFirstCounts(int first, int second)
    {
        var jpeg = Pictures.Encode(48, 32, Pictures.Noise, SKEncodedImageFormat.Jpeg);
        var both = Pictures.WithOrientation(Pictures.WithOrientation(jpeg, second), first);

        using var expected = Decoders[0].Decode(Pictures.WithOrientation(jpeg, first)).Image!;
        using var actual = Decoders[0].Decode(both).Image!;
        Assert.Equal((expected.Width, expected.Height), (actual.Width, actual.Height));
        Assert.Equal(expected.Pixels.ToArray(), actual.Pixels.ToArray());

        using var other = Decoders[0].Decode(Pictures.WithOrientation(jpeg, second)).Image!;
        Assert.NotEqual(other.Pixels.ToArray(), actual.Pixels.ToArray());
    }

    private static bool? HasColor(IPhotoDecoder decoder, byte[] encoded)
    {
        using var image = decoder.Decode(encoded).Image!;
        return image.HasColor;
    }
}
