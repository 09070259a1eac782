using FakeProfileDetector.Names.Tables;
using FakeProfileDetector.Testing;

namespace FakeProfileDetector.Tests.Names.Tables;

public sealed class NicknamesTests
{
    [Theory]
    [InlineData("elizabeth", "liz")]
    [InlineData("margaret", "peggy")]
    [InlineData("aleksandr", "sasha")]
    [InlineData("aleksandr", "oleksandr")]
    [InlineData("ekaterina", "katya")]
    [InlineData("dmitry", "mitya")]
    [InlineData("yuri", "iurii")]
    [InlineData("francisco", "paco")]
    [InlineData("giuseppe", "beppe")]
    [InlineData("malgorzata", "gosia")]
    [InlineData("muhammad", "mohamed")]
    [InlineData("hussein", "husain")]
    [InlineData("abdulrahman", "abdelrahman")]
    [InlineData("srinivasan", "sreenivas")]
    [InlineData("khalid", "khaled")]
    [InlineData("istvan", "pista")]
    [InlineData("moshe", "moishe")]
    [InlineData("charalampos", "haris")]
    public void AreForms_FullNameAndItsForm_Agree(string full, string form)
    {
        Assert.True(AreForms(full, form));
        Assert.True(AreForms(form, full));
    }

    [Theory]
    [InlineData("liz", "betty")]
    [InlineData("sasha", "shura")]
    [InlineData("giovanni", "john")]
    [InlineData("mary", "maria")]
    [InlineData("daniel", "daniela")]
    [InlineData("christian", "christina")]
    [InlineData("lucas", "luca")]
    [InlineData("emily", "emma")]
    [InlineData("amir", "emir")]
    public void AreForms_ShortFormsAndOtherNames_Differ(string a, string b)
    {
        Assert.False(AreForms(a, b));
    }

    [Theory]
    [InlineData("elizabeth", "xqzt")]
    [InlineData("xqzt", "xqzt")]
    public void AreForms_UnknownWord_SaysNothing(string a, string b)
    {
        Assert.False(AreForms(a, b));
    }

    [Fact]
    public void Table_Spellings_StandInOneLineEach()
    {
        var twice = NameTable.Read("nicknames.txt").SelectMany(line => line.Keys).CountBy(key => key).Where(count => count.Value > 1);

        Assert.Empty(twice);
    }

    /// <summary>Parents who choose between two popular names choose between two names; a few true spellings and short forms remain.</summary>
    [Fact]
    public void AreForms_PopularNamesOfOneCountry_HardlyEverAgree()
    {
        var groups = SharedData.ReadTable(SharedData.PathOf("names/popular_forenames_by_country.tsv"))
            .GroupBy(row => row["group"][..row["group"].LastIndexOf('-')], row => row["romanized"].ToLowerInvariant())
            .Select(group => group.Distinct().ToList());
        var pairs = groups.SelectMany(names => names.SelectMany((a, i) => names.Skip(i + 1).Select(b => AreForms(a, b)))).ToList();

        Assert.InRange(pairs.Count(agree => agree), 0, pairs.Count * 3 / 1000);
    }

    private static bool AreForms(string a, string b) => Nicknames.AreForms(Nicknames.EntriesOf(a), Nicknames.EntriesOf(b));
}
