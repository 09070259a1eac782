using FakeProfileDetector.Profiles;

namespace FakeProfileDetector.Tests.Profiles;

public sealed class NameListTests
{
    [Fact]
    public void Create_Names_AreTrimmedAndBlanksAndRepetitionsLeftOut()
    {
        NameList names = [" Ana Horvat", "", "  ", null!, "Ana Horvat ", "ana horvat", "王伟"];

        Assert.Equal(["Ana Horvat", "ana horvat", "王伟"], names);
        Assert.Equal((3, "王伟"), (names.Count, names[2]));
    }

    [Fact]
    public void Create_ManyNames_KeepsTheFirst()
    {
        NameList names = [.. Enumerable.Range(0, 20).Select(i => $"Ana {i / 2}")];

        Assert.Equal(8, NameList.MaximumCount);
        Assert.Equal(Enumerable.Range(0, 8).Select(i => $"Ana {i}"), names);
    }

    [Fact]
    public void Create_NothingToKeep_IsTheEmptyList()
    {
        NameList blank = [" "];
        NameList none = [];

        Assert.Same(NameList.Empty, blank);
        Assert.Same(NameList.Empty, none);
        Assert.Empty(NameList.Empty);
    }

    [Fact]
    public void Create_LineBreaksInsideAName_BecomeSpaces()
    {
        // Stores keep names a line each.
        NameList names = ["Ana\r\nHorvat", "Boris\nKovac", "Elin\u2028Farkas"];

        Assert.Equal(["Ana Horvat", "Boris Kovac", "Elin Farkas"], names);
    }

    [Fact]
    public void Equals_ListsOfTheSameNames_AreEqualByValue()
    {
        NameList a = ["Ana Horvat", "王伟"];
        NameList b = [" Ana Horvat", "王伟 "];

        Assert.True(a.Equals(b) && a.Equals((object)b) && a.GetHashCode() == b.GetHashCode());
        Assert.Equal(new Profile("a") { OtherNames = a, NamesInOtherFields = b }, new Profile("a") { OtherNames = b, NamesInOtherFields = a });
    }

    [Fact]
    public void Equals_OtherNamesOrOrder_Differ()
    {
        NameList a = ["Ana Horvat", "王伟"];
        NameList reversed = ["王伟", "Ana Horvat"];
        NameList shorter = ["Ana Horvat"];

        Assert.False(a.Equals(reversed) || a.Equals(shorter) || a.Equals(null) || a.Equals("Ana Horvat"));
        Assert.NotEqual(new Profile("a") { OtherNames = a }, new Profile("a") { OtherNames = shorter });
    }

    [Fact]
    public void Index_OutsideTheList_Throws() => Assert.ThrowsAny<Exception>(() => NameList.Empty[0]);

    [Fact]
    public void ToString_NamesTheTypeOnly()
    {
        NameList names = ["Ana Horvat"];

        Assert.Equal(typeof(NameList).FullName, names.ToString());
    }
}
