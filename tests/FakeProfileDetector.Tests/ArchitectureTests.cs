using System.Collections.Immutable;
using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using FakeProfileDetector.Testing;

namespace FakeProfileDetector.Tests;

/// <summary>Dependencies point one way, and the folders show it.</summary>
public sealed class ArchitectureTests
{
    private const string Root = "FakeProfileDetector";

    private static readonly Architecture Core = new ArchLoader().LoadAssembly(typeof(IProfileSignal).Assembly).Build();

    /// <summary>The rooms, lowest layer first; a room that is not listed here has no place in the design.</summary>
    private static readonly string[][] Layers =
    [
        ["Validation", "Reasons", "Photos", "Profiles", "Reviews"],
        ["Names", "Names.Tables", "History", "Photos.Pdq", "Photos.Coenm", "Photos.Patches", "Photos.Faces", "Photos.Faces.Kernels", "Photos.Generated", "Photos.Jpeg", "Index", "Index.Kernels", "Index.MultiIndex"],
        ["Photos.Fingerprinting", "Web.Pages"],
        ["Registry", "Web"],
        ["Weights", "SharedPhotos"],
        [""],
        ["Signals"],
        ["Checking"],
        ["Calibration", "Reports", "Connections"],
        ["DependencyInjection"],
    ];

    [Fact]
    public void Rooms_Dependencies_PointDownwards()
    {
        var wrong =
            from arrow in Arrows()
            where LayerOf(arrow.To) > LayerOf(arrow.From)
            select arrow.Why;

        Assert.Equal(string.Empty, string.Join("\n", wrong.Distinct()));
    }

    [Fact]
    public void Rooms_Dependencies_FormNoCircle()
    {
        var targets = Arrows().ToLookup(arrow => arrow.From, arrow => arrow.To);
        var done = new HashSet<string>();

        foreach (var room in targets.Select(group => group.Key))
        {
            Visit(room, []);
        }

        void Visit(string room, ImmutableList<string> path)
        {
            Assert.False(path.Contains(room), $"{string.Join(" → ", path)} → {room}");
            if (done.Contains(room))
            {
                return;
            }

            foreach (var target in targets[room].Distinct())
            {
                Visit(target, path.Add(room));
            }

            done.Add(room);
        }
    }

    [Fact]
    public void Signals_Folders_DoNotKnowEachOther()
    {
        var wrong =
            from arrow in Arrows()
            where arrow.From.StartsWith("Signals.", StringComparison.Ordinal) && arrow.To.StartsWith("Signals.", StringComparison.Ordinal)
            select arrow.Why;

        Assert.Empty(wrong);
    }

    [Fact]
    public void Rooms_All_AreInTheDesign() => Assert.All(
        Core.Types.Select(RoomOf).OfType<string>().Distinct(), room => Assert.True(LayerOf(room) >= 0, room));

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
            name is "AnyAscii" or "FakeProfileDetector.Evaluation" || name.StartsWith("System", StringComparison.Ordinal) || name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal),
            name));
    }

    private static int LayerOf(string room) => Array.FindIndex(Layers, layer => layer.Any(
        known => known == room || (known == "Signals" && room.StartsWith("Signals.", StringComparison.Ordinal))));

    private static IEnumerable<(string From, string To, string Why)> Arrows() =>
        from type in Core.Types
        let room = RoomOf(type)
        where room is not null
        from target in type.Dependencies.Select(dependency => dependency.Target).Distinct()
        let other = RoomOf(target)
        where other is not null && other != room
        select (room, other, $"{type.FullName} → {target.FullName}");

    private static string? RoomOf(IType type)
    {
        // Types of other assemblies may come without a namespace.
        var name = type.Namespace?.FullName ?? string.Empty;
        return name == Root ? string.Empty
            : name.StartsWith(Root + ".", StringComparison.Ordinal) ? name[(Root.Length + 1)..]
            : null;
    }
}
