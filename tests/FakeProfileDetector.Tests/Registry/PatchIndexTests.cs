using CsCheck;
using FakeProfileDetector.Index;
using FakeProfileDetector.Index.MultiIndex;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Registry;
using FakeProfileDetector.Tests.Index;
using FakeProfileDetector.Tests.Support;

namespace FakeProfileDetector.Tests.Registry;

public sealed class PatchIndexTests
{
    private static readonly PhotoPatches[] Photos = [.. Enumerable.Range(0, 40).Select(seed => Scene.Draw(seed).Patches().Stored())];

    private static readonly JudgedProfiles Nobody = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Find_AnyPhoto_IsFirstForItself()
    {
        using var index = new PatchIndex();
        index.AddRange(Photos.Select((photo, key) => (photo, (long)key)), Token);

        Assert.Equal(Photos.Sum(photo => (long)photo.Count), index.DescriptorCount);
        Assert.All(Photos.Index(), photo => Assert.Equal(photo.Index, index.Find(photo.Item, 5, Nobody, Token)[0]));
    }

    [Fact]
    public void Find_CroppedAndMirrored_FindsTheOriginal()
    {
        using var index = new PatchIndex();
        index.AddRange(Photos.Select((photo, key) => (photo, (long)key)), Token);

        Assert.All(Enumerable.Range(0, Photos.Length), seed =>
            Assert.Equal(seed, index.Find(Scene.Draw(seed).Crop(0.1, 0.1, 0.8).Mirror().Patches(), 5, Nobody, Token)[0]));
    }

    [Fact]
    public void Find_Except_LeavesThemOutBeforeItCounts()
    {
        using var index = new PatchIndex();
        for (var key = 0; key < 20; key++)
        {
            index.Add(Photos[0], key);
        }

        var judged = new JudgedProfiles();
        judged.Add(17);
        judged.AddAll([.. Enumerable.Range(0, 17).Select(key => (long)key)]);
        Assert.Equal([18L, 19L], index.Find(Photos[0], 5, judged, Token));
    }

    [Fact]
    public void Find_More_GivesTheMostWanted()
    {
        using var index = new PatchIndex();
        for (var key = 0; key < 20; key++)
        {
            index.Add(Photos[0], key);
        }

        Assert.Equal(7, index.Find(Photos[0], 7, Nobody, Token).Count);
    }

    /// <summary>By the number of its patches that the other photo shares, each once though it resembles several turns; equal ones by their keys.</summary>
    [Fact]
    public void Find_PhotosThatShareMoreAndLess_GivesTheMostFirst()
    {
        using var index = new PatchIndex();
        var shares = new (long Key, int Count)[] { (9, 4), (3, 12), (7, 16), (2, 4), (5, 8), (1, 1) };
        index.AddRange(shares.Select(share => (Part(Photos[0], share.Count), share.Key)), Token);

        Assert.Equal([7L, 3, 5, 2, 9, 1], index.Find(Photos[0], 10, Nobody, Token));
        Assert.Equal([7L, 3], index.Find(Photos[0], 2, Nobody, Token));
        Assert.Equal(45, index.DescriptorCount);
    }

    [Fact]
    public void Find_VeryManyHits_FindsTheSameAgain()
    {
        using var index = new PatchIndex();
        index.AddRange(Enumerable.Range(0, 5_000).Select(key => (Photos[0], (long)key)), Token);

        // More hits than a thread keeps memory for: five thousand times each patch.
        Assert.Equal([0L, 1, 2], index.Find(Photos[0], 3, Nobody, Token));
        Assert.Equal([0L, 1, 2], index.Find(Photos[0], 3, Nobody, Token));
        Assert.Empty(index.Find(Photos[1], 3, Nobody, Token));
    }

