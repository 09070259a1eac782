using System.Diagnostics;
using FakeProfileDetector.Cli.Demo;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using SkiaSharp;
using Spectre.Console;

namespace FakeProfileDetector.Cli.Tests;

/// <summary>What a run of the tool left behind.</summary>
internal sealed record Outcome(int ExitCode, string Data, string Messages)
{
    internal string[] DataLines => Data.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    internal string[] MessageLines => Messages.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    internal ScannedProfile[] Profiles => ScannedProfile.Parse(DataLines);
}

/// <summary>A folder of its own for a test, and the tool run in process over it.</summary>
internal sealed class Workspace : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("fakeprofile-");

    internal string Folder => _folder.FullName;

    internal static Task<Outcome> RunAsync(params string[] args) => RunAsync(args, configure: null);

    /// <summary>Runs the tool with another detector.</summary>
    internal static async Task<Outcome> RunAsync(string[] args, Action<IFakeProfileDetectorBuilder>? configure)
    {
        using var data = new StringWriter();
        using var messages = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(messages) });
        try
        {
            var exit = await CommandLine.RunAsync(args, new Terminal(data, console), configure, TestContext.Current.CancellationToken);
            return new(exit, data.ToString(), messages.ToString());
        }
        finally
        {
            // The end of a process closes its stores; here their pooled connections would outlive the run.
            SqliteConnection.ClearAllPools();
        }
    }

    /// <summary>Scans a member file of these lines.</summary>
    internal Task<Outcome> ScanAsync(params IEnumerable<string> lines) => RunAsync("scan", Write("members.csv", lines));

    internal string PathOf(string name) => Path.Combine(Folder, name);

    internal string Write(string name, params IEnumerable<string> lines)
    {
        MakeFolderOf(name);
        File.WriteAllLines(PathOf(name), lines);
        return PathOf(name);
    }

    internal string WriteText(string name, string text)
    {
        MakeFolderOf(name);
        File.WriteAllText(PathOf(name), text);
        return PathOf(name);
    }

    internal string WriteBytes(string name, byte[] bytes)
    {
        File.WriteAllBytes(PathOf(name), bytes);
        return PathOf(name);
    }

    /// <summary>A portrait of someone who does not exist; the same seed is the same person.</summary>
    internal string Paint(string name, int seed)
    {
        MakeFolderOf(name);
        using var portrait = PortraitPainter.Paint(seed);
        using var jpeg = portrait.Encode(SKEncodedImageFormat.Jpeg, 90);
        return WriteBytes(name, jpeg.ToArray());
    }

    /// <summary>Four fifths of a picture, saved anew.</summary>
    internal string Crop(string name, string croppedName)
    {
        using var picture = SKBitmap.Decode(PathOf(name));
        using var cropped = PhotoEdit.Crop(picture, 0.12f, 0.05f, 0.8f);
        using var jpeg = cropped.Encode(SKEncodedImageFormat.Jpeg, 80);
        return WriteBytes(croppedName, jpeg.ToArray());
    }

    /// <summary>A second name for a file, on systems that have ln.</summary>
    internal string Link(string name, string secondName) => Execute("ln", PathOf(name), PathOf(secondName));

    /// <summary>A pipe with a name, on systems that have mkfifo.</summary>
    internal string MakePipe(string name) => Execute("mkfifo", PathOf(name));

    private static string Execute(string program, params string[] args)
    {
        using var process = Process.Start(program, args);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return args[^1];
    }

    private void MakeFolderOf(string name) => Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);

    public void Dispose() => _folder.Delete(recursive: true);
}
