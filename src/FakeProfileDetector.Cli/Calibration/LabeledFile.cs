using FakeProfileDetector.Cli.Evaluation;
using FakeProfileDetector.Cli.Members;

namespace FakeProfileDetector.Cli.Calibration;

/// <summary>Reads labeled members: the columns of a member export, label, and which campaign each belongs to.</summary>
/// <param name="truths">The labels by identifier; null where each row states its own.</param>
/// <param name="groupColumn">Column of the campaign; null for <c>group</c> or <c>campaign</c>, where there is one.</param>
/// <param name="complain">Takes complaints about rows and cells.</param>
internal sealed class LabeledFile(IReadOnlyDictionary<string, Truth>? truths, string? groupColumn, Action<string> complain)
{
    private const string Label = "label";
    private static readonly string[] GroupColumns = ["group", "campaign"];

    private readonly string[] _groups = groupColumn is null ? GroupColumns : [groupColumn];

    /// <summary>The members in the order of the file.</summary>
    internal IReadOnlyList<LabeledMember> Read(FileInfo file)
    {
        var members = new MemberFile(file, complain, truths is null ? [Label, .. _groups] : _groups) { Required = groupColumn };
        return [.. members.Read().Select(member => new LabeledMember(
            member,
            truths is null ? OwnLabel(file, member) : truths.GetValueOrDefault(member.Id)?.IsFake,
            _groups.Select(column => member.More![column]).FirstOrDefault(group => group is not null)))];
    }

    private static bool OwnLabel(FileInfo file, Member member) => member.More![Label] switch
    {
        "fake" => true,
        "genuine" => false,
        null => throw new CliException($"{file.Name}:{member.Line}: label is missing; say fake or genuine, leave the row out, or give the labels with --truth."),
        var other => throw new CliException($"{file.Name}:{member.Line}: label is \"{other}\" where fake or genuine is expected."),
    };
}

/// <summary>A member of which the truth may be known.</summary>
/// <param name="Member">The member.</param>
/// <param name="IsFake">Whether it is fake; null when that is not known.</param>
/// <param name="Group">The campaign it belongs to, or null.</param>
internal sealed record LabeledMember(Member Member, bool? IsFake, string? Group);
