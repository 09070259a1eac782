using System.Globalization;
using CsCheck;
using FakeProfileDetector.Cli.Members.Cells;

namespace FakeProfileDetector.Cli.Tests.Members.Cells;

public sealed class DateCellTests
{
    private static readonly DateTimeOffset Excel = new(1899, 12, 30, 0, 0, 0, TimeSpan.Zero);

    private static readonly string[] Days =
    [
        "yyyy-MM-dd", "yyyy/MM/dd", "yyyy.MM.dd", "yyyyMMdd", "dd.MM.yyyy", "d.M.yyyy", "d. M. yyyy", "d MMM yyyy", "d MMMM yyyy", "dd-MMM-yyyy", "MMM d, yyyy", "MMMM d yyyy",
        "ddd, d MMM yyyy", "ddd MMM dd yyyy", "yyyy年M月d日", "d MMM. yyyy", "MMMM d'th', yyyy",
    ];

    private static readonly string[] Moments =
    [
        "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm:ss 'UTC'", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.fffK", "yyyyMMdd'T'HHmmss'Z'", "yyyyMMddHHmmss",
        "dd.MM.yyyy HH:mm:ss", "ddd, dd MMM yyyy HH:mm:ss 'GMT'", "ddd MMM dd HH:mm:ss '+0000' yyyy", "d MMM yyyy h:mm:ss tt", "MMM d, yyyy 'at' h:mm:ss tt",
    ];

    // Networks began after 1990; the time that the tests know of ends where they were written.
    private static readonly Gen<DateTimeOffset> Times = Gen.Long[631_239_000, 1_790_000_000].Select(DateTimeOffset.FromUnixTimeSeconds);

    [Fact]
    public void Read_AnyDayInAnyForm_IsTheDay() => Gen.Select(Times, Gen.OneOf(Days)).Sample((time, form) =>
        Assert.Equal(new DateTimeOffset(time.Date, TimeSpan.Zero), DateCell.Read(time.ToString(form, CultureInfo.InvariantCulture))));

    [Fact]
    public void Read_AnyMomentInAnyForm_IsTheMoment() => Gen.Select(Times, Gen.OneOf(Moments)).Sample((time, form) =>
        Assert.Equal(time, DateCell.Read(time.ToString(form, CultureInfo.InvariantCulture))));

    [Fact]
    public void Read_AnyDayInFigures_IsTheDayOfItsOrder() => Gen.Select(Times, Gen.OneOf("/", "-"), Gen.OneOf(DateOrder.DayFirst, DateOrder.MonthFirst)).Sample((time, by, order) =>
    {
        var form = order == DateOrder.DayFirst ? $"d'{by}'M'{by}'yyyy H:mm:ss" : $"M'{by}'d'{by}'yyyy h:mm:ss tt";

        Assert.Equal(time, DateCell.Read(time.ToString(form, CultureInfo.InvariantCulture), order));
    });

    [Fact]
    public void Read_AnyMomentAsNumber_IsTheMoment() => Times.Sample(time =>
    {
        Assert.Equal(time, DateCell.Read(time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)));
        Assert.Equal(time, DateCell.Read(time.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)));
        Assert.Equal(new DateTimeOffset(time.Date, TimeSpan.Zero), DateCell.Read((time.Date - Excel.Date).TotalDays.ToString(CultureInfo.InvariantCulture)));
    });

    [Theory]
    [InlineData("2026-01-05T10:00:00+02:00", "2026-01-05T08:00:00Z")]
    [InlineData("2026-01-05T10:00:00+01:00[Europe/Vienna]", "2026-01-05T09:00:00Z")]
    [InlineData("5. Januar 2026", "2026-01-05T00:00:00Z")]
    [InlineData("5 de enero de 2026", "2026-01-05T00:00:00Z")]
    [InlineData("05-Jan-26", "2026-01-05T00:00:00Z")]
    [InlineData("05.01.26", "2026-01-05T00:00:00Z")]
    [InlineData("05/05/2026", "2026-05-05T00:00:00Z")]
    [InlineData("46027.5", "2026-01-05T12:00:00Z")]
    [InlineData("0", "0001-01-01T00:00:00Z")]
    [InlineData("0000-00-00 00:00:00", "0001-01-01T00:00:00Z")]
    public void Read_DateAsExported_IsTheMoment(string text, string moment) =>
        Assert.Equal(DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture), DateCell.Read(text));

    [Theory]
    [InlineData("03/04/2026")]
    [InlineData("03-04-2026")]
    [InlineData("01/02/03")]
    [InlineData("31.02.2026")]
    [InlineData("13.13.2026")]
    [InlineData("2026")]
    [InlineData("2026-02-30")]
    [InlineData("10:30")]
    [InlineData("5.5")]
    [InlineData("yesterday")]
    [InlineData("5 Foo 2026")]
    [InlineData("12345")]
    public void Read_NoDateOrTwo_IsNothing(string text) => Assert.Null(DateCell.Read(text));

    [Fact]
    public void Read_DayThatTheOrderForbids_IsNothing()
    {
        Assert.Null(DateCell.Read("13/01/2026", DateOrder.MonthFirst));
        Assert.Null(DateCell.Read("01/13/2026", DateOrder.DayFirst));
    }
}
