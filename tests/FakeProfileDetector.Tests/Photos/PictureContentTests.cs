using System.Buffers.Binary;
using CsCheck;
using FakeProfileDetector.Photos;

namespace FakeProfileDetector.Tests.Photos;

public sealed class PictureContentTests
{
    private static readonly PictureContent Three = new(640, 480, [new(5, 6, 20, 20), new(100, 50, 90, 80), new(300, 50, 80, 90)]);

    private static readonly Gen<PictureContent> Contents =
        from width in Gen.Int[1, 20_000]
        from height in Gen.Int[1, 20_000]
        from boxes in Gen.Select(Gen.Int[0, width - 1], Gen.Int[0, height - 1], Gen.Int[1, 20_000], Gen.Int[1, 20_000],
            (x, y, w, h) => new FaceBox(x, y, Math.Min(w, width - x), Math.Min(h, height - y))).Array[0, PictureContent.MaximumFaces]
        select new PictureContent(width, height, boxes);

    [Fact]
    public void ToBytes_ReadBack_IsEqual() => Contents.Sample(content =>
    {
        var read = PictureContent.FromBytes(content.ToBytes());

        Assert.Equal(content, read);
        Assert.Equal(content.GetHashCode(), read.GetHashCode());
        Assert.Equal(12 + (16 * content.Faces.Count), content.ToBytes().Length);
    });

    [Fact]
    public void Faces_AnyOrder_AreLargestFirst()
    {
        Assert.Equal([new(100, 50, 90, 80), new(300, 50, 80, 90), new(5, 6, 20, 20)], Three.Faces);
        Assert.Equal(Three, new(640, 480, Three.Faces.Reverse()));
    }

    [Fact]
    public void Equals_OtherSizeOrFaces_IsFalse()
    {
        Assert.NotEqual(Three, new(641, 480, Three.Faces));
        Assert.NotEqual(Three, new(640, 480, Three.Faces.Skip(1)));
        Assert.False(Three.Equals(null));
    }

    [Fact]
    public void FromBytes_CutOrLonger_SaysSo()
    {
        var bytes = Three.ToBytes();
        Assert.All(Enumerable.Range(0, bytes.Length), length => Assert.Throws<FormatException>(() => PictureContent.FromBytes(bytes.AsSpan(0, length))));
        Assert.Throws<FormatException>(() => PictureContent.FromBytes([.. bytes, 0]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(64)]
    public void OfPeople_AnyNumber_SurvivesItsBytes(int people)
    {
        var content = PictureContent.FromBytes(PictureContent.OfPeople(people).ToBytes());

        Assert.Equal((people, 0, 0, false), (content.People, content.Width, content.Faces.Count, content.IsGenerated));
        Assert.Equal(PictureContent.OfPeople(people), content);
        Assert.NotEqual(PictureContent.OfPeople(people + 1 > 64 ? 0 : people + 1), content);
        Assert.Throws<ArgumentOutOfRangeException>(() => PictureContent.OfPeople(-1));
    }

    [Fact]
    public void AsGenerated_SurvivesItsBytes()
    {
        var generated = Three.AsGenerated();

        Assert.True(PictureContent.FromBytes(generated.ToBytes()).IsGenerated);
        Assert.NotEqual(Three, generated);
    }

    /// <summary>A face on a wall or far behind is nobody who has the account.</summary>
    [Theory]
    [InlineData(100, 2)]
    [InlineData(45, 2)]
    [InlineData(44, 1)]
    public void People_SecondFaceOfSomeSize_CountsFromAFifthOfTheLargest(int side, int people) =>
        Assert.Equal(people, new PictureContent(400, 400, [new(0, 0, 100, 100), new(200, 200, side, side)]).People);

    [Theory]
    [InlineData(0, 2)]
    [InlineData(1, 2)]
    [InlineData(1, 65)]
    [InlineData(2, 1)]
    [InlineData(2, 66)]
    [InlineData(3, 2)]
    public void FromBytes_OtherHeader_SaysSo(int place, byte value)
    {
        var bytes = Three.ToBytes();
        bytes[place] = value;
        Assert.Throws<FormatException>(() => PictureContent.FromBytes(bytes));
    }

    [Theory]
    [InlineData(4, 0)]
    [InlineData(8, -1)]
    [InlineData(12, -1)]
    [InlineData(12, int.MaxValue)]
    [InlineData(16, 480)]
    [InlineData(20, 0)]
    [InlineData(24, int.MaxValue)]
    [InlineData(20, 1)]
    public void FromBytes_ImpossibleNumber_SaysSo(int place, int value)
    {
        // The last one leaves a smaller face before larger ones.
        var bytes = Three.ToBytes();
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(place), value);
        Assert.Throws<FormatException>(() => PictureContent.FromBytes(bytes));
    }

    [Fact]
    public void FromBytes_AnyBytes_GivesContentOrFormatException() => Gen.Byte.Array[0, 80].Sample(bytes =>
    {
        if (bytes.Length > 1)
        {
            (bytes[0], bytes[1]) = (1, (byte)(bytes[1] % 4));
        }

        try
        {
            Assert.Equal(bytes, PictureContent.FromBytes(bytes).ToBytes());
        }
        catch (FormatException)
        {
        }
    });

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public void Create_NoSize_Throws(int width, int height) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new PictureContent(width, height, []));

    [Theory]
    [InlineData(-1, 0, 5, 5)]
    [InlineData(0, 0, 0, 5)]
    [InlineData(0, 6, 5, 5)]
    [InlineData(6, 0, 5, 5)]
    public void Create_BoxOutside_Throws(int x, int y, int width, int height) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new PictureContent(10, 10, [new(x, y, width, height)]));

    [Fact]
    public void Create_TooManyFaces_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new PictureContent(10, 10, Enumerable.Repeat(new FaceBox(0, 0, 1, 1), 65)));

    [Fact]
    public void ToString_GivesNothingAway() => Assert.Equal(nameof(PictureContent), Three.ToString());
}
