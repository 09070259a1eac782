using System.CommandLine;
using System.CommandLine.Invocation;
using System.Data.Common;
using FakeProfileDetector.Calibration;
using FakeProfileDetector.Cli.Commands;
using FakeProfileDetector.Web;
using FakeProfileDetector.Weights;
using Microsoft.Extensions.DependencyInjection;

namespace FakeProfileDetector.Cli;

/// <summary>The commands, and what goes wrong with them in words.</summary>
internal static class CommandLine
{
    /// <summary>An environment variable; where it is set, an unexpected error is printed with all that its author needs.</summary>
    internal const string TraceVariable = "FAKEPROFILE_TRACE";

    /// <summary>Runs one command.</summary>
    /// <param name="args">What stands after the name of the tool.</param>
    /// <param name="terminal">Where it writes.</param>
    /// <param name="configure">What is changed about the detector of <c>scan</c> and <c>websearch</c>; null for nothing.</param>
    /// <param name="cancellationToken">Ends the command early.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    internal static async Task<int> RunAsync(
        string[] args, Terminal terminal, Action<IFakeProfileDetectorBuilder>? configure = null, CancellationToken cancellationToken = default)
    {
        var root = new RootCommand("Finds fake profiles by re-used photos under other names, and says why.")
        {
            DemoCommand.Create(terminal),
            ScanCommand.Create(terminal, configure),
            EvaluateCommand.Create(terminal),
            CalibrateCommand.Create(terminal),
            HashCommand.Create(terminal),
            FacesCommand.Create(terminal),
            NamesCommand.Create(terminal),
            PagesCommand.Create(terminal),
            WebSearchCommand.Create(terminal, configure),
            DecideCommand.Create(terminal),
            LabelsCommand.Create(terminal),
        };
        try
        {
            // A photo may be called @name.jpg: no argument is a file of further arguments.
            var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
            var configuration = new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,

                // Signals are handled by whoever gave the token.
                ProcessTerminationTimeout = null,

                // Help is data to who asks for it; after wrong usage it must not end up in a file of reports.
                Output = parsed.Action is ParseErrorAction ? terminal.Complaints : terminal.Data,
                Error = terminal.Complaints,
            };
            return await parsed.InvokeAsync(configuration, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            terminal.Warn("Interrupted. No file was left half written.");
            return ExitCode.Interrupted;
        }
        catch (Exception e)
        {
            terminal.Warn(Environment.GetEnvironmentVariable(TraceVariable) is { Length: > 0 } ? e.ToString() : Explain(e));
            return ExitCode.Error;
        }
    }

    /// <summary>A sentence that names the input and the remedy.</summary>
    private static string Explain(Exception error) => error switch
    {
        // These name both themselves.
        CliException or InvalidDataException or WebPhotoSearchException or WebPhotoResultsException or DetectorWeightsException or CalibrationException => error.Message,
        IOException or UnauthorizedAccessException => $"{error.Message} Check the path, its permissions and the space left.",
        DbException => $"The store cannot be used ({error.Message.TrimEnd('.')}). Check the path that --store names and its permissions.",
        OutOfMemoryException => "There is not enough memory. Scan fewer members at a time, with --store to compare them with the earlier ones.",
        _ => $"Unexpected {error.GetType().Name}: {error.Message.TrimEnd('.')}. Check the input; set {TraceVariable}=1 to see where it came from, and report it.",
    };
}
