using System.Buffers.Binary;
using SkiaSharp;

namespace FakeProfileDetector.SkiaSharp.Tests;

public sealed class AnimatedPngTests
{
    private const int Side = 24;

    private static readonly byte[] Decoy = Pictures.Png(Side, Side, (x, _) => Pictures.Gray(10 * x));
    private static readonly byte[] Black = Pictures.Png(Side, Side, (_, _) => SKColors.Black);
    private static readonly byte[] Shown = Pictures.Png(Side, Side, (_, y) => Pictures.Gray(10 * y));

    private readonly SkiaPhotoDecoder _decoder = new();

    [Fact]
    public void Decode_HiddenDefaultImage_IsTheFirstFrame() => AssertSame(Shown, Animate(Decoy, isDefaultShown: false, Shown));

    [Fact]
    public void Decode_DefaultImageIsAFrame_IsTheDefaultImage() => AssertSame(Decoy, Animate(Decoy, isDefaultShown: true, Shown));

    [Fact]
    public void Decode_FirstFramesShowNothing_IsTheFirstThatShowsSomething() => AssertSame(Shown, Animate(Black, isDefaultShown: true, Black, Shown));

    [Fact]
    public void Decode_NoFrameShowsAnything_IsBlank() => AssertSame(Black, Animate(Black, isDefaultShown: true, Black));

    [Fact]
    public void Decode_CutInsideTheFrames_IsNoException()
    {
        var png = Animate(Decoy, isDefaultShown: false, Shown);
        for (var length = 8; length < png.Length; length += 7)
        {
            using var image = _decoder.Decode(png.AsSpan(0, length)).Image;
        }
    }

    [Fact]
    public void Decode_GifThatBeginsBlank_IsTheFirstFrameThatShowsSomething()
    {
        var blank = new byte[Side * Side];
        byte[] drawn = [.. Enumerable.Range(0, Side * Side).Select(i => (byte)(i / 96 % 4))];
        byte[] palette = [0, 85, 170, 255];

        AssertSame(Pictures.Gif(Side, Side, palette, drawn), Pictures.Gif(Side, Side, palette, blank, blank, drawn, blank));
    }

    [Fact]
    public void MayShow_ManyFrames_Ends()
    {
        var frames = Enumerable.Repeat(new byte[Side * Side], VisibleFrames.Maximum + 5).ToArray();
        using var data = SKData.CreateCopy(Pictures.Gif(Side, Side, [0, 85, 170, 255], frames));
        using var codec = SKCodec.Create(data);
        var visible = new VisibleFrames(codec);

        Assert.True(visible.MayShow(VisibleFrames.Maximum - 1));
        Assert.False(visible.MayShow(VisibleFrames.Maximum));
    }

    private void AssertSame(byte[] expected, byte[] animated)
    {
        using var wanted = _decoder.Decode(expected).Image!;
        using var image = _decoder.Decode(animated).Image!;

        Assert.Equal(wanted.Pixels, image.Pixels);
    }

    private static byte[] Animate(byte[] defaultImage, bool isDefaultShown, params byte[][] frames)
    {
        var (header, data) = Parts(defaultImage);
        var number = 0;
        List<byte> png = [.. defaultImage[..8], .. header, .. Chunk("acTL", [0, 0, 0, (byte)frames.Length, 0, 0, 0, 0])];
        if (isDefaultShown)
        {
            png.AddRange(Control());
        }

        png.AddRange(data.SelectMany(part => Chunk("IDAT", part)));
        foreach (var frame in frames)
        {
            png.AddRange(Control());
            png.AddRange(Parts(frame).Data.SelectMany(part => Chunk("fdAT", [.. BigEndian(number++), .. part])));
        }

        return [.. png, .. Chunk("IEND", [])];

        byte[] Control() => Chunk("fcTL", [.. BigEndian(number++), .. BigEndian(Side), .. BigEndian(Side), .. new byte[8], 0, 1, 0, 10, 0, 0]);
    }

    private static (byte[] Header, List<byte[]> Data) Parts(byte[] png)
    {
        var (header, data) = (Array.Empty<byte>(), new List<byte[]>());
        for (var position = 8; position < png.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(position));
            var name = System.Text.Encoding.ASCII.GetString(png, position + 4, 4);
            if (name == "IHDR")
            {
                header = png[position..(position + length + 12)];
            }
            else if (name == "IDAT")
            {
                data.Add(png[(position + 8)..(position + 8 + length)]);
            }

            position += length + 12;
        }

        return (header, data);
    }

    private static byte[] Chunk(string name, byte[] content)
    {
        byte[] named = [.. System.Text.Encoding.ASCII.GetBytes(name), .. content];
        return [.. BigEndian(content.Length), .. named, .. BigEndian((int)Checksum(named))];
    }

    private static byte[] BigEndian(int value) => [(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];

    private static uint Checksum(byte[] data)
    {
        var checksum = uint.MaxValue;
        foreach (var value in data)
        {
            checksum ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                checksum = (checksum >> 1) ^ ((checksum & 1) * 0xEDB88320);
            }
        }

        return ~checksum;
    }
}
