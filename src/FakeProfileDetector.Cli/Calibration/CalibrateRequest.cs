using FakeProfileDetector.Cli.Members;

namespace FakeProfileDetector.Cli.Calibration;

/// <summary>What to learn from and where the weights go.</summary>
/// <param name="Labeled">Files of labeled members, each a set of data that counts alike.</param>
/// <param name="Truth">The labels in a file of their own; null where each row of members states its own.</param>
/// <param name="Output">The file of weights.</param>
/// <param name="Form">What the user says of the form of the labeled files.</param>
/// <param name="Photos">Folder of the photos; null for that of each file.</param>
/// <param name="FollowLinks">Whether links may lead out of the folder of the photos.</param>
/// <param name="GroupColumn">Column of the campaign; null for <c>group</c> or <c>campaign</c>.</param>
/// <param name="Folds">Parts of the cross-validation; null for the default.</param>
/// <param name="Prior">Probability of a fake on the network; null for the share among the labeled members.</param>
/// <param name="FromScratch">Whether to learn without the weights of the library.</param>
internal sealed record CalibrateRequest(
    IReadOnlyList<FileInfo> Labeled,
    FileInfo? Truth,
    FileInfo Output,
    ExportForm Form,
    DirectoryInfo? Photos,
    bool FollowLinks,
    string? GroupColumn,
    int? Folds,
    double? Prior,
    bool FromScratch);
