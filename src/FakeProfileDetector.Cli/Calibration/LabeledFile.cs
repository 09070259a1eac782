using FakeProfileDetector.Cli.Evaluation;
using FakeProfileDetector.Cli.Members;

namespace FakeProfileDetector.Cli.Calibration;

/// <summary>Reads labeled members: the columns of a member export, label, and which campaign each belongs to.</summary>
/// <param name="truths">The labels by identifier; null where each row states its own.</param>
/// <param name="groupColumn">Column of the campaign; null for <c>group</c> or <c>campaign</c>, where there is one.</param>
/// <param name="form">What the user says of the form of the files.</param>
/// <param name="complain">Takes complaints about rows and cells.</param>
internal sealed class LabeledFile(IReadOnlyDictionary<string, Truth>? truths, string? groupColumn, ExportForm form, Action<string> complain)
{
    private const string LabelColumn = "label";
    private static readonly string[] GroupColumns = ["group", "campaign"];

    private readonly string[] _groups = groupColumn is null ? GroupColumns : [groupColumn];

    /// <summary>The members in the order of the file.</summary>
    internal IReadOnlyList<LabeledMember> Read(FileInfo file)
    {
        var members = new MemberFile(file, complain, form, truths is null ? [LabelColumn, .. _groups] : _groups) { Required = groupColumn };
        return [.. members.Read().Select(member => new LabeledMember(
            member,
            truths is null ? OwnLabel(file, member) : truths.GetValueOrDefault(member.Id)?.IsFake,
            _groups.Select(column => member.More![column]).FirstOrDefault(group => group is not null)))];
    }

    private static bool OwnLabel(FileInfo file, Member member) => member.More![LabelColumn] is { } label
        ? Label.Read(label) ?? throw new CliException($"{file.Name}:{member.Line}: label is \"{label}\" where fake or genuine is expected.")
        : throw new CliException($"{file.Name}:{member.Line}: label is missing; say fake or genuine, leave the row out, or give the labels with --truth.");
}

/// <summary>A member of which the truth may be known.</summary>
/// <param name="Member">The member.</param>
/// <param name="IsFake">Whether it is fake; null when that is not known.</param>
/// <param name="Group">The campaign it belongs to, or null.</param>
internal sealed record LabeledMember(Member Member, bool? IsFake, string? Group);
