using FakeProfileDetector.Reviews;

namespace FakeProfileDetector.Testing;

/// <summary>What every <see cref="IReviewDecisionStore"/> must do. The tests of a store inherit it and are named {Store}Tests.</summary>
public abstract class ReviewDecisionStoreConformanceTests
{
    private static readonly DateTimeOffset Then = new DateTimeOffset(2026, 5, 6, 7, 8, 9, TimeSpan.FromHours(5.75)).AddTicks(1234567);

    public static TheoryData<string> Identifiers => ["anna", "Anna", "anna ", "ren\u00E9", "rene\u0301", "a\0b", "a'b\"c", "人", "01", "😀"];

    public static TheoryData<ReviewDecisionKind> Kinds => [.. Enum.GetValues<ReviewDecisionKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task RecordAsync_Decision_IsFoundWithAllThatIsKnownOfIt(ReviewDecisionKind kind)
    {
        var store = await CreateStoreAsync();
        var decision = Decision(kind, "anna") with { Reviewer = "moderator 7", Note = "Seen on video; \"sure\"." };

        await store.RecordAsync(decision);

        var found = Assert.Single(await store.FindAsync(["anna"]));
        Assert.Equal(decision, found);
        Assert.True(decision.DecidedAt.EqualsExact(found.DecidedAt));
        Assert.Equal(decision, Assert.Single(await ReadAllAsync(store)));
    }

    [Theory]
    [MemberData(nameof(Identifiers))]
    public async Task FindAsync_AnyIdentifier_IsComparedOrdinally(string id)
    {
        var store = await CreateStoreAsync();
        var others = Identifiers.Select(row => row.Data).Where(other => other != id).ToArray();
        await store.RecordAsync(Decision(ReviewDecisionKind.Authentic, id));

        Assert.Empty(await store.FindAsync(others));
        Assert.Equal(id, Assert.Single(await store.FindAsync([.. others, id])).ProfileId);
    }

    [Fact]
    public async Task FindAsync_ManyProfiles_FindsEachDecisionOnce()
    {
        var store = await CreateStoreAsync();
        await store.RecordAsync(Decision(ReviewDecisionKind.Authentic, "anna"));
        await store.RecordAsync(Decision(ReviewDecisionKind.ConfirmedFake, "berta"));
        await store.RecordAsync(ReviewDecision.SamePerson("clara", "anna", Then));
        await store.RecordAsync(Decision(ReviewDecisionKind.ConfirmedFake, "stranger"));

        var found = await store.FindAsync(["anna", "berta", "clara", "anna", "nobody"]);

        Assert.Equal(3, found.Count);
        Assert.Equal(["anna", "anna", "berta"], found.Select(decision => decision.ProfileId).Order());
        Assert.Equal("clara", Assert.Single(await store.FindAsync(["clara"])).OtherProfileId);
        Assert.Empty(await store.FindAsync([]));
    }

    [Fact]
    public async Task RecordAsync_LaterDecisionOnAProfile_TakesThePlaceOfTheEarlier()
    {
        var store = await CreateStoreAsync();
        await store.RecordAsync(Decision(ReviewDecisionKind.Authentic, "anna") with { Note = "first" });
        await store.RecordAsync(ReviewDecision.SamePerson("anna", "berta", Then));
        var later = ReviewDecision.ConfirmedFake("anna", Then.AddDays(1));

        await store.RecordAsync(later);

        Assert.Equal(2, (await ReadAllAsync(store)).Count);
        Assert.Equal(later, Assert.Single(await store.FindAsync(["anna"]), decision => decision.OtherProfileId is null));
    }

    [Fact]
    public async Task RecordAsync_PairInTheOtherOrder_IsTheSamePair()
    {
        var store = await CreateStoreAsync();
        await store.RecordAsync(ReviewDecision.SamePerson("anna", "berta", Then));
        await store.RecordAsync(ReviewDecision.SamePerson("berta", "anna", Then.AddDays(1)));

        Assert.Equal(Then.AddDays(1), Assert.Single(await ReadAllAsync(store)).DecidedAt);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task WithdrawAsync_DecisionThatStands_IsForgotten(ReviewDecisionKind kind)
    {
        var store = await CreateStoreAsync();
        await store.RecordAsync(Decision(kind, "anna") with { Note = "any" });

        Assert.True(await store.WithdrawAsync(Decision(kind, "anna")));
        Assert.False(await store.WithdrawAsync(Decision(kind, "anna")));
        Assert.Empty(await store.FindAsync(["anna", "zoe"]));
        Assert.Empty(await ReadAllAsync(store));
    }

    [Fact]
    public async Task WithdrawAsync_DecisionOfAnotherKind_IsLeftAlone()
    {
        var store = await CreateStoreAsync();
        await store.RecordAsync(Decision(ReviewDecisionKind.ConfirmedFake, "anna"));

        Assert.False(await store.WithdrawAsync(Decision(ReviewDecisionKind.Authentic, "anna")));
        Assert.False(await store.WithdrawAsync(ReviewDecision.SamePerson("anna", "berta", Then)));
        Assert.Single(await store.FindAsync(["anna"]));
    }

    [Fact]
    public async Task EraseAsync_Profile_LeavesNoDecisionThatNamesIt()
    {
        var store = await CreateStoreAsync();
        await store.RecordAsync(Decision(ReviewDecisionKind.ConfirmedFake, "anna"));
        await store.RecordAsync(ReviewDecision.SamePerson("anna", "berta", Then));
        await store.RecordAsync(ReviewDecision.SamePerson("zoe", "anna", Then));
        var kept = ReviewDecision.SamePerson("berta", "zoe", Then);
        await store.RecordAsync(kept);

        Assert.True((await store.EraseAsync("anna")).WasStored);
        Assert.False((await store.EraseAsync("anna")).WasStored);
        Assert.Equal(kept, Assert.Single(await store.FindAsync(["anna", "berta", "zoe"])));
        Assert.Equal(kept, Assert.Single(await ReadAllAsync(store)));
    }

    [Fact]
    public async Task AnyMember_CalledConcurrently_LosesNothing()
    {
        var store = await CreateStoreAsync();

        await Parallel.ForEachAsync(Enumerable.Range(0, 200), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (i, token) =>
        {
            await store.RecordAsync(Decision((ReviewDecisionKind)(i % 2), $"m{i}"), token);
            await store.RecordAsync(ReviewDecision.SamePerson($"m{i}", "hub", Then), token);
            Assert.Equal(2, (await store.FindAsync([$"m{i}"], token)).Count);
            if (i % 4 == 0)
            {
                Assert.True((await store.EraseAsync($"m{i}", token)).WasStored);
            }
        });

        Assert.Equal(150, (await store.FindAsync(["hub"])).Count);
        Assert.Equal(300, (await ReadAllAsync(store)).Count);
    }

    [Fact]
    public async Task AnyMember_CanceledOrNull_Throws()
    {
        var store = await CreateStoreAsync();
        var canceled = new CancellationToken(canceled: true);
        var decision = Decision(ReviewDecisionKind.Authentic, "anna");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await store.RecordAsync(decision, canceled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await store.WithdrawAsync(decision, canceled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await store.FindAsync(["anna"], canceled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await store.EraseAsync("anna", canceled));
        Assert.Empty(await ReadAllAsync(store));
        await Assert.ThrowsAsync<ArgumentNullException>(async () => await store.RecordAsync(null!));
        await Assert.ThrowsAsync<ArgumentNullException>(async () => await store.WithdrawAsync(null!));
        await Assert.ThrowsAsync<ArgumentNullException>(async () => await store.FindAsync(null!));
        await Assert.ThrowsAsync<ArgumentNullException>(async () => await store.EraseAsync(null!));
    }

    protected abstract ValueTask<IReviewDecisionStore> CreateStoreAsync();

    private static ReviewDecision Decision(ReviewDecisionKind kind, string id) => kind switch
    {
        ReviewDecisionKind.Authentic => ReviewDecision.Authentic(id, Then),
        ReviewDecisionKind.ConfirmedFake => ReviewDecision.ConfirmedFake(id, Then),
        _ => ReviewDecision.SamePerson(id, "zoe", Then),
    };

    private static async Task<List<ReviewDecision>> ReadAllAsync(IReviewDecisionStore store)
    {
        var all = new List<ReviewDecision>();
        await foreach (var decision in store.ReadAllAsync())
        {
            all.Add(decision);
        }

        return all;
    }
}
