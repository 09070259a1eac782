using System.Globalization;
using FakeProfileDetector.Cli.Files;
using FakeProfileDetector.Cli.Members;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Profiles;
using FakeProfileDetector.Registry;

namespace FakeProfileDetector.Cli.Scanning;

/// <summary>Members of a file become enrolled profiles: photos are fingerprinted, then all are enrolled, on every core.</summary>
/// <param name="file">The member export.</param>
/// <param name="photos">Where its photos are.</param>
/// <param name="terminal">Takes progress and complaints.</param>
internal sealed class Enrollment(FileInfo file, PhotoFolder photos, Terminal terminal)
{
    // One cause needs no list to read.
    private const int MaximumNamed = 5;

    /// <summary>Refuses to write over a photo that is read.</summary>
    /// <exception cref="CliException">A file that is written is the photo of a member.</exception>
    internal void RequireUnwritten(IReadOnlyList<Member> members, FileGuard guard)
    {
        foreach (var member in members)
        {
            if (member is { Photo: { } photo, Fingerprint: null } && photos.PathOf(photo, out _) is { } path && guard.WrittenAs(path) is { } written)
            {
                throw new CliException($"{file.Name}:{member.Line}: photo \"{photo}\" is {written}; name another file to write to.");
            }
        }
    }

    /// <summary>The profiles in the order of the members; photos that cannot be used are complained about once a cause.</summary>
    internal async Task<Profile[]> FingerprintAsync(
        IReadOnlyList<Member> members, IPhotoFingerprinter fingerprinter, CancellationToken cancellationToken)
    {
        var profiles = new Profile[members.Count];
        await ScanProgress.RunAsync(terminal.Messages, "Reading photos", members.Count, step => Parallel.ForAsync(
            0,
            members.Count,
            cancellationToken,
            (i, token) =>
            {
                profiles[i] = members[i].ToProfile(Photo(members[i], fingerprinter, token));
                step();
                return ValueTask.CompletedTask;
            })).ConfigureAwait(false);

        var failed = members.Zip(profiles).Where(static item => item.Second.Photo?.Failure is not null);
        foreach (var alike in failed.GroupBy(static item => (item.First.Fingerprint is null, item.Second.Photo!.Failure!.Message)))
        {
            var member = alike.First().First;
            var what = member.Fingerprint is null ? $"photo \"{member.Photo}\"" : "photo_hash";
            var more = alike.Count() is > 1 and var count ? string.Create(CultureInfo.InvariantCulture, $" It is so of {count} photos.") : string.Empty;
            terminal.Warn($"{file.Name}:{member.Line}: {what}: {alike.Key.Message}{more}");
        }

        WarnOfMissingNames(members);
        return profiles;
    }

    /// <summary>Enrolls the profiles, and says how many rows of the store cannot be read: those members are not compared with.</summary>
    internal async Task EnrollAsync(Profile[] profiles, IProfileRegistry registry, CancellationToken cancellationToken)
    {
        await ScanProgress.RunAsync(
            terminal.Messages,
            "Enrolling",
            profiles.Length,
            step => registry.EnrollAllAsync(Counted(profiles, step).ToAsyncEnumerable(), cancellationToken).AsTask()).ConfigureAwait(false);
        if (registry.GetStatus() is { UnreadableProfiles: > 0 } status)
        {
            var named = string.Join(", ", status.UnreadableProfileIds.Take(MaximumNamed).Select(id => $"\"{id}\""));
            terminal.Warn(string.Create(
                CultureInfo.InvariantCulture,
                $"{status.UnreadableProfiles} profiles of the store cannot be read and nobody is compared with them ({named}); scan them again."));
        }
    }

    /// <summary>Whose photo it is shows only in names: without them, whoever took it is accepted like whoever it is of.</summary>
    private void WarnOfMissingNames(IReadOnlyList<Member> members)
    {
        if (members.Any(static member => member.Photo is not null || member.Fingerprint is not null)
            && members.All(static member => member.DisplayName is null && member.OtherNames.Count == 0))
        {
            terminal.Warn(
                $"No member of {file.Name} has a name: photos in use under other names cannot be told from those of one person, and no theft is found. "
                + "Call the column of the names display_name, or say which it is: --columns COLUMN=display_name.");
        }
    }

    private static IEnumerable<Profile> Counted(Profile[] profiles, Action step)
    {
        foreach (var profile in profiles)
        {
            yield return profile;
            step();
        }
    }

    private ProfilePhoto? Photo(Member member, IPhotoFingerprinter fingerprinter, CancellationToken cancellationToken)
    {
        var result = member.Fingerprint ?? (member.Photo is { } photo ? photos.Fingerprint(photo, fingerprinter, cancellationToken) : null);
        return result is null ? null : ProfilePhoto.FromResult(result);
    }
}
