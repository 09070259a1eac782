using System.Collections.Frozen;
using FakeProfileDetector.Names;
using FakeProfileDetector.Names.Tables;

namespace FakeProfileDetector.Web.Pages;

/// <summary>Names of many peoples, beyond those that the comparison of names knows; the table is <c>given-names.txt</c>.</summary>
internal static class GivenNames
{
    private static readonly Lazy<FrozenSet<string>> NativeGiven = new(() => Fold(line => line.Keys[0] == "native-given"));
    private static readonly Lazy<FrozenSet<string>> NativeWritten = new(() => Read(line => line.Keys[0] == "native-written"));
    private static readonly Lazy<FrozenSet<string>> NativeFamily = new(() => Fold(line => line.Keys[0] == "native-family"));
    private static readonly Lazy<FrozenSet<string>> NativeRare = new(() => Fold(line => line.Keys[0] == "native-rare"));
    private static readonly Lazy<FrozenSet<string>> FamilyFirst = new(() => Read(line => line.Keys[0] == "hungarian"));

    /// <summary>Whether a word is known as somebody's given name.</summary>
    internal static bool IsGiven(NameWord word) => NameKindReader.IsGiven(word) || (word.Native.Length == 0 ? GivenNameTable.Contains(word.Text) || (word.Scripts != NameScripts.Latin && NativeWritten.Value.Contains(word.Written)) : NativeGiven.Value.Contains(word.Native));

    /// <summary>Whether a word is a given name of a people who put the family name first.</summary>
    internal static bool IsAfterFamilyName(NameWord word) => word.Native.Length == 0 ? FamilyFirst.Value.Contains(word.Text) : NativeGiven.Value.Contains(word.Native);

    /// <summary>Whether a word of Chinese characters begins with a family name: one of this table or of the comparison's.</summary>
    internal static bool HasFamilyName(string native) =>
        FamilyNameTable.Of(native[..EastAsianNames.FamilyLength(native)]) is not null
        || (native.Length > 1 && NativeFamily.Value.Contains(native[..1])) || (native.Length > 2 && NativeFamily.Value.Contains(native[..2]));

    /// <summary>Whether a word begins with a family name that begins other words as well: "맹보라".</summary>
    internal static bool HasRareFamilyName(string native) => native.Length == 3 && NativeRare.Value.Contains(native[..1]);

    /// <summary>Whether a word of Chinese characters ends with a given name: "鳴海沢千景".</summary>
    internal static bool EndsWithGiven(string native) =>
        native.Length > 3 && (NativeGiven.Value.Contains(native[^2..]) || NativeGiven.Value.Contains(native[^3..]));

    private static FrozenSet<string> Read(Func<NameTableLine, bool> isMeant) =>
        NameTable.Read("given-names.txt").Where(isMeant).SelectMany(line => line.Values).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Signs as the reader of names folds their variants.</summary>
    private static FrozenSet<string> Fold(Func<NameTableLine, bool> isMeant) =>
        Read(isMeant).Select(name => NameReader.Read(name).Words[0].Native).ToFrozenSet(StringComparer.Ordinal);
}
