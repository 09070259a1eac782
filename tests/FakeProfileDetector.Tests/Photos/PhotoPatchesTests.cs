using FakeProfileDetector.Photos;
using FakeProfileDetector.Tests.Support;

namespace FakeProfileDetector.Tests.Photos;

public sealed class PhotoPatchesTests
{
    private static readonly PhotoPatches Patches = Scene.Draw(1).Patches();

    [Fact]
    public void ToBytes_ReadBack_AreTheSame()
    {
        var read = PhotoPatches.FromBytes(Patches.ToBytes());

        Assert.Equal(Patches.ToBytes(), read.ToBytes());
        Assert.Equal((Patches.Count, true, Patches.Length), (read.Count, read.HasThumbnail, read.Length));
        Assert.Equal(Patches.Hashes, read.Hashes);
        Assert.Equal(Patches.Places, read.Places);
        Assert.True(read.Turned.IsEmpty);
    }

    [Fact]
    public void Length_ThirtyTwoPatches_IsAsDocumented()
    {
        Assert.Equal((32, 1928), (Patches.Count, Patches.Length));
        Assert.Equal(1160, Patches.WithoutThumbnail().Length);
        Assert.False(Patches.WithoutThumbnail().HasThumbnail);
    }

    [Fact]
    public void FromBytes_CutOrDamaged_SaysSo()
    {
        var bytes = Patches.ToBytes();
        Assert.Throws<FormatException>(() => PhotoPatches.FromBytes([]));
        Assert.All(Enumerable.Range(0, bytes.Length), length => Assert.Throws<FormatException>(() => PhotoPatches.FromBytes(bytes.AsSpan(0, length))));
        Assert.Throws<FormatException>(() => PhotoPatches.FromBytes([.. bytes, 0]));
        for (var place = 0; place < 3; place++)
        {
            var damaged = Patches.ToBytes();
            damaged[place] ^= 0x40;
            Assert.Throws<FormatException>(() => PhotoPatches.FromBytes(damaged));
        }
    }

    [Fact]
    public void Fingerprint_SameWithAndWithoutPatches_IsEqual()
    {
        var fingerprint = Scene.Draw(1).Fingerprint();

        Assert.Equal(fingerprint, fingerprint.With(patches: null));
    }

    [Fact]
    public void ToString_GivesNothingAway() => Assert.Equal(typeof(PhotoPatches).FullName, Patches.ToString());
}
