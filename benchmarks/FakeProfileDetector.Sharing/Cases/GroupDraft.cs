using FakeProfileDetector.Benchmarks.Shared.Data;
using FakeProfileDetector.Profiles;
using FakeProfileDetector.Sharing.Copies;
using FakeProfileDetector.Sharing.Faces;
using FakeProfileDetector.Sharing.Histories;
using FakeProfileDetector.Sharing.Members;
using FakeProfileDetector.Sharing.Networks;
using FakeProfileDetector.Sharing.People;

namespace FakeProfileDetector.Sharing.Cases;

/// <summary>One group of a case while its accounts are made up.</summary>
/// <param name="plan">The case.</param>
/// <param name="source">What it is made up of; kinds of accounts take turns by its number.</param>
internal sealed class GroupDraft(SharingCase plan, RoundSource source)
{
    private readonly List<PlantedMember> _members = [];

    internal int Number => source.Number;

    internal Random Random => source.Random;

    internal IReadOnlyList<PlantedMember> Members => _members;

    internal PersonDraft[] People(int count) => source.Names.People(count, source.Random);

    internal PersonDraft[] PeopleOfOneInitials(int count) => source.Names.PeopleOfOneInitials(count, source.Random);

    internal PersonDraft[] PeopleOfNoCommonInitial(int count) => source.Names.PeopleWhere(people => people.SelectMany(person => person.Initials).Distinct().Count() == 2 * count, count, source.Random);

    internal PersonDraft[] PeopleOfOneCommonInitial() =>
        source.Names.PeopleWhere(people => people[0].Given[0] == people[1].Given[0] ^ people[0].Family[0] == people[1].Family[0], 2, source.Random);

    internal PersonDraft[] FamilyOf(int count) => source.Names.Family(count, source.Random);

    internal string[] Companies(int count) => source.Names.Companies(count, source.Random);

    internal Face Face() => source.Faces.Draw();

    internal Face[] Faces(int count) => [.. Enumerable.Range(0, count).Select(_ => source.Faces.Draw())];

    /// <summary>The file of a portrait that nobody of the network has yet.</summary>
    internal byte[] Portrait() => Upload.Take(Face().Decode(), source.Random);

    /// <summary>The files of two different photos of one person; null once the network has had all.</summary>
    internal (byte[] First, byte[] Second)? TwoShots() =>
        source.Shots.Draw() is { } pair ? (File.ReadAllBytes(pair.First), File.ReadAllBytes(pair.Second)) : null;

    internal AccountHistory History(AccountKind kind) => source.Histories.Draw(kind, source.Random);

    /// <summary>Adds a genuine account.</summary>
    internal PlantedMember Add(string name, byte[] photo, AccountKind kind, string? organization = null, string? handle = null) =>
        Add(name, photo, History(kind), organization, handle);

    /// <summary>Adds a genuine account that has had its photo since soon after it was created, or for a year or more.</summary>
    internal PlantedMember Add(string name, byte[] photo, AccountHistory? history, string? organization = null, string? handle = null)
    {
        var since = history is null ? (DateTimeOffset?)null : Since(history);
        return Add(NewMember(name, handle ?? Handles.Of(name, source.Random), photo, history) with { Organization = organization, PhotoSince = since });
    }

    /// <summary>Adds accounts of the kinds, in their order, which share a picture.</summary>
    internal void Share(IEnumerable<string> holders, byte[] picture, IReadOnlyList<AccountKind> kinds, string? organization = null)
    {
        foreach (var (i, name) in holders.Index())
        {
            Add(name, i == 0 ? picture : Upload.Again(picture, source.Random), kinds[i % kinds.Count], organization);
        }
    }

    /// <summary>Adds a thief's account, which took the photo lately.</summary>
    internal PlantedMember AddThief(string name, byte[] photo, AccountHistory history, PlantedMember? owner, string? handle = null) =>
        Add(NewMember(name, handle ?? Handles.Of(name, source.Random), photo, history) with
        {
            IsFake = true,
            Owner = owner?.Id,
            PhotoSince = SinceTheft(history, owner),
        });

    /// <summary>Since when the accounts show their photos becomes unknown.</summary>
    internal void ForgetPhotoDates()
    {
        for (var i = 0; i < _members.Count; i++)
        {
            _members[i] = _members[i] with { PhotoSince = null };
        }
    }

    private PlantedMember NewMember(string name, string handle, byte[] photo, AccountHistory? history)
    {
        // Identifiers are in no order, so that none is preferred for its place in the group.
        var group = $"{source.Number:000}-{StableSeed.Of(plan.Name):x8}";
        var id = $"{StableSeed.Of($"{group} {_members.Count}"):x8}-{group}";
        return new(id, plan.Name, group, name, handle, photo, history) { Relations = plan.Relations };
    }

    private PlantedMember Add(PlantedMember member)
    {
        _members.Add(member);
        return member;
    }

    private DateTimeOffset Since(AccountHistory history) => history.CreatedAt is { } created
        ? created.AddHours(source.Random.Next(1, 48))
        : HistoryPool.DaysAgo(source.Random.Next(365, 1200), source.Random);

    /// <summary>Within the last month, and after the account and the owner's photo were there.</summary>
    private DateTimeOffset SinceTheft(AccountHistory history, PlantedMember? owner)
    {
        const int MostDays = 30;
        var first = new[] { HistoryPool.Now.AddDays(-MostDays), history.CreatedAt, owner?.PhotoSince }.Max()!.Value;
        return first + ((HistoryPool.Now - first) * source.Random.NextDouble());
    }
}
