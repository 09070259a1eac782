using FakeProfileDetector.Profiles;

namespace FakeProfileDetector.History;

/// <summary>One fact of an account's history: how to read it and how to speak of it. What it weighs is in the weights.</summary>
/// <param name="Key">Its name in a file of weights.</param>
/// <param name="Name">What is counted, for people.</param>
/// <param name="Trend">Which way the weight may go as the value grows.</param>
/// <param name="AdverseCode">Reason code where the weight speaks towards fake.</param>
/// <param name="SupportingCode">Reason code where it speaks towards genuine.</param>
/// <param name="AdversePhrase">The same in words.</param>
/// <param name="SupportingPhrase">The same in words.</param>
/// <param name="Read">The value, or null when unknown.</param>
internal sealed record HistoryFeature(
    string Key,
    string Name,
    HistoryTrend Trend,
    string AdverseCode,
    string SupportingCode,
    string AdversePhrase,
    string SupportingPhrase,
    Func<AccountHistory, DateTimeOffset, double?> Read)
{
    /// <summary>Reason code at zero, where that has a name of its own.</summary>
    internal string? NoneCode { get; init; }

    /// <summary>The same in words.</summary>
    internal string? NonePhrase { get; init; }
}

/// <summary>Which way the weight of a fact may go as its value grows; learning keeps to it, so that no bump of one set of data is learned.</summary>
internal enum HistoryTrend
{
    /// <summary>More speaks for the account.</summary>
    MoreIsGenuine,

    /// <summary>More speaks against it.</summary>
    MoreIsFake,
}
