using FakeProfileDetector.Names;

namespace FakeProfileDetector.Tests.Names;

public sealed class JapaneseNamesTests
{
    [Theory]
    [InlineData("高畑勲", "Isao Takahata")]
    [InlineData("佐藤健二", "Kenji Sato")]
    [InlineData("佐藤健二", "Satou Kenji")]
    [InlineData("鈴木 花子", "Hanako Suzuki")]
    [InlineData("中村一", "Nakamura Hajime")]
    [InlineData("長谷川陽翔", "Haruto Hasegawa")]
    [InlineData("一ノ瀬 蓮", "Ren Ichinose")]
    [InlineData("大塚 さくら", "Sakura Otsuka")]
    [InlineData("高橋みなみ", "Minami Takahashi")]
    [InlineData("健太 森下", "Kenta Morishita")]
    [InlineData("勅使河原 茜", "Akane Teshigawara")]
    [InlineData("佐々木健三郎", "Kenzaburo Sasaki")]
    [InlineData("渡邉真由美", "Mayumi Watanabe")]
    [InlineData("小野寺 直樹様", "Naoki Onodera")]
    [InlineData("高畑勲", "たかはた いさお")]
    [InlineData("井上 舞", "イノウエ マイ")]
    [InlineData("佐藤健二", "さとうけんじ")]
    [InlineData("林 美咲", "Misaki Hayashi")]
    [InlineData("東山彩乃", "Ayano Higashiyama")]
    public void Compare_CharactersAndTheirReading_AreOneName(string native, string other) => AssertBelowZero(native, other);

    [Theory]
    [InlineData("さとうけんじ", "Kenji Sato")]
    [InlineData("サトウケンジ", "Sato Kenji")]
    [InlineData("イトウシュンスケ", "Shunsuke Ito")]
    [InlineData("おおのきょうこ", "Kyoko Ohno")]
    [InlineData("わたなべじゅん", "Jun Watanabe")]
    [InlineData("ﾀﾅｶｲﾁﾛｳ", "Ichiro Tanaka")]
    [InlineData("はっとりゆうた", "Yuta Hattori")]
    [InlineData("やまもとさくら", "ヤマモト サクラ")]
    [InlineData("フィリップサトー", "Sato Firippu")]
    public void Compare_KanaWrittenTogether_AreBothWordsOfTheOther(string kana, string other)
    {
        AssertBelowZero(kana, other);
        Assert.Equal(NameRelation.SpellingVariant, NameComparer.Compare(kana, other).Relation);
    }

    [Theory]
    [InlineData("高畑勲", "Suzuki Hiroto", NameRelation.Disjoint)]
    [InlineData("山本 翔太", "Kimura Hinako", NameRelation.Disjoint)]
    [InlineData("田中 花子", "Tanaka Yuta", NameRelation.SharesFamilyName)]
    [InlineData("田中 翔太", "Shota Kimura", NameRelation.SharesGivenName)]
    [InlineData("田中 健太", "すずき みさき", NameRelation.Disjoint)]
    public void Compare_ReadingsClearlyOther_Contradict(string native, string other, NameRelation expected)
    {
        Assert.Equal(expected, NameComparer.Compare(native, other).Relation);
        Assert.Equal(expected, NameComparer.Compare(other, native).Relation);
        Assert.InRange(NameComparer.Compare(native, other).WeightBits, -6.5, 4);
    }

    /// <summary>Parents choose readings of their own, a family name may be rare, and Chinese names sound Japanese.</summary>
    [Theory]
    [InlineData("田中 希空", "Tanaka Noa")]
    [InlineData("月見里 凪", "Suzuki Hinako")]
    [InlineData("王小宇", "Hinata Yoko")]
    [InlineData("さとうけんじ", "Hanako Suzuki")]
    [InlineData("さとう", "Sato Kenji")]
    public void Compare_ReadingUnknown_AccusesNobody(string native, string other) => Assert.InRange(NameComparer.Compare(native, other).WeightBits, -8, 0);

    /// <summary>A Chinese name is read in Chinese first, also where the other sounds Japanese.</summary>
    [Theory]
    [InlineData("何佳", "He Jia")]
    [InlineData("高山明", "Gao Shanming")]
    [InlineData("林志玲", "Lin Chi-ling")]
    public void Compare_ChineseReading_StillAgrees(string native, string other) => AssertBelowZero(native, other);

    [Theory]
    [InlineData("John Smith")]
    [InlineData("Boris Kovac")]
    public void Compare_NameOfAnotherLanguage_ContradictsAsEver(string other) => Assert.True(NameComparer.Compare("王伟", other).WeightBits > 0);

    [Fact]
    public void Compare_ParsedNamesReadInJapanese_AllocatesNothing()
    {
        var (native, latin) = (PersonName.Parse("小野寺 直樹"), PersonName.Parse("Naoki Onodera"));
        var first = NameComparer.Compare(native, latin);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.True(NameComparer.Compare(native, latin).WeightBits <= first.WeightBits);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.InRange(allocated, 0, 100);
    }

    private static void AssertBelowZero(string a, string b)
    {
        Assert.True(NameComparer.Compare(a, b).WeightBits < 0, NameComparer.Compare(a, b).Relation.ToCode());
        Assert.Equal(NameComparer.Compare(a, b).WeightBits, NameComparer.Compare(b, a).WeightBits);
        Assert.True(NameComparer.Compare(a, b).Relation.IsCompatible());
    }
}
