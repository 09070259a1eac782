using System.Buffers;

namespace FakeProfileDetector.Names;

/// <summary>Templates that a program failed to fill in: "{{first_name}}", "%FIRSTNAME%", "&lt;name&gt;", "first_name last_name".</summary>
internal static class NameTemplates
{
    private const int LongestField = 24;

    private static readonly SearchValues<char> Marks = SearchValues.Create("{%<[$_");

    private static readonly string[] Fields =
    [
        "apellido", "cognome", "contactname", "displayname", "familyname", "firstname", "fname", "fullname", "givenname", "lastname", "lname",
        "middlename", "nachname", "name", "nombre", "object", "objectobject", "prenom", "surname", "user", "userfirstname", "username", "usernickname", "vorname",
    ];

    /// <summary>Whether a part in braces, percent signs or the like names a field, or all parts do as programs write them.</summary>
    internal static bool IsTemplate(ReadOnlySpan<char> text)
    {
        if (text.IndexOfAny(Marks) < 0)
        {
            return false;
        }

        var areAll = true;
        foreach (var range in text.Split(' '))
        {
            var part = text[range];
            if (part.IsEmpty)
            {
                continue;
            }

            var isField = IsField(part);
            if (isField && IsMarked(part))
            {
                return true;
            }

            areAll &= isField && part.Contains('_');
        }

        return areAll;
    }

    private static bool IsMarked(ReadOnlySpan<char> part) =>
        part[0] is '{' or '%' or '<' or '[' or '$' || part[^1] is '}' or '%' or '>' or ']';

    private static bool IsField(ReadOnlySpan<char> part)
    {
        Span<char> letters = stackalloc char[LongestField];
        var length = 0;
        foreach (var character in part)
        {
            if (char.IsAsciiLetter(character))
            {
                if (length == LongestField)
                {
                    return false;
                }

                letters[length++] = (char)(character | 0x20);
            }
        }

        foreach (var field in Fields)
        {
            if (letters[..length].SequenceEqual(field))
            {
                return true;
            }
        }

        return false;
    }
}
