using System.Collections.Immutable;

namespace FakeProfileDetector;

/// <summary>Why a signal says what it says.</summary>
/// <param name="Code">
/// Stable, for programs: lower-case words joined by hyphens, such as <c>photo-reused-under-other-name</c>.
/// </param>
/// <param name="Text">A sentence for people, in English; it names no other member.</param>
public sealed record Reason(string Code, string Text)
{
    /// <summary>The facts behind the sentence, by name.</summary>
    public ImmutableSortedDictionary<string, string> Facts { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}
