using FakeProfileDetector.Registry;
using FakeProfileDetector.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FakeProfileDetector.Tests.Registry;

/// <summary>Reads the sources, so that a store in a package that no test refers to is noticed too.</summary>
public sealed class ProfileStoreSuiteTests
{
    [Fact]
    public void EveryStore_InTheSources_HasTestsThatInheritTheSuite()
    {
        var stores = DerivedFrom(nameof(IProfileStore), "src");
        var suites = DerivedFrom(nameof(ProfileStoreConformanceTests), "tests");

        // A search that finds nothing would prove nothing.
        Assert.Contains(nameof(InMemoryProfileStore), stores);
        Assert.Contains("SqliteProfileStore", stores);
        Assert.Empty(stores.Select(store => store + "Tests").Except(suites));
    }

    /// <summary>Names of the concrete types below a folder that derive from a type, directly or through others.</summary>
    private static HashSet<string> DerivedFrom(string type, string folder)
    {
        var declarations = Directory.EnumerateFiles(Path.Combine(SharedData.RepositoryRoot(), folder), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot().DescendantNodes().OfType<TypeDeclarationSyntax>())
            .ToList();
        var derived = new HashSet<string>(StringComparer.Ordinal) { type };
        while (declarations.Any(declaration => Bases(declaration).Any(derived.Contains) && derived.Add(declaration.Identifier.Text)))
        {
            // Until a pass finds no further one.
        }

        return [.. declarations
            .Where(declaration => declaration is not InterfaceDeclarationSyntax && !declaration.Modifiers.Any(SyntaxKind.AbstractKeyword))
            .Select(declaration => declaration.Identifier.Text)
            .Where(derived.Contains)];
    }

    private static IEnumerable<string> Bases(TypeDeclarationSyntax declaration) =>
        declaration.BaseList?.Types.Select(type => type.Type switch
        {
            QualifiedNameSyntax qualified => qualified.Right.Identifier.Text,
            SimpleNameSyntax simple => simple.Identifier.Text,
            var other => other.ToString(),
        }) ?? [];
}
