using System.Text.RegularExpressions;
using FakeProfileDetector.Testing;

namespace FakeProfileDetector.Tests;

/// <summary>What the documentation of the public face must answer.</summary>
public sealed partial class DocumentationTests
{
    [Fact]
    public void PublicTypes_Documentation_StatesThreadSafety()
    {
        var source = Path.Combine(SharedData.RepositoryRoot(), "src");
        var types =
            from file in Directory.EnumerateFiles(source, "*.cs", SearchOption.AllDirectories)
            from Match match in PublicType().Matches(File.ReadAllText(file))
            group match by match.Groups["name"].Value into parts
            select (Name: parts.Key, IsStated: parts.Any(part => part.Groups["docs"].Value.Contains("<threadsafety>", StringComparison.Ordinal)));

        Assert.Empty(types.Where(type => !type.IsStated).Select(type => type.Name));
    }

    [GeneratedRegex(
        @"(?<docs>(?:^///[^\n]*\n)+)(?:\[[^\n]*\n)*public (?:static |sealed |abstract |partial |readonly )*(?:class|struct|record struct|record|interface) (?<name>\w+)",
        RegexOptions.Multiline)]
    private static partial Regex PublicType();
}
