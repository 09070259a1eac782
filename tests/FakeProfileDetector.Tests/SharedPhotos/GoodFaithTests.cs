using FakeProfileDetector.Checking;
using FakeProfileDetector.Profiles;
using FakeProfileDetector.Reasons;
using FakeProfileDetector.Signals.ImageReuse;
using FakeProfileDetector.Signals.NameMismatch;
using FakeProfileDetector.Signals.SparseHistory;
using FakeProfileDetector.Tests.Support;
using static FakeProfileDetector.Tests.Support.Invented;

namespace FakeProfileDetector.Tests.SharedPhotos;

/// <summary>When sharing a picture is no theft: by what it shows, and by how those who share it relate.</summary>
public sealed class GoodFaithTests
{
    private static readonly string[] Names =
    [
        "Ana Horvat", "Boris Kovac", "Carla Moretti", "Dario Lindqvist", "Elin Farkas", "Felix Novik", "Greta Tamm", "Hugo Salonen",
        "Ines Petrik", "Jonas Ekman", "Karin Rossen", "Leo Drobny", "Mira Aalto", "Nils Berger", "Olga Sidor", "Pavel Hruby",
        "Rosa Delgado", "Sven Akerman", "Tina Marek", "Uwe Zander",
    ];

    private static readonly AccountHistory[] Histories = [New, Thin, Established];

    /// <summary>Whoever holds a picture of several people or of nobody is never a likely fake for that.</summary>
    [Theory]
    [InlineData(0, ReasonCodes.PictureWithoutPerson)]
    [InlineData(2, ReasonCodes.GroupPhoto)]
    [InlineData(6, ReasonCodes.GroupPhoto)]
    [InlineData(null, ReasonCodes.PhotoContentUnknown)]
    public async Task Check_NoPortraitOfOnePerson_IsAtMostSuspiciousAndSaysWhy(int? people, string code)
    {
        foreach (var size in (int[])[2, 3, 5, 20])
        {
            foreach (var mix in (int[])[0, 1, 2, 3])
            {
                var members = Enumerable.Range(0, size)
                    .Select(i => Member($"m{i}", Names[i], Photo(1, people: people), Histories[mix == 3 ? i % 3 : mix]))
                    .ToArray();

                var reports = await CheckAll(members);

                Assert.All(reports.Values, report =>
                {
                    Assert.NotEqual(AuthenticityVerdict.LikelyFake, report.Verdict);
                    var codes = report.Signal(ImageReuseSignal.SignalName).Codes().ToArray();
                    Assert.True(codes.Contains(code) || codes.Contains(ReasonCodes.SharedStockImage), string.Join(", ", codes));
                });
            }
        }
    }

    [Fact]
    public async Task Check_NewcomersWithOneDrawing_AreNotSuspiciousForIt()
    {
        var reports = await CheckAll([.. Enumerable.Range(0, 5).Select(i => Member(
            $"m{i}", Names[i], Photo(1, people: 0), New with { CreatedAt = Now.AddDays(-11 * i), Connections = 3 * i, Following = 20 + i }))]);

        Assert.All(reports.Values, report => Assert.Equal(AuthenticityVerdict.NoAdverseEvidence, report.Verdict));
        Assert.All(reports.Values, report => Assert.DoesNotContain(ReasonCodes.PhotoRing, report.Signal(ImageReuseSignal.SignalName).Codes()));
    }

    [Fact]
    public async Task Check_OnlyTheOthersCopyTellsWhatItShows_IsBelieved()
    {
        var known = await CheckAll(Member("a", Names[0], Photo(1, people: 2), Established), Member("b", Names[1], Photo(1, people: null), Thin));
        var portrait = await CheckAll(Member("a", Names[0], Photo(1), Established), Member("b", Names[1], Photo(1, people: 0), Thin));

        Assert.Contains(ReasonCodes.GroupPhoto, known["b"].Signal(ImageReuseSignal.SignalName).Codes());
        Assert.Equal(AuthenticityVerdict.LikelyFake, portrait["b"].Verdict);
    }

    [Fact]
    public async Task Check_GeneratedPicture_IsADefaultAvatar()
    {
        var tile = Photo(1, people: 0);
        tile = tile.With(tile.Content!.AsGenerated());

        var reports = await CheckAll(Member("a", Names[0], tile, Established), Member("b", Names[1], tile, New), Member("c", Names[2], tile, Thin));

        Assert.All(reports.Values, report => Assert.Equal([ReasonCodes.DefaultAvatar], report.Signal(ImageReuseSignal.SignalName).Codes()));
        Assert.All(reports.Values, report => Assert.Equal(0, report.Signal(ImageReuseSignal.SignalName).WeightBits));
    }

