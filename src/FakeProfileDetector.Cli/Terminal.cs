using System.Text;
using Spectre.Console;

namespace FakeProfileDetector.Cli;

/// <summary>Where a command writes: data to one stream, everything for people to the other.</summary>
internal sealed class Terminal
{
    private readonly Lock _writing = new();

    internal Terminal(TextWriter data, IAnsiConsole messages)
    {
        Data = data;
        Messages = messages;
        Complaints = new PrintableWriter(messages.Profile.Out.Writer);
    }

    /// <summary>Standard output: data only, so that it can be piped.</summary>
    internal TextWriter Data { get; }

    /// <summary>Standard error: progress and tables. Texts that are not the tool's own are made visible first.</summary>
    internal IAnsiConsole Messages { get; }

    /// <summary>Standard error for plain text, which may quote anything.</summary>
    internal TextWriter Complaints { get; }

    internal static Terminal ForProcess()
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return new(
            Console.IsOutputRedirected ? Console.Out : new PrintableWriter(Console.Out),
            AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) }));
    }

    /// <summary>A complaint that does not stop the command.</summary>
    internal void Warn(string text)
    {
        lock (_writing)
        {
            // Plain writing: a member's name may hold anything, also markup, and must not be wrapped.
            Complaints.WriteLine(text);
        }
    }
}
