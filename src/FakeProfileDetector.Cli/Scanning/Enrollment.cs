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

    /// <summary>The profiles in the order of the members; photos that cannot be used are complained about in that order.</summary>
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

        foreach (var (member, profile) in members.Zip(profiles))
        {
            if (profile.Photo?.Failure is { } failure)
            {
                var what = member.Fingerprint is null ? $"photo \"{member.Photo}\"" : "photo_hash";
                terminal.Warn($"{file.Name}:{member.Line}: {what}: {failure.Message}");
            }
        }

        return profiles;
    }

    internal Task EnrollAsync(Profile[] profiles, IProfileRegistry registry, CancellationToken cancellationToken) =>
        ScanProgress.RunAsync(terminal.Messages, "Enrolling", profiles.Length, step => Parallel.ForEachAsync(
            profiles,
            cancellationToken,
            async (profile, token) =>
            {
                await registry.EnrollAsync(profile, token).ConfigureAwait(false);
                step();
            }));

    private ProfilePhoto? Photo(Member member, IPhotoFingerprinter fingerprinter, CancellationToken cancellationToken)
    {
        var result = member.Fingerprint ?? (member.Photo is { } photo ? photos.Fingerprint(photo, fingerprinter, cancellationToken) : null);
        return result switch
        {
            null => null,
            { IsUsable: true } => ProfilePhoto.FromFingerprint(result.Fingerprint),
            _ => ProfilePhoto.FromFailure(result.Failure),
        };
    }
}