    [Fact]
    public void Remove_OneOfTwoCopies_LeavesTheOther()
    {
        using var index = new PatchIndex();
        index.Add(Photos[0], 1);
        index.Add(Photos[0], 2);
        index.Remove(Photos[0], 1);
        index.Remove(Photos[1], 1);

        Assert.Equal([2L], index.Find(Photos[0], 5, Nobody, Token));
        Assert.Equal(Photos[0].Count, index.DescriptorCount);
    }

    [Fact]
    public void Add_KeyTooGreat_Throws()
    {
        using var index = new PatchIndex();

        Assert.Throws<OverflowException>(() => index.Add(Photos[0], long.MaxValue));
    }

    [Fact]
    public async Task Find_WhileOthersAddAndRemove_FindsWhatStays()
    {
        using var index = new PatchIndex();
        index.AddRange(Photos.Take(10).Select((photo, key) => (photo, (long)key)), Token);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var writers = Enumerable.Range(1, 2).Select(writer => Task.Run(
            () =>
            {
                for (var i = 0; !stop.IsCancellationRequested; i++)
                {
                    var place = 10 + ((i + writer) % 30);
                    index.Add(Photos[place], (1000 * writer) + place);
                    index.Remove(Photos[place], (1000 * writer) + place);
                }
            },
            Token)).ToArray();
        for (var i = 0; i < 400; i++)
        {
            Assert.Equal(i % 10, index.Find(Photos[i % 10], 1, Nobody, Token)[0]);
        }

        await stop.CancelAsync();
        await Task.WhenAll(writers);
        Assert.Equal(Photos.Take(10).Sum(photo => (long)photo.Count), index.DescriptorCount);
    }

    [Fact]
    public void Sampled_AnySize_LooksIntoFiveBucketsAndNeverChangesPlan()
    {
        foreach (var count in new[] { 1L, 1_000_000, 1L << 30 })
        {
            var plan = BandPlan.Sampled.SearchPlanFor(count, 45);
            Assert.False(plan.IsScan);
            Assert.Equal(5, plan.Steps.Sum(step => step.Length));
            Assert.True(BandPlan.Sampled.Suits(count));
        }
    }

    [Fact]
    public void Search_SampledIndex_FindsTheSameWhereverAnEntryLies() => Gen.Select(Gen.Int, Gen.Int[1, 300]).Sample(
        (seed, count) =>
        {
            // Around a few centers, so that many are near and not all of these are found.
            var random = new Random(seed);
            var centers = Enumerable.Range(0, 5).Select(_ => Hashes.Uniform(random)).ToArray();
            HammingEntry[] entries = [.. Enumerable.Range(0, count).Select(key => new HammingEntry(Hashes.Neighbor(centers[key % 5], random.Next(60), random), key))];
            using var newest = MultiIndexHashIndex.CreateSampled();
            using var merged = MultiIndexHashIndex.CreateSampled();
            foreach (var entry in entries)
            {
                newest.Add(entry.Hash, entry.Key);
            }

            merged.AddRange(entries.AsEnumerable(), Token);
            foreach (var center in centers)
            {
                newest.AssertSameAs(merged, center, 45);
            }
        },
        iter: 50);

    [Fact]
    public void Load_SampledIndex_AnswersTheSame()
    {
        using var folder = new TemporaryFolder();
        using var index = MultiIndexHashIndex.CreateSampled();
        index.AddRange([.. Photos[0].Hashes.ToArray().Select((hash, key) => new HammingEntry(hash, key))]);
        index.Save(folder.PathOf("index"), Token);

        using var loaded = MultiIndexHashIndex.Load(folder.PathOf("index"), cancellationToken: Token);
        foreach (var hash in Photos[0].Hashes)
        {
            loaded.AssertSameAs(index, hash, 45);
        }
    }

    /// <summary>The first so many patches of a photo.</summary>
    private static PhotoPatches Part(PhotoPatches photo, int count) =>
        new(photo.Width, photo.Height, photo.Places[..count], photo.Hashes[..count], turned: null, packedThumbnail: []);
}
