using System.Collections.Immutable;

namespace FakeProfileDetector.Reasons;

/// <summary>Why something is said: a code for programs, a sentence for people, and the facts behind it.</summary>
/// <threadsafety>Immutable; safe to share between threads.</threadsafety>
public sealed class Reason
{
    /// <summary>Creates a reason.</summary>
    /// <param name="code">
    /// Stable, for programs: lower-case words joined by hyphens, such as <see cref="ReasonCodes.PhotoReusedUnderOtherName"/>.
    /// Reports show it to more people than the sentence and the facts: it must say nothing of other members.
    /// </param>
    /// <param name="text">A sentence for people, in English; it names no other member.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public Reason(string code, string text)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentNullException.ThrowIfNull(text);
        Code = code;
        Text = text;
    }

    /// <summary>Stable, for programs; see <see cref="ReasonCodes"/>.</summary>
    public string Code { get; }

    /// <summary>A sentence for people, in English; empty where it was redacted.</summary>
    public string Text { get; }

    /// <summary>The facts behind the sentence by name, in ordinal order; none by default, and where they were redacted.</summary>
    public ImmutableSortedDictionary<string, string> Facts
    {
        get;
        init => field = value.WithComparers(StringComparer.Ordinal, StringComparer.Ordinal);
    } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal, StringComparer.Ordinal);
}
