using System.Text.RegularExpressions;
using FakeProfileDetector.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FakeProfileDetector.Tests;

/// <summary>The code of every README compiles against the library as it is.</summary>
public sealed partial class ReadmeTests
{
    public static TheoryData<int> Blocks() => [.. Enumerable.Range(0, Code().Length)];

    [Theory]
    [MemberData(nameof(Blocks))]
    public void Code_InReadme_Compiles(int block)
    {
        var code = Code()[block];
        var compilation = CSharpCompilation.Create(
            "Readme",
            [Parse(ImplicitUsings + code), Parse(ImageSharpStandIn)],
            References(),
            new CSharpCompilationOptions(IsProgram(code) ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

        var errors = compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

        Assert.Empty(errors.Select(error => $"{error.GetMessage()} in\n{code}"));
    }

    [Fact]
    public void Readme_NamesEveryPackageAndCommand()
    {
        var readme = Text();
        foreach (var word in new[]
        {
            "FakeProfileDetector.SkiaSharp", "FakeProfileDetector.OnnxRuntime", "FakeProfileDetector.Sqlite", "FakeProfileDetector.WebSearch", "FakeProfileDetector.Cli",
            "ImageSharp", "CoenM",
            "fakeprofile demo", "dotnet test -c Release",
        })
        {
            Assert.Contains(word, readme, StringComparison.Ordinal);
        }
    }

    private const string ImplicitUsings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; "
        + "global using System.Threading; global using System.Threading.Tasks;\n";

    /// <summary>The members of ImageSharp 3 that the README's decoder uses: the package itself cannot be restored here.</summary>
    private const string ImageSharpStandIn = """
        namespace SixLabors.ImageSharp
        {
            public sealed record ImageInfo(int Width, int Height);
            public readonly struct Color { public static Color White => default; }
            public abstract class Image
            {
                public static ImageInfo Identify(System.ReadOnlySpan<byte> encoded) => throw new System.NotSupportedException();
                public static Image<TPixel> Load<TPixel>(System.ReadOnlySpan<byte> encoded) => throw new System.NotSupportedException();
            }
            public sealed class Image<TPixel> : Image, System.IDisposable
            {
                public int Width => 0;
                public int Height => 0;
                public TPixel this[int x, int y] => throw new System.NotSupportedException();
                public void Dispose() { }
            }
        }
        namespace SixLabors.ImageSharp.PixelFormats
        {
            public struct Rgba32 { public byte R, G, B, A; }
        }
        namespace SixLabors.ImageSharp.Processing
        {
            public interface IImageProcessingContext { }
            public static class Extensions
            {
                public static void Mutate<TPixel>(this Image<TPixel> image, System.Action<IImageProcessingContext> operation) { }
                public static IImageProcessingContext AutoOrient(this IImageProcessingContext context) => context;
                public static IImageProcessingContext BackgroundColor(this IImageProcessingContext context, Color color) => context;
            }
        }
        """;

    private static SyntaxTree Parse(string code) => CSharpSyntaxTree.ParseText(code, new CSharpParseOptions(LanguageVersion.CSharp14));

    private static bool IsProgram(string code) =>
        CSharpSyntaxTree.ParseText(code).GetRoot().DescendantNodes().Any(node => node.IsKind(SyntaxKind.GlobalStatement));

    private static IEnumerable<MetadataReference> References() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path));

    /// <summary>What stands in the first block that a fence opens.</summary>
    internal static string FirstBlock(string fence)
    {
        var text = Text().ReplaceLineEndings("\n");
        var start = text.IndexOf(fence, StringComparison.Ordinal) + fence.Length;
        return text[start..text.IndexOf("```", start, StringComparison.Ordinal)];
    }

    private static string Text() => File.ReadAllText(Path.Combine(SharedData.RepositoryRoot(), "README.md"));

    /// <summary>Of the front page first, then of the pages of the packages.</summary>
    private static string[] Code() =>
    [
        .. Directory.EnumerateFiles(Path.Combine(SharedData.RepositoryRoot(), "src"), "README.md", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal).Select(File.ReadAllText).Prepend(Text())
            .SelectMany(text => CodeBlock().Matches(text)).Select(match => match.Groups[1].Value),
    ];

    [GeneratedRegex("```csharp\r?\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}
