using System.Text.RegularExpressions;
using CsCheck;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Profiles;
using FakeProfileDetector.Reasons;
using FakeProfileDetector.Tests.Support;
using static FakeProfileDetector.Tests.Support.Invented;

namespace FakeProfileDetector.Tests.Reports;

/// <summary>No sentence of a report states what its facts do not: whoever contests it finds the grounds.</summary>
public sealed partial class ReasonFactsTests
{
    private static readonly string?[] Names =
        ["Ana Horvat", "A. Horvat", "Boris Kovac", "Ana Kovac", "Jianjun Zhang", "张建军", "Carla Weiss", "ana_h", "Сhris Novak", null];

    private static readonly AccountHistory?[] Histories =
        [null, Established, Thin, New, new(), Thin with { Posts = -1, CreatedAt = Now.AddYears(1) }, Established with { IsVerified = true }];

    private static readonly Lazy<PhotoFingerprint?[]> Photos = new(() =>
    [
        null,
        Photo(1), Photo(1, distance: 9), Photo(1, width: 90, height: 90, hasColor: false), Photo(2), Photo(3, quality: 3),
        Scene.Draw(1).Fingerprint(), Scene.Draw(1).Mirror().Crop(0.1, 0.1, 0.8).Fingerprint(), Scene.Draw(1).Turn(6).Fingerprint(),
    ]);

    /// <summary>What a sentence may say of names, and the relation that its facts must then state.</summary>
    private static readonly (string Phrase, string[] Relations)[] Relations =
    [
        ("no word in common", ["disjoint"]),
        ("contradicts in part", ["partial-conflict"]),
        ("family name only", ["shares-family-name"]),
        ("given name only", ["shares-given-name"]),
    ];

    [Fact]
    public Task Texts_OfAnyReport_StateTheirFactsOnly() => Networks().SampleAsync(async members =>
    {
        foreach (var report in (await CheckAll(members)).Values)
        {
            Assert.All(report.Signals.SelectMany(signal => signal.Reasons), AssertStatesItsFacts);
        }
    }, iter: 60, threads: 1);

    private static Gen<Profile[]> Networks()
    {
        var member =
            from name in Gen.OneOf(Names)
            from history in Gen.OneOf(Histories)
            from photo in Gen.OneOf(Photos.Value)
            from others in Gen.OneOf(Names)
            from handle in Gen.OneOf("ana.horvat", "boris.kovac81", "xx", "")
            select (Func<string, Profile>)(id => Member(id, name, photo, history) with
            {
                Handle = handle,
                EmailLocalPart = handle,
                NamesInOtherFields = others is null ? [] : [others],
            });
        return member.Array[2, 7].Select(members => members.Select((make, i) => make($"m{(char)('a' + i)}")).ToArray());
    }

    private static void AssertStatesItsFacts(Reason reason)
    {
        var known = reason.Facts.Values.SelectMany(NumbersOf).ToHashSet();

        // "Quality 3 of 100" names its scale.
        var text = reason.Text.Replace(" of 100", string.Empty, StringComparison.Ordinal);
        Assert.All(NumbersOf(text), number => Assert.True(known.Contains(number), $"{reason.Code}: {number} of \"{reason.Text}\" is in no fact."));
        Assert.All(Relations.Where(relation => reason.Text.Contains(relation.Phrase, StringComparison.Ordinal)), relation =>
            Assert.Contains(reason.Facts.GetValueOrDefault("nameRelation"), relation.Relations));
    }

    private static IEnumerable<string> NumbersOf(string text) => Number().Matches(text).Select(match => match.Value);

    [GeneratedRegex(@"\d+(?:[.,]\d+)*")]
    private static partial Regex Number();
}
