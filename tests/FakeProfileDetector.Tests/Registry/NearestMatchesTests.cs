using CsCheck;
using FakeProfileDetector.Index;
using FakeProfileDetector.Registry;

namespace FakeProfileDetector.Tests.Registry;

public sealed class NearestMatchesTests
{
    [Fact]
    public void Add_AnyOrder_KeepsTheFirstOfAllSorted() =>
        Gen.Select(Gen.Int[1, 20], Gen.Select(Gen.Long[0, 1000], Gen.Int[0, 5]).List[0, 200]).Sample((capacity, list) =>
        {
            HammingMatch[] matches = [.. list.DistinctBy(match => match.Item1).Select(match => new HammingMatch(match.Item1, match.Item2))];
            var nearest = new NearestMatches(capacity);
            foreach (var match in matches)
            {
                nearest.Add(match);
            }

            Assert.Equal(matches.Length, nearest.Count);
            Assert.Equal(matches.OrderBy(match => match.Distance).ThenBy(match => match.Key).Take(capacity), nearest.Matches);
        });
}
