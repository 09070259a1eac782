using FakeProfileDetector.Photos;
using FakeProfileDetector.Photos.Fingerprinting;
using FakeProfileDetector.Photos.Pdq;
using FakeProfileDetector.Registry;
using FakeProfileDetector.SkiaSharp;
using FakeProfileDetector.Testing;
using static FakeProfileDetector.Tests.Support.Invented;

namespace FakeProfileDetector.Tests.Registry;

public sealed class BenignPhotoBankTests
{
    [Fact]
    public void Find_WithinTheRadius_GivesTheNearestLabel()
    {
        var bank = new BenignPhotoBank(withKnownDefaults: false);
        bank.Add(Photo(1, distance: 10).Hash, "far");
        bank.Add(Photo(1, distance: 3).Hash, "near");

        Assert.Equal("near", bank.Find(Photo(1)));
        Assert.Null(bank.Find(Photo(1), radius: 2));
        Assert.True(bank.Remove(Photo(1, distance: 3).Hash));
        Assert.Equal("far", bank.Find(Photo(1)));
    }

    [Fact]
    public void Find_ManyWithinTheRadius_GivesTheNearestInAnyOrder()
    {
        for (var seed = 1; seed <= 10; seed++)
        {
            var distances = Enumerable.Range(2, 25).ToArray();
            new Random(seed).Shuffle(distances);
            var bank = new BenignPhotoBank(withKnownDefaults: false);
            foreach (var distance in distances)
            {
                bank.Add(Photo(seed, distance).Hash, $"at {distance}");
            }

            for (var nearest = 2; nearest < 20; nearest++)
            {
                Assert.Equal($"at {nearest}", bank.Find(Photo(seed)));
                Assert.True(bank.Remove(Photo(seed, nearest).Hash));
            }
        }
    }

    [Fact]
    public void KnownDefaults_Shipped_AreManyAndLabeled() => Assert.InRange(new BenignPhotoBank().Count, 90, 1000);

    [Fact]
    public void Add_WithoutLabel_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new BenignPhotoBank(withKnownDefaults: false).Add(default, " "));

    [Fact]
    public void Find_RealDefaultAvatars_AreAllKnownOrFeatureless()
    {
        var folder = SharedData.PathOf("photos/D8_default_avatars/images");
        var bank = new BenignPhotoBank();
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            using var image = new SkiaPhotoDecoder().Decode(File.ReadAllBytes(file)).Image!;
            var photo = PhotoFingerprinter.Fingerprint(image);
            Assert.True(photo.Quality < PdqHasher.MinimumQuality || bank.Find(photo) is not null, file);
        }
    }

    [Fact]
    public void Find_RealPortraits_AreNotInTheBank()
    {
        var table = SharedData.PathOf("photos/D3_us_senate/computed_hashes.tsv");
        var bank = new BenignPhotoBank();
        var portraits = SharedData.ReadTable(table).Where(row => row["pdq_full"].Length == 64).ToArray();

        Assert.NotEmpty(portraits);
        Assert.All(portraits, row => Assert.Null(bank.Find(new(PhotoHash.Parse(row["pdq_full"]), quality: 100))));
    }
}
