using FakeProfileDetector.Names;

namespace FakeProfileDetector.Signals.NameMismatch;

/// <summary>What a handle, or what stands before the "@" of an e-mail address, says beside a display name.</summary>
internal enum HandleAgreement
{
    /// <summary>There is none, or nothing to compare it with.</summary>
    Unknown,

    /// <summary>It is made of the name.</summary>
    Agrees,

    /// <summary>It shares nothing with the name, which is common and says nothing.</summary>
    Differs,

    /// <summary>It spells out a whole name that cannot be this person's.</summary>
    NamesAnother,
}

internal static class HandleComparer
{
    // Shorter words appear in handles by chance.
    private const int MinimumLength = 3;

    internal static HandleAgreement Of(PersonName name, string? handle)
    {
        if (string.IsNullOrWhiteSpace(handle))
        {
            return HandleAgreement.Unknown;
        }

        handle = handle[..Math.Min(handle.Length, PersonName.MaximumLength)];
        var letters = AsciiLetters.Of(handle);
        var words = name.Tokens.Where(token => token.Text.Length >= MinimumLength && !token.IsParticle).ToArray();
        if (letters.Length == 0 || words.Length == 0)
        {
            return HandleAgreement.Unknown;
        }

        return words.Any(word => letters.Contains(word.Text, StringComparison.Ordinal)) ? HandleAgreement.Agrees
            : NameComparer.Compare(name, Spelled(handle)).Relation == NameRelation.Disjoint ? HandleAgreement.NamesAnother
            : HandleAgreement.Differs;
    }

    /// <summary>"boris.kovac81" as a name; none where it is not two words or more that are common in names.</summary>
    private static PersonName Spelled(string handle)
    {
        var name = PersonName.Parse(string.Concat(handle.Select(character => char.IsLetter(character) ? character : ' ')));
        return name.WordCount >= 2 && name.Tokens.All(token => token.IsKnownName && token.Text.Length >= MinimumLength) ? name : PersonName.Parse(null);
    }
}
