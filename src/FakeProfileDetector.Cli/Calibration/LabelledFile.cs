using FakeProfileDetector.Cli.Members;

namespace FakeProfileDetector.Cli.Calibration;

/// <summary>Reads labelled members: the columns of a member export, label, and which campaign each belongs to.</summary>
internal static class LabelledFile
{
    private const string Label = "label";
    private static readonly string[] GroupColumns = ["group", "campaign"];

    /// <summary>The members in the order of the file.</summary>
    internal static IReadOnlyList<LabelledMember> Read(FileInfo file, string? groupColumn, Action<string> complain)
    {
        var groups = groupColumn is null ? GroupColumns : [groupColumn];
        return [.. new MemberFile(file, complain, [Label, .. groups]).Read().Select(member => new LabelledMember(
            member,
            member.More![Label] switch
            {
                "fake" => true,
                "genuine" => false,
                null => throw new CliException($"{file.Name}:{member.Line}: label is missing; say fake or genuine, or leave the row out."),
                var other => throw new CliException($"{file.Name}:{member.Line}: label is \"{other}\" where fake or genuine is expected."),
            },
            groups.Select(column => member.More[column]).FirstOrDefault(group => group is not null)))];
    }
}

/// <summary>A member of which the truth is known.</summary>
/// <param name="Member">The member.</param>
/// <param name="IsFake">Whether it is fake.</param>
/// <param name="Group">The campaign it belongs to, or null.</param>
internal sealed record LabelledMember(Member Member, bool IsFake, string? Group);
