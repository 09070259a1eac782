using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using FakeProfileDetector.Testing;

namespace FakeProfileDetector.Tests;

/// <summary>Dependencies point one way, and the folders show it.</summary>
public sealed class ArchitectureTests
{
    private const string Root = "FakeProfileDetector";

    private static readonly Architecture Core = new ArchLoader().LoadAssembly(typeof(IProfileSignal).Assembly).Build();

    /// <summary>What each room may see; a room that is not listed here has no place in the design.</summary>
    private static readonly Dictionary<string, string[]> MaySee = new()
    {
        ["Validation"] = [],
        ["Evaluation"] = [],
        ["Photos"] = ["Photos.Patches", "Validation"],
        ["Photos.Patches"] = ["Photos"],
        ["Jpeg"] = ["Photos", "Validation"],
        ["Names"] = ["Names.Tables"],
        ["Names.Tables"] = [],
        ["Reviews"] = [],
        ["Index"] = ["Photos", "Photos.Patches", "Index.Kernels", "Index.MultiIndex", "Validation"],
        ["Index.Kernels"] = ["Photos"],
        ["Index.MultiIndex"] = ["Photos", "Index", "Index.Kernels"],
        ["Profiles"] = ["Photos"],
        ["Registry"] = ["Photos", "Photos.Patches", "Names", "Index", "Profiles", "Reviews", "Validation"],
        ["Signals.ImageReuse"] = ["", "Photos", "Names", "Profiles", "Registry", "Validation"],
        ["Signals.NameMismatch"] = ["", "Photos", "Names", "Profiles", "Registry", "Validation"],
        ["Signals.SparseHistory"] = ["", "Profiles", "Validation"],
        ["Scoring"] = ["", "Profiles", "Reviews"],
        ["Scoring.Calibration"] = ["", "Evaluation", "Photos", "Profiles", "Registry", "Scoring", "Signals.SparseHistory", "Validation"],
        [""] = ["Photos", "Profiles", "Registry", "Reviews", "Scoring", "Validation"],
        ["Connections"] = ["", "Profiles", "Validation"],
        ["DependencyInjection"] =
            ["", "Connections", "Photos", "Jpeg", "Index", "Profiles", "Registry", "Reviews", "Signals.ImageReuse", "Signals.NameMismatch", "Signals.SparseHistory", "Scoring"],
    };

    [Fact]
    public void Rooms_Dependencies_PointOneWay()
    {
        var wrong =
            from type in Core.Types
            let room = RoomOf(type)
            where room is not null
            from target in type.Dependencies.Select(dependency => dependency.Target).Distinct()
            let other = RoomOf(target)
            where other is not null && other != room && !MaySee[room].Contains(other)
            select $"{type.FullName} → {target.FullName}";

        Assert.Equal(string.Empty, string.Join("\n", wrong.Distinct()));
    }

    [Fact]
    public void Rooms_All_AreInTheDesign()
    {
        var rooms = Core.Types.Select(RoomOf).OfType<string>().Distinct();

        Assert.Empty(rooms.Except(MaySee.Keys));
    }

    [Fact]
    public void Files_Namespaces_AreTheirFolders()
    {
        var source = Path.Combine(SharedData.RepositoryRoot(), "src", Root);
        foreach (var file in Directory.EnumerateFiles(source, "*.cs", SearchOption.AllDirectories))
        {
            var folder = Path.GetRelativePath(source, Path.GetDirectoryName(file)!);
            var expected = folder == "." ? Root : $"{Root}.{folder.Replace(Path.DirectorySeparatorChar, '.')}";
            var text = File.ReadAllText(file);
            if (!text.Contains("namespace Microsoft.Extensions.DependencyInjection;", StringComparison.Ordinal))
            {
                Assert.True(text.Contains($"namespace {expected};", StringComparison.Ordinal), file);
            }
        }
    }

    [Fact]
    public void Signals_Machinery_IsInternal()
    {
        var machinery = typeof(IProfileSignal).Assembly.GetTypes().Where(type => typeof(IProfileSignal).IsAssignableFrom(type) && type.IsClass);

        Assert.All(machinery, type => Assert.True(type is { IsPublic: false, IsSealed: true }, type.Name));
    }

    [Fact]
    public void Core_References_NoImageLibrary()
    {
        var references = typeof(IProfileSignal).Assembly.GetReferencedAssemblies().Select(name => name.Name!);

        Assert.All(references, name => Assert.True(
            name is "AnyAscii" || name.StartsWith("System", StringComparison.Ordinal) || name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal),
            name));
    }

    private static string? RoomOf(IType type)
    {
        // Types of other assemblies may come without a namespace.
        var name = type.Namespace?.FullName ?? string.Empty;
        return name == Root ? string.Empty
            : name.StartsWith(Root + ".", StringComparison.Ordinal) ? name[(Root.Length + 1)..]
            : null;
    }
}
