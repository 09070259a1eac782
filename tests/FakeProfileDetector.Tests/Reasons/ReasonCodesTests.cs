using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using FakeProfileDetector.Reasons;
using FakeProfileDetector.Testing;

namespace FakeProfileDetector.Tests.Reasons;

/// <summary>The constants and the reasons that the library gives are the same set, as its sources show.</summary>
public sealed partial class ReasonCodesTests
{
    private static readonly (string Name, string Code)[] Constants =
        [.. typeof(ReasonCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (field.Name, (string)field.GetRawConstantValue()!))];

    /// <summary>The sources of the library without the constants themselves.</summary>
    private static readonly Dictionary<string, string> Sources = Directory
        .EnumerateFiles(Path.Combine(SharedData.RepositoryRoot(), "src", "FakeProfileDetector"), "*.cs", SearchOption.AllDirectories)
        .Where(path => Path.GetFileName(path) != $"{nameof(ReasonCodes)}.cs")
        .ToDictionary(path => Path.GetFileName(path)!, File.ReadAllText);

    [Fact]
    public void Constants_Names_AreTheirCodes()
    {
        Assert.All(Constants, constant => Assert.Equal(Pascal(constant.Code), constant.Name));
        Assert.Equal(Constants.Select(constant => constant.Code).Order(StringComparer.Ordinal), Constants.Select(constant => constant.Code));
        Assert.Equal(Constants.Length, Constants.DistinctBy(constant => constant.Code).Count());
    }

    [Fact]
    public void Constants_All_AreGiven()
    {
        var used = Sources.Values.SelectMany(source => Use().Matches(source)).Select(match => match.Groups[1].Value).ToHashSet();

        Assert.Empty(Constants.Select(constant => constant.Name).Except(used));
    }

    [Fact]
    public void Reasons_All_AreOfConstants()
    {
        var codes = Constants.Select(constant => constant.Code).Where(code => code.Contains('-', StringComparison.Ordinal)).ToHashSet();

        Assert.Empty(
            from source in Sources
            from Match literal in Literal().Matches(source.Value)
            where codes.Contains(literal.Groups[1].Value)
            select $"{source.Key}: {literal.Value}");
        Assert.Empty(
            from source in Sources
            from Match reason in ReasonOfLiteral().Matches(source.Value)
            select $"{source.Key}: {reason.Value}");
    }

    private static string Pascal(string code) =>
        string.Concat(code.Split('-').Select(word => string.Create(CultureInfo.InvariantCulture, $"{char.ToUpperInvariant(word[0])}{word[1..]}")));

    [GeneratedRegex(@"ReasonCodes\.(\w+)")]
    private static partial Regex Use();

    [GeneratedRegex("\"([a-z]+(?:-[a-z]+)+)\"")]
    private static partial Regex Literal();

    /// <summary>A code and a sentence: <c>new("photo-shared", $"This photo …</c>.</summary>
    [GeneratedRegex("""(?:new|Reason)\(\s*\$?"[a-z{][a-z{}-]*",\s*\$?"[A-Z{]""")]
    private static partial Regex ReasonOfLiteral();
}
