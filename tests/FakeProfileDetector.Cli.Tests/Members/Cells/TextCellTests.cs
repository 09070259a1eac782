using System.Net;
using System.Text;
using CsCheck;
using FakeProfileDetector.Cli.Members.Cells;

namespace FakeProfileDetector.Cli.Tests.Members.Cells;

public sealed class TextCellTests
{
    private static readonly string[] Names =
    [
        "José Muñoz", "Zoë Müller", "Łucja Brzęk", "Иван Соколов", "Nguyễn Thị Ánh", "Ğülşen Çağlar", "Øyvind Åsén", "Γιώργος Παππάς", "이순자", "山田花子", "Seán O’Brien", "RENÉE D’ÂGE",
        "Ana Šarić", "Jürgen Groß", "Noa Lindqvist", "محمد",
    ];

    // None of these is misread text, however it looks.
    private static readonly string[] Whole =
    [
        .. Names, "RÕŽOV", "KRÄŽ", "ÅŠA", "João São", "Ângela Ção", "Þóra Íris", "Ћирић", "Ёлка Юё", "Ø", "Ã", "AT&T", "R&D", "A < B", "I <3 you", "&", "&unknown;", "Nora <nora@example.org>",
    ];

    [Fact]
    public void Clean_NameInOrder_IsKept() => Assert.All(Whole, static name => Assert.Equal(name, TextCell.Clean(name)));

    [Theory]
    [InlineData(1252)]
    [InlineData(28591)]
    [InlineData(10000)]
    [InlineData(1250)]
    [InlineData(437)]
    public void Clean_NameReadInAnotherEncoding_IsTheName(int page) => Assert.All(Names.Where(name => IsUnambiguous(name, page)), name =>
    {
        var misread = Misread(name, page);

        Assert.Equal(name, TextCell.Clean(misread));
        if (page == 1252)
        {
            Assert.Equal(name, TextCell.Clean(Misread(misread, page)));
        }
    });

    [Fact]
    public void Clean_NameEncodedForPages_IsTheName() => Assert.All(Names, static name =>
    {
        var numbers = string.Concat(name.Select(letter => $"&#x{(int)letter:x};"));

        Assert.Equal(name, TextCell.Clean(numbers));
        Assert.Equal(name, TextCell.Clean(WebUtility.HtmlEncode(name)));
        Assert.Equal(name, TextCell.Clean(WebUtility.HtmlEncode(WebUtility.HtmlEncode(name))));
        Assert.Equal(name, TextCell.Clean($"<b>{name}</b>"));
        Assert.Equal(name, TextCell.Clean($"&lt;span class=\"n\"&gt;{name}&lt;/span&gt;"));
    });

    [Theory]
    [InlineData("Jos&eacute; Mu&ntilde;oz", "José Muñoz")]
    [InlineData("&Lstrok;ucja Brz&eogon;k", "Łucja Brzęk")]
    [InlineData("Ana &Scaron;ari&cacute;", "Ana Šarić")]
    [InlineData("Se&amp;aacute;n", "Seán")]
    [InlineData("John &amp; Mary", "John & Mary")]
    public void Clean_NamedReferences_AreLetters(string text, string name) => Assert.Equal(name, TextCell.Clean(text));

    [Fact]
    public void Clean_AnyText_IsCleanAtOnce() => Gen.String.Sample(static text =>
    {
        var clean = TextCell.Clean(text);
        Assert.True(clean.Length <= text.Length);
    });

    private static string Misread(string name, int page) =>
        CodePagesEncodingProvider.Instance.GetEncoding(page) is { } encoding ? encoding.GetString(Encoding.UTF8.GetBytes(name)) : Encoding.GetEncoding(page).GetString(Encoding.UTF8.GetBytes(name));

    // Bytes that an encoding does not have are lost.
    private static bool IsUnambiguous(string name, int page) =>
        Encoding.UTF8.GetByteCount(name) == Misread(name, page).Length && !Misread(name, page).Contains('?', StringComparison.Ordinal) && !Misread(name, page).Contains('\uFFFD', StringComparison.Ordinal);
}
