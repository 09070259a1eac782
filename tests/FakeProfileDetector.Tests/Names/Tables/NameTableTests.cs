using System.Collections.Immutable;
using System.Text;
using FakeProfileDetector.Names.Tables;

namespace FakeProfileDetector.Tests.Names.Tables;

public sealed class NameTableTests
{
    public static TheoryData<string> Files =>
    [
        "nicknames.txt", "romanizations.txt", "words.txt", "look-alikes.txt", "token-frequencies.txt", "han-variants.txt",
        "east-asian-family-names.txt", "letters.txt", "popular-names.txt", "womens-names.txt", "after-comma.txt",
    ];

    [Theory]
    [MemberData(nameof(Files))]
    public void Read_ShippedTable_HasLines(string file) => Assert.True(NameTable.Read(file).Length > 9);

    [Theory]
    [InlineData("nicknames.txt", 80_000)]
    [InlineData("romanizations.txt", 20_000)]
    [InlineData("words.txt", 20_000)]
    [InlineData("look-alikes.txt", 5_000)]
    [InlineData("token-frequencies.txt", 90_000)]
    [InlineData("han-variants.txt", 5_000)]
    [InlineData("east-asian-family-names.txt", 10_000)]
    [InlineData("letters.txt", 25_000)]
    [InlineData("popular-names.txt", 60_000)]
    [InlineData("womens-names.txt", 10_000)]
    [InlineData("after-comma.txt", 10_000)]
    public void ShippedTable_Size_StaysSmall(string file, int mostBytes)
    {
        using var stream = typeof(NameTable).Assembly.GetManifestResourceStream(file)!;

        Assert.InRange(stream.Length, 1, mostBytes);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void ShippedTable_Head_SaysHowItWasCompiled(string file)
    {
        using var stream = typeof(NameTable).Assembly.GetManifestResourceStream(file)!;
        using var reader = new StreamReader(stream);
        var head = new StringBuilder();
        while (reader.ReadLine() is { } line && line.StartsWith('#'))
        {
            head.AppendLine(line);
        }

        Assert.Matches("Compiled|Estimated", head.ToString());
    }

    [Theory]
    [InlineData("nicknames.txt")]
    [InlineData("romanizations.txt")]
    [InlineData("look-alikes.txt")]
    [InlineData("han-variants.txt")]
    [InlineData("east-asian-family-names.txt")]
    public void ShippedTable_Lines_AreSortedByFirstKey(string file)
    {
        var keys = NameTable.Read(file).Select(line => line.Keys[0]).ToList();

        Assert.Equal(keys.Order(StringComparer.Ordinal), keys);
    }

    [Theory]
    [InlineData("nicknames.txt")]
    [InlineData("romanizations.txt")]
    public void ShippedTable_Words_AreLowerCaseAscii(string file)
    {
        var words = NameTable.Read(file).SelectMany(line => line.Keys.Concat(line.Values));

        Assert.All(words, word => Assert.True(word.Length > 1 && word.All(char.IsAsciiLetterLower), word));
    }

    [Fact]
    public void Parse_Table_GivesKeysValuesAndLineNumbers()
    {
        var lines = Parse("# head\nana anna : annie\n# more\nb c :\n");

        Assert.Equal(2, lines.Length);
        Assert.Equal((2, "ana anna", "annie"), (lines[0].Number, string.Join(' ', lines[0].Keys), string.Join(' ', lines[0].Values)));
        Assert.Equal((4, "b c", 0), (lines[1].Number, string.Join(' ', lines[1].Keys), lines[1].Values.Length));
    }

    [Theory]
    [InlineData("ana")]
    [InlineData("ana: annie")]
    [InlineData("ana : annie : nan")]
    [InlineData("ana :annie")]
    [InlineData("ana  bea : annie")]
    [InlineData("ana : annie  nan")]
    [InlineData("ana : annie ")]
    [InlineData("ana : ann\tnan")]
    [InlineData(" : annie")]
    [InlineData("ana :")]
    [InlineData("ana : annie annie")]
    [InlineData("ana : ana")]
    [InlineData("bea : annie")]
    [InlineData("")]
    public void Parse_MalformedLine_NamesFileAndLine(string line)
    {
        var error = Assert.Throws<InvalidOperationException>(() => Parse($"# head\nbea : bee\n{line}\n"));

        Assert.StartsWith("Line 3 of the table test.txt ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_MissingTable_NamesIt()
    {
        var error = Assert.Throws<InvalidOperationException>(() => NameTable.Read("none.txt"));

        Assert.Contains("none.txt", error.Message, StringComparison.Ordinal);
    }

    private static ImmutableArray<NameTableLine> Parse(string text) => NameTable.Parse("test.txt", new StringReader(text));
}