    [Theory]
    [InlineData("connected")]
    [InlineData("household")]
    [InlineData("employer")]
    public async Task Check_HoldersBelongTogether_IsNoTheft(string how)
    {
        var relation = new ProfileRelation
        {
            OtherId = "owner",
            AreConnected = how == "connected" ? true : null,
            ShareHousehold = how == "household" ? true : null,
            ShareEmployer = how == "employer" ? true : null,
        };

        var strangers = await CheckTaker(Thin, new Relations());
        var related = await CheckTaker(Thin, new Relations(relation));

        Assert.Equal(AuthenticityVerdict.LikelyFake, strangers.Verdict);
        Assert.NotEqual(AuthenticityVerdict.LikelyFake, related.Verdict);
        Assert.True(related.Probability < strangers.Probability);
        Assert.Contains(ReasonCodes.ProfilesRelated, related.Signal(ImageReuseSignal.SignalName).Codes());
    }

    [Fact]
    public async Task Check_RelationsThatAreUnknown_WeighNothing()
    {
        var none = await CheckTaker(Thin, null);
        var unknown = await CheckTaker(Thin, new Relations(new ProfileRelation { OtherId = "owner" }));
        var ofAnother = await CheckTaker(Thin, new Relations(new ProfileRelation { OtherId = "somebody", AreConnected = true }));

        Assert.Equal(none.Probability, unknown.Probability);
        Assert.Equal(none.Probability, ofAnother.Probability);
    }

    [Fact]
    public async Task Check_RelationsCannotBeLookedUp_ReportsNobodyAndAcceptsNobody()
    {
        var thief = await CheckTaker(Thin, new FailingRelations());
        var owner = await Check("owner", Established, new FailingRelations());

        Assert.NotEqual(AuthenticityVerdict.LikelyFake, thief.Verdict);
        Assert.Contains(ReasonCodes.RelationsUnavailable, thief.Signal(ImageReuseSignal.SignalName).Codes());
        Assert.NotEqual(AuthenticityVerdict.NoAdverseEvidence, owner.Verdict);
    }

    [Fact]
    public async Task Check_OneOrganization_SharesInGoodFaith()
    {
        var assistant = Member("b", "Boris Kovac", Photo(1), New) with { Organization = "Contoso " };
        var executive = Member("a", "Ana Horvat", Photo(1), Established) with { Organization = "contoso" };

        var together = await CheckAll(executive, assistant);
        var apart = await CheckAll(executive, assistant with { Organization = "Fabrikam" });

        Assert.NotEqual(AuthenticityVerdict.LikelyFake, together["b"].Verdict);
        Assert.Equal(AuthenticityVerdict.LikelyFake, apart["b"].Verdict);
    }

    private static Task<AuthenticityReport> CheckTaker(AccountHistory history, IProfileRelations? relations) => Check("taker", history, relations);

    private static async Task<AuthenticityReport> Check(string id, AccountHistory taker, IProfileRelations? relations)
    {
        Profile[] members = [Member("owner", Names[0], Photo(1), Established), Member("taker", Names[1], Photo(1), taker)];
        using var registry = await Enrolled(members);
        IProfileAuthenticityChecker checker = new ProfileAuthenticityChecker(
            registry,
            NoDecoder.Fingerprinter,
            [ImageReuseSignal.Create(), NameMismatchSignal.Create(), SparseHistorySignal.Create()],
            time: new FixedTime(Now),
            relations: relations);
        return await checker.CheckAsync(members.Single(member => member.Id == id), TestContext.Current.CancellationToken);
    }

    private sealed class Relations(params ProfileRelation[] known) : IProfileRelations
    {
        public ValueTask<IReadOnlyList<ProfileRelation>> FindAsync(
            string profileId, IReadOnlyCollection<string> otherIds, CancellationToken cancellationToken = default) => new(known);
    }

    private sealed class FailingRelations : IProfileRelations
    {
        public ValueTask<IReadOnlyList<ProfileRelation>> FindAsync(
            string profileId, IReadOnlyCollection<string> otherIds, CancellationToken cancellationToken = default) =>
            throw new InvalidOperationException("The graph is down.");
    }
}
