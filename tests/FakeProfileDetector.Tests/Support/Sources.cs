using FakeProfileDetector.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FakeProfileDetector.Tests.Support;

/// <summary>Reads the sources, so that a type in an assembly that no test refers to is noticed too.</summary>
internal static class Sources
{
    /// <summary>Names of the concrete types below a folder that derive from a type, directly or through others.</summary>
    internal static HashSet<string> DerivedFrom(string type, string folder)
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
