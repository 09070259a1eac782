using CsCheck;
using FakeProfileDetector.Photos.Jpeg;

namespace FakeProfileDetector.Tests.Photos.Jpeg;

public sealed class ExifOrientationTests
{
    [Theory]
    [InlineData("49492A0008000000010012010300010000000600", 6)]
    [InlineData("4D4D002A000000080001011200030000000100080000", 8)]
    [InlineData("49492A000800000002000F010200040000000000000012010300010000000300000000000000", 3)]
    public void ReadTiff_Stated_IsRead(string tiff, int orientation) =>
        Assert.Equal(orientation, ExifOrientation.ReadTiff([.. Convert.FromHexString(tiff), 0, 0]));

    [Theory]
    [InlineData("")]
    [InlineData("4949")]
    [InlineData("49492A0008000000")]
    [InlineData("49492A00FFFFFFFF0100")]
    [InlineData("4D4D002A7FFFFFFF0001")]
    [InlineData("49492A000800000001001201030001000000")]
    [InlineData("49492A00080000000100120103000100000000000000")]
    [InlineData("49492A00080000000100120103000100000009000000")]
    [InlineData("49492A00080000000100120104000100000006000000")]
    [InlineData("58582A00080000000100120103000100000006000000")]
    public void ReadTiff_Nonsense_IsUpright(string tiff) => Assert.Equal(1, ExifOrientation.ReadTiff(Convert.FromHexString(tiff)));

    [Fact]
    public void ReadTiff_AnyBytes_YieldsAnOrientation() =>
        Gen.Select(Gen.Bool, Gen.Byte.Array[0, 60]).Sample((isLittle, rest) =>
            Assert.InRange(ExifOrientation.ReadTiff([.. isLittle ? "II*\0"u8 : "MM\0*"u8, .. rest]), 1, 8));

    [Fact]
    public void Read_WithoutExifsIdentifier_IsUpright() =>
        Assert.Equal(1, ExifOrientation.Read(Convert.FromHexString("49492A00080000000100120103000100000006000000")));
}
