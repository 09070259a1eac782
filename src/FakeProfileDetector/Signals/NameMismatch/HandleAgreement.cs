using AnyAscii;
using FakeProfileDetector.Names;
using FakeProfileDetector.Profiles;

namespace FakeProfileDetector.Signals.NameMismatch;

/// <summary>Whether a handle is made of the display name. Agreement says a little, difference nothing.</summary>
internal static class HandleAgreement
{
    // Shorter words appear in handles by chance.
    private const int MinimumLength = 3;

    /// <summary>True or false; null when there is no handle or no word to look for.</summary>
    internal static bool? Of(PersonName name, Profile profile)
    {
        if (string.IsNullOrWhiteSpace(profile.Handle))
        {
            return null;
        }

        var letters = profile.Handle.AsSpan(0, Math.Min(profile.Handle.Length, PersonName.MaximumLength)).ToString();
        var handle = string.Concat(letters.Transliterate().ToLowerInvariant().Where(char.IsAsciiLetter));
        var words = name.Tokens.Where(token => token.Text.Length >= MinimumLength && !token.IsParticle).ToArray();
        return handle.Length == 0 || words.Length == 0
            ? null
            : words.Any(word => handle.Contains(word.Text, StringComparison.Ordinal));
    }
}
