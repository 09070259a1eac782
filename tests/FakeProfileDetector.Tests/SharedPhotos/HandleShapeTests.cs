using CsCheck;
using FakeProfileDetector.SharedPhotos;

namespace FakeProfileDetector.Tests.SharedPhotos;

/// <summary>Which two handles have something in common that innocent people seldom have.</summary>
public sealed class HandleShapeTests
{
    private static readonly (string Name, string[] Words)[] People =
    [
        ("Anna Meyer", ["anna", "meyer"]), ("John Kovac", ["john", "kovac"]), ("Boris van Dijk", ["boris", "dijk"]), ("Élodie Martin", ["elodie", "martin"]),
    ];

    private static readonly string[] Stems = ["anna.meyer", "john_kovac", "promo_girl_", "user", "jkovac"];

    [Theory]
    [InlineData("anna.meyer84731", "john.kovac90213")]
    [InlineData("@Anna.Meyer84731 ", "kovac.john90213")]
    [InlineData("annameyer_4431", "johnkovac_7786")]
    [InlineData("anna-84731023", "kovac-50213447")]
    [InlineData("ameyer84731", "jkovac90213")]
    [InlineData("x7k2m9qp", "b4t8w1zz")]
    public void LikenessTo_OnePlan_SaysSo(string anna, string john) => AssertIs("Plan", anna, john);

    [Theory]
    [InlineData("promo_girl_01", "promo_girl_02")]
    [InlineData("promo_girl_9", "promo_girl_12")]
    [InlineData("besttrader-0117", "besttrader-0139")]
    [InlineData("annameyer_4431", "johnkovac_4432")]
    [InlineData("anna.meyer84731", "john.kovac84758")]
    public void LikenessTo_OneSeries_SaysSo(string anna, string john) => AssertIs("Series", anna, john);

    /// <summary>What people make of their own names, and what they add.</summary>
    [Theory]
    [InlineData("anna.meyer", "john.kovac")]
    [InlineData("annameyer", "johnkovac")]
    [InlineData("ameyer", "jkovac")]
    [InlineData("anna.meyer84", "john.kovac91")]
    [InlineData("anna.meyer1984", "john.kovac1991")]
    [InlineData("anna.meyer2003", "john.kovac2004")]
    [InlineData("anna1204", "john3105")]
    [InlineData("anna_120484", "john_310591")]
    [InlineData("anna12041984", "john19910531")]
    [InlineData("meyer123", "kovac777")]
    [InlineData("meyer123456", "kovac777777")]
    [InlineData("anna7777", "john4321")]
    [InlineData("anna312", "john845")]
    public void LikenessTo_OrdinaryHabits_TellNothing(string anna, string john) => AssertIs("None", anna, john);

    /// <summary>What networks hand out tells nothing of whoever it was handed to.</summary>
    [Theory]
    [InlineData("user1234567", "user1234568")]
    [InlineData("user83748374", "user11029384")]
    [InlineData("user_0012", "user_0013")]
    [InlineData("new_member_12", "new_member_13")]
    [InlineData("instagram-user-12", "instagram-user-13")]
    [InlineData("пользователь12", "пользователь13")]
    [InlineData("sunflower1000451", "sunflower1000452")]
    [InlineData("8374837483", "8374837484")]
    [InlineData("id83748374", "id83748375")]
    public void LikenessTo_HandedOut_TellsNothing(string anna, string john) => AssertIs("None", anna, john);

    [Theory]
    [InlineData("anna.meyer84731", "johnkovac90213")]
    [InlineData("anna.meyer84731", "john.kovac9021")]
    [InlineData("anna.meyer84731", "promo_girl_84732")]
    [InlineData("promo_girl_01", "promo_boys_02")]
    [InlineData("promo_girl_01", "promo_girl_01")]
    [InlineData("promo_girl_01", "promo_girl_99")]
    [InlineData("metalfan_84", "metalfan_91")]
    [InlineData("metalfan_1984", "metalfan_1991")]
    [InlineData("fan1", "fan2")]
    [InlineData("luckydreamer84731", "sunnygirl90213")]
    [InlineData("x7k2m9qp", "b4t8w1zz9")]
    [InlineData("sunflower", "moonlight")]
    [InlineData("", "john.kovac")]
    public void LikenessTo_NothingInCommon_SaysSo(string anna, string john) => AssertIs("None", anna, john);

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    [InlineData("@")]
    [InlineData("12345")]
    [InlineData("._.")]
    [InlineData("a-handle-that-is-longer-than-any-network-allows-and-rather-a-text-1")]
    public void Of_TellsNothing_IsNone(string? handle) => Assert.Null(HandleShape.Of(handle, HolderNames.Of("Anna Meyer", [])));

    [Theory]
    [InlineData("Анна Мейер", "anna.meyer84731")]
    [InlineData("Élodie Martin", "élodie.martin84731")]
    [InlineData("Meyer, Anna", "anna.meyer84731")]
    public void LikenessTo_NamesInOtherLettersAndOrders_AreFound(string name, string handle) =>
        Assert.Equal(HandleLikeness.Plan, Shape(name, handle).LikenessTo(Shape("John Kovac", "john.kovac90213")));

    [Fact]
    public void LikenessTo_AnyText_IsTheSameInEitherDirection()
    {
        var handle = Gen.OneOf(
            Gen.String[Gen.Char["anmeyrjohkvc._-@0123456789éЖ用\uD83D\uDE00"], 0, 20],
            Gen.Select(Gen.Int[0, Stems.Length - 1].Select(i => Stems[i]), Gen.Int[0, 99_999], (stem, number) => $"{stem}{number}"));
        Gen.Select(handle, handle).Sample((a, b) =>
        {
            var (own, other) = (HandleShape.Of(a, HolderNames.Of("Anna Meyer", [])), HandleShape.Of(b, HolderNames.Of("John Kovac", [])));

            return own is null || other is null || own.LikenessTo(other) == other.LikenessTo(own);
        });
    }

    /// <summary>However two innocent people combine their names and a year, it is no pattern.</summary>
    [Fact]
    public void LikenessTo_NamesAndYears_AreNeverAlike()
    {
        var person = Gen.Select(Gen.Int[0, People.Length - 1], Gen.Int[0, 4], Gen.Int[0, 2], Gen.Int[1940, 2015], (who, way, ending, year) =>
        {
            var (name, words) = People[who];
            var stem = way switch
            {
                0 => $"{words[0]}.{words[1]}",
                1 => $"{words[0]}{words[1]}",
                2 => $"{words[0][0]}{words[1]}",
                3 => $"{words[1]}_{words[0]}",
                _ => words[0],
            };
            return (name, handle: ending switch { 0 => stem, 1 => $"{stem}{year % 100:00}", _ => $"{stem}{year}" });
        });
        Gen.Select(person, person).Sample((a, b) => Shape(a.name, a.handle).LikenessTo(Shape(b.name, b.handle)) == HandleLikeness.None);
    }

    private static void AssertIs(string expected, string anna, string john)
    {
        var (own, other) = (HandleShape.Of(anna, HolderNames.Of("Anna Meyer", [])), HandleShape.Of(john, HolderNames.Of("John Kovac", [])));

        Assert.Equal(expected, $"{(own is null || other is null ? HandleLikeness.None : own.LikenessTo(other))}");
    }

    private static HandleShape Shape(string name, string handle) => HandleShape.Of(handle, HolderNames.Of(name, []))!;
}
