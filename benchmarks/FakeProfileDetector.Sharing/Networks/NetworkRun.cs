using FakeProfileDetector.Photos;
using FakeProfileDetector.Profiles;
using FakeProfileDetector.Registry;
using FakeProfileDetector.Sharing.Cases;
using FakeProfileDetector.Sharing.Members;
using Microsoft.Extensions.DependencyInjection;

namespace FakeProfileDetector.Sharing.Networks;

/// <summary>One network in the detector, as an application runs it: all members enrolled, then each checked.</summary>
internal sealed class NetworkRun : IAsyncDisposable
{
    private static readonly HashSet<string> Differing = [.. CaseCatalog.All.Where(plan => plan.PicturesDiffer).Select(plan => plan.Name)];

    private readonly ServiceProvider _services;
    private readonly (PlantedMember Member, Profile Profile)[] _members;

    private NetworkRun(PlantedNetwork network)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(new FixedTime());
        services.AddFakeProfileDetector().UseSkiaSharp();
        _services = services.BuildServiceProvider();
        _members = [.. network.Members.Select(member => (member, MemberFactory.ToProfile(member)))];
    }

    private IProfileRegistry Registry => _services.GetRequiredService<IProfileRegistry>();

    internal static async Task<NetworkRun> EnrollAsync(PlantedNetwork network)
    {
        var run = new NetworkRun(network);
        await run.Registry.EnrollAllAsync(run._members.Select(item => item.Profile).ToAsyncEnumerable());
        return run;
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    internal async Task<Outcome[]> CheckAsync()
    {
        var checker = _services.GetRequiredService<IProfileAuthenticityChecker>();
        var reports = await checker.CheckAllAsync(_members.Select(item => item.Profile).ToAsyncEnumerable()).ToArrayAsync();
        return [.. _members.Zip(reports, (item, report) => new Outcome(item.Member with { Photo = [] }, report.Verdict))];
    }

    /// <summary>How often different pictures of one group are taken for the same.</summary>
    internal async Task<PairCount[]> CountMatchesAsync()
    {
        var counts = new List<PairCount>();
        foreach (var group in _members.Where(item => Differing.Contains(item.Member.Case)).GroupBy(item => item.Member.Group))
        {
            string[] ids = [.. group.Select(item => item.Member.Id).Order(StringComparer.Ordinal)];
            var matched = new HashSet<(string, string)>();
            foreach (var (member, _) in group)
            {
                foreach (var other in await HoldersAsync(member))
                {
                    if (ids.Contains(other, StringComparer.Ordinal))
                    {
                        matched.Add(string.CompareOrdinal(member.Id, other) < 0 ? (member.Id, other) : (other, member.Id));
                    }
                }
            }

            counts.Add(new(group.First().Member.Case, ids.Length * (ids.Length - 1) / 2, matched.Count));
        }

        return [.. counts];
    }

    private async Task<IEnumerable<string>> HoldersAsync(PlantedMember member)
    {
        var photo = _services.GetRequiredService<IPhotoFingerprinter>().Fingerprint(member.Photo);
        return photo.IsUsable
            ? (await Registry.FindPhotoUsesAsync(photo.Fingerprint, member.Id)).Uses
                .Where(use => use.Alteration is null or { Grade: PhotoCopyGrade.Exact }).Select(use => use.Holder.Id)
            : [];
    }
}
