using System.Globalization;
using CsCheck;
using FakeProfileDetector.Cli.Members.Cells;

namespace FakeProfileDetector.Cli.Tests.Members.Cells;

public sealed class CountCellTests
{
    // What parts thousands in the world's spreadsheets, and how many digits stand between.
    private static readonly (string Separator, int[] Sizes)[] Groupings =
    [
        (",", [3]), (".", [3]), (" ", [3]), ("\u00A0", [3]), ("\u202F", [3]), ("\u2009", [3]), ("'", [3]), ("\u2019", [3]), ("\u066C", [3]), (",", [3, 2]), (string.Empty, [3]),
    ];

    private static readonly string[] Ends = ["", "+", " +", " connections", "+ followers", " Follower"];

    [Fact]
    public void Read_AnyCountInAnyGrouping_IsTheCount() =>
        Gen.Select(Gen.Long[0, 10_000_000_000], Gen.OneOf(Groupings), Gen.OneOf(Ends)).Sample((count, grouping, end) =>
        {
            var format = new NumberFormatInfo { NumberGroupSeparator = grouping.Separator, NumberGroupSizes = grouping.Sizes };

            Assert.Equal(count, CountCell.Read(count.ToString("N0", format) + end));
        });

    [Fact]
    public void Read_AnyAbbreviation_IsTheCount() =>
        Gen.Select(Gen.Int[1, 999], Gen.Int[0, 9], Gen.OneOf(".", ","), Gen.OneOf(("K", 1_000), (" k", 1_000), (" Tsd.", 1_000), ("M", 1_000_000), (" mio", 1_000_000), (" млн", 1_000_000)))
            .Sample((whole, tenths, point, unit) =>
                Assert.Equal(((whole * 10L) + tenths) * unit.Item2 / 10, CountCell.Read($"{whole}{point}{tenths}{unit.Item1}")));

    [Theory]
    [InlineData("500+", 500)]
    [InlineData(">500", 500)]
    [InlineData("over 500", 500)]
    [InlineData("500 or more", 500)]
    [InlineData("12 k", 12_000)]
    [InlineData("3M", 3_000_000)]
    [InlineData("1.234K", 1_234)]
    [InlineData("640.0", 640)]
    [InlineData("1,234.00", 1_234)]
    [InlineData("1.234,00", 1_234)]
    [InlineData("1,23,456", 123_456)]
    [InlineData("1.2 lakh", 120_000)]
    [InlineData("١٬٢٣٤", 1_234)]
    [InlineData("-5", -5)]
    [InlineData("+12", 12)]
    public void Read_CountAsShown_IsTheNumber(string text, long count) => Assert.Equal(count, CountCell.Read(text));

    [Theory]
    [InlineData("1.5")]
    [InlineData("0.500")]
    [InlineData("1,23")]
    [InlineData("1.234,56")]
    [InlineData("12,34,5678")]
    [InlineData("1,2345")]
    [InlineData("1 23")]
    [InlineData("<500")]
    [InlineData("100-200")]
    [InlineData("5 %")]
    [InlineData("5 years")]
    [InlineData("many")]
    [InlineData("2026-01-31")]
    [InlineData("99999999999999999999")]
    public void Read_NoCount_IsNothing(string text) => Assert.Null(CountCell.Read(text));

    [Theory]
    [InlineData("3.5", ".")]
    [InlineData("640.0", ".")]
    [InlineData("12,25", ",")]
    [InlineData("1.234", "")]
    [InlineData("1.2K", "")]
    [InlineData("640", "")]
    public void DecimalsOf_CellThatIsNoGroup_TellsTheDecimalPoint(string text, string point)
    {
        Assert.Equal(point, CountCell.DecimalsOf(text));
        Assert.Equal(point == "." ? null : 1_234, CountCell.Read("1.234", point));
    }
}
