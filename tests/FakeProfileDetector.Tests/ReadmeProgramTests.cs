using System.Diagnostics;
using FakeProfileDetector.Testing;
using FakeProfileDetector.Tests.Support;

namespace FakeProfileDetector.Tests;

/// <summary>A newcomer who does what the README says gets a program that runs.</summary>
public sealed class ReadmeProgramTests : IDisposable
{
    /// <summary>Long enough for a busy machine; a feed that never answers must not stop the whole run.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(8);

    /// <summary>What NuGet says where the packages' source does not answer.</summary>
    private static readonly string[] Unreachable = ["NU1301", "Unable to load the service index"];

    private readonly TemporaryFolder _folder = new();
    private readonly CancellationTokenSource _end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

    public void Dispose()
    {
        _end.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Readme_NewConsoleProjectWithItsPackagesAndCode_BuildsAndRuns()
    {
        _end.CancelAfter(Limit);
        await PackAsync();
        await DotnetAsync("new", "console", "--output", ".", "--name", "App", "--no-restore");
        foreach (var line in ReadmeTests.FirstBlock("```\n").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            Assert.StartsWith("dotnet add package ", line, StringComparison.Ordinal);
            await DotnetAsync(line.Split(' ')[1..]);
        }

        await File.WriteAllTextAsync(InApp("Program.cs"), ReadmeTests.FirstBlock("```csharp\n"), _end.Token);
        File.Copy(Path.Combine(SharedData.Conformance, "images", "portrait_0_q85.jpg"), InApp("photo.jpg"));

        await DotnetAsync("build", "--no-restore", "-nodeReuse:false", "-p:UseSharedCompilation=false");
        var output = await DotnetAsync("run", "--no-build");

        Assert.Matches("(?m)^(NoAdverseEvidence|InsufficientEvidence), [0-9]+ ?% fake: (Accept|Review)", output);
        Assert.Contains("No other enrolled profile uses this photo.", output, StringComparison.Ordinal);
    }

    /// <summary>Packs what the tests were built with into a feed that only this test sees, and leaves nothing beside the build's outputs.</summary>
    private async Task PackAsync()
    {
        Directory.CreateDirectory(_folder.PathOf("app"));
        var libraries = Directory.EnumerateFiles(Path.Combine(SharedData.RepositoryRoot(), "src"), "*.csproj", SearchOption.AllDirectories)
            .Where(project => !File.ReadAllText(project).Contains("<PackAsTool>", StringComparison.Ordinal));
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Name.Equals("release", StringComparison.OrdinalIgnoreCase) ? "Release" : "Debug";
        await File.WriteAllTextAsync(
            InApp("pack.proj"),
            $"""
            <Project>
              <ItemGroup>
                {string.Concat(libraries.Select(library => $"""<Library Include="{library}" Folder="{_folder.PathOf(Path.GetFileNameWithoutExtension(library))}/" />"""))}
              </ItemGroup>
              <Target Name="Pack">
                <MSBuild Projects="@(Library)" Targets="Pack"
                         Properties="NoBuild=true;Configuration={configuration};PackageOutputPath={_folder.PathOf("feed")};NuspecOutputPath=%(Library.Folder);IncludeSymbols=false;EnablePackageValidation=false" />
              </Target>
            </Project>
            """,
            _end.Token);
        await DotnetAsync("msbuild", "pack.proj", "-target:Pack", "-nologo", "-nodeReuse:false", "-maxCpuCount:1");
        File.Delete(InApp("pack.proj"));
        await File.WriteAllTextAsync(
            InApp("nuget.config"),
            $"""<configuration><packageSources><add key="packed" value="{_folder.PathOf("feed")}" /></packageSources></configuration>""",
            _end.Token);
    }

    private async Task<string> DotnetAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments)
        {
            WorkingDirectory = _folder.PathOf("app"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(key => key.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            // Those of the build that runs the tests.
            start.Environment.Remove(name);
        }

        // A server that outlives the command would hold its output open.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["UseSharedCompilation"] = "false";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";

        // A folder of its own, for a package of this version may lie in the machine's; all others are taken from there.
        start.Environment["NUGET_PACKAGES"] = _folder.PathOf("packages");
        if (MachinePackages() is { } machine)
        {
            start.Environment["NUGET_FALLBACK_PACKAGES"] = machine;
        }

        using var process = Process.Start(start)!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(_end.Token);
            var errors = process.StandardError.ReadToEndAsync(_end.Token);
            await process.WaitForExitAsync(_end.Token);
            var all = $"dotnet {string.Join(' ', arguments)}\n{await output}{await errors}";
            Assert.SkipWhen(
                process.ExitCode != 0 && Array.Exists(Unreachable, code => all.Contains(code, StringComparison.Ordinal)),
                "The source of the packages cannot be reached, so no project can be restored.");
            Assert.True(process.ExitCode == 0, all);
            return await output;
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private static string? MachinePackages()
    {
        var folder = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        return Directory.Exists(folder) && Directory.GetDirectories(folder, "fakeprofiledetector*").Length == 0 ? folder : null;
    }

    private string InApp(string name) => Path.Combine(_folder.PathOf("app"), name);
}
