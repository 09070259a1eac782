using FakeProfileDetector.Benchmarks.Shared.Data;
using FakeProfileDetector.Profiles;
using FakeProfileDetector.Sharing.Copies;
using FakeProfileDetector.Sharing.Faces;
using FakeProfileDetector.Sharing.Histories;
using FakeProfileDetector.Sharing.Members;
using FakeProfileDetector.Sharing.People;

namespace FakeProfileDetector.Sharing.Cases;

/// <summary>One group of a case while its accounts are made up.</summary>
/// <param name="plan">The case.</param>
/// <param name="number">The group's number in its case; even and odd ones may take turns.</param>
/// <param name="random">The group's own randomness.</param>
/// <param name="names">The network's names.</param>
/// <param name="faces">The network's faces.</param>
/// <param name="shots">The network's pairs of photos of one person.</param>
/// <param name="histories">Accounts of one set.</param>
internal sealed class GroupDraft(SharingCase plan, int number, Random random, NameSource names, FacePool faces, ShotPool shots, HistoryPool histories)
{
    private readonly List<PlantedMember> _members = [];

    internal int Number => number;

    internal Random Random => random;

    internal IReadOnlyList<PlantedMember> Members => _members;

    internal PersonDraft[] People(int count) => names.People(count, random);

    internal PersonDraft[] PeopleOfOneInitials(int count) => names.PeopleOfOneInitials(count, random);

    internal PersonDraft[] PeopleOfNoCommonInitial(int count) => names.PeopleWhere(people => people.SelectMany(person => person.Initials).Distinct().Count() == 2 * count, count, random);

    internal PersonDraft[] PeopleOfOneCommonInitial() =>
        names.PeopleWhere(people => people[0].Given[0] == people[1].Given[0] ^ people[0].Family[0] == people[1].Family[0], 2, random);

    internal PersonDraft[] FamilyOf(int count) => names.Family(count, random);

    internal string[] Companies(int count) => names.Companies(count, random);

    internal Face Face() => faces.Draw();

    internal Face[] Faces(int count) => [.. Enumerable.Range(0, count).Select(_ => faces.Draw())];

    /// <summary>The file of a portrait that nobody of the network has yet.</summary>
    internal byte[] Portrait() => Upload.Take(Face().Decode(), random);

    /// <summary>The files of two different photos of one person; null once the network has had all.</summary>
    internal (byte[] First, byte[] Second)? TwoShots() =>
        shots.Draw() is { } pair ? (File.ReadAllBytes(pair.First), File.ReadAllBytes(pair.Second)) : null;

    internal AccountHistory History(AccountKind kind) => histories.Draw(kind, random);

    /// <summary>Adds a genuine account.</summary>
    internal PlantedMember Add(string name, byte[] photo, AccountKind kind, string? organization = null) =>
        Add(name, photo, History(kind), organization);

    /// <summary>Adds a genuine account that has had its photo since soon after it was created, or for a year or more.</summary>
    internal PlantedMember Add(string name, byte[] photo, AccountHistory? history, string? organization = null)
    {
        var since = history is null ? (DateTimeOffset?)null : Since(history);
        return Add(NewMember(name, Handles.Of(name, random), photo, history) with { Organization = organization, PhotoSince = since });
    }

    /// <summary>Adds accounts of the kinds, in their order, which share a picture.</summary>
    internal void Share(IEnumerable<string> holders, byte[] picture, IReadOnlyList<AccountKind> kinds, string? organization = null)
    {
        foreach (var (i, name) in holders.Index())
        {
            Add(name, i == 0 ? picture : Upload.Again(picture, random), kinds[i % kinds.Count], organization);
        }
    }

    /// <summary>Adds a thief's account, which took the photo lately.</summary>
    internal PlantedMember AddThief(string name, byte[] photo, AccountHistory history, PlantedMember? owner, string? handle = null) =>
        Add(NewMember(name, handle ?? Handles.Of(name, random), photo, history) with
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
        var group = $"{number:000}-{StableSeed.Of(plan.Name):x8}";
        var id = $"{StableSeed.Of($"{group} {_members.Count}"):x8}-{group}";
        return new(id, plan.Name, group, name, handle, photo, history) { Relations = plan.Relations };
    }

    private PlantedMember Add(PlantedMember member)
    {
        _members.Add(member);
        return member;
    }

    private DateTimeOffset Since(AccountHistory history) => history.CreatedAt is { } created
        ? created.AddHours(random.Next(1, 48))
        : HistoryPool.DaysAgo(random.Next(365, 1200), random);

    /// <summary>Within the last month, and after the account and the owner's photo were there.</summary>
    private DateTimeOffset SinceTheft(AccountHistory history, PlantedMember? owner)
    {
        const int MostDays = 30;
        var first = new[] { HistoryPool.Now.AddDays(-MostDays), history.CreatedAt, owner?.PhotoSince }.Max()!.Value;
        return first + ((HistoryPool.Now - first) * random.NextDouble());
    }
}
