using System.Text;
using FakeProfileDetector.Reports;
using Spectre.Console;

namespace FakeProfileDetector.Cli;

/// <summary>Where a command writes: data to one stream, everything for people to the other.</summary>
internal sealed class Terminal(TextWriter data, IAnsiConsole messages)
{
    private readonly Lock _writing = new();

    /// <summary>Standard output: data only, so that it can be piped.</summary>
    internal TextWriter Data { get; } = data;

    /// <summary>Standard error: progress, summaries and complaints.</summary>
    internal IAnsiConsole Messages { get; } = messages;

    internal static Terminal ForProcess()
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return new(
            Console.Out,
            AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) }));
    }

    /// <summary>A complaint that does not stop the command.</summary>
    internal void Warn(string text)
    {
        lock (_writing)
        {
            // Plain writing: a member's name may hold anything, also markup, and must not be wrapped.
            Messages.Profile.Out.Writer.WriteLine(DisplayText.Of(text));
        }
    }
}
