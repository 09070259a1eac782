using FakeProfileDetector.Index;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Tests.Support;

namespace FakeProfileDetector.Tests.Index;

public sealed class MultiIndexHashIndexConcurrencyTests
{
    public static TheoryData<string> Variants =>
        [IndexVariant.Merging[0].Name, IndexVariant.Merging[^1].Name, IndexVariant.Default.Name];

    [Theory]
    [MemberData(nameof(Variants))]
    public async Task Search_WhileOthersWriteAndMerge_FindsWhatWasAddedAndNothingRemoved(string name)
    {
        var variant = IndexVariant.Named(name);
        using var index = variant.Create();
        using var folder = new TemporaryFolder();
        var history = new ConcurrentHistory(index, writers: 3, TimeSpan.FromSeconds(1.2));

        var faults = await history.RunAsync(readers: 2, folder.PathOf("index"), variant.Load);

        Assert.Equal(string.Empty, string.Join('\n', faults));
        Assert.True(history.SearchesDone > 100, "Hardly anything was searched.");
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public async Task Remove_TheSameEntryFromManyThreads_SucceedsOnceForEachCopy(string name)
    {
        const int Copies = 2000;
        using var index = IndexVariant.Named(name).Create();
        for (var i = 0; i < Copies; i++)
        {
            index.Add(Hashes.Ones, i % 10);
        }

        var removed = 0;
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < Copies; i++)
            {
                if (index.Remove(Hashes.Ones, i % 10))
                {
                    Interlocked.Increment(ref removed);
                }
            }
        })));

        Assert.Equal(Copies, removed);
        Assert.Equal(0, index.Count);
        Assert.Empty(index.Find(default, PhotoHash.BitCount));
    }

    [Fact]
    public void Faults_OfAnswersKnownToBeWrong_AreNamed()
    {
        // Added between 1 and 2, removed between 10 and 11: found for certain by a search between 3 and 9 only.
        var entry = new TrackedEntry(Hashes.Ones, 0);
        entry.AddBegins(1);
        entry.AddReturned(2);
        entry.RemoveBegins(10);
        entry.RemoveReturned(11);

        Assert.NotEmpty(Faults(3, 9));
        Assert.Empty(Faults(3, 9, new HammingMatch(0, 0)));
        Assert.NotEmpty(Faults(3, 9, new HammingMatch(0, 0), new HammingMatch(0, 0)));
        Assert.NotEmpty(Faults(3, 9, new HammingMatch(0, 1)));
        Assert.NotEmpty(Faults(3, 9, new HammingMatch(0, 0), new HammingMatch(5, 0)));
        Assert.Empty(Faults(0, 3));
        Assert.Empty(Faults(0, 3, new HammingMatch(0, 0)));
        Assert.Empty(Faults(9, 12));
        Assert.Empty(Faults(9, 12, new HammingMatch(0, 0)));
        Assert.Empty(Faults(12, 13));
        Assert.NotEmpty(Faults(12, 13, new HammingMatch(0, 0)));

        string[] Faults(long begun, long ended, params HammingMatch[] found) =>
            [.. new ConcurrentSearch(begun, ended, Hashes.Ones, 31, found).Faults([entry])];
    }
}
