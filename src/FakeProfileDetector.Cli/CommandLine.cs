using System.CommandLine;
using System.CommandLine.Invocation;
using System.Data.Common;
using FakeProfileDetector.Calibration;
using FakeProfileDetector.Cli.Commands;
using FakeProfileDetector.Profiles;
using FakeProfileDetector.Weights;

namespace FakeProfileDetector.Cli;

/// <summary>The commands and what their outcomes mean to the shell.</summary>
internal static class CommandLine
{
    internal const int Ok = 0;
    internal const int Error = 1;
    internal const int FindingsReached = 3;

    internal static async Task<int> RunAsync(string[] args, Terminal terminal, CancellationToken cancellationToken = default)
    {
        var root = new RootCommand("Finds fake profiles by re-used photos under other names, and says why.")
        {
            DemoCommand.Create(terminal),
            ScanCommand.Create(terminal),
            EvaluateCommand.Create(terminal),
            CalibrateCommand.Create(terminal),
            HashCommand.Create(terminal),
            NamesCommand.Create(terminal),
            DecideCommand.Create(terminal),
            LabelsCommand.Create(terminal),
        };
        try
        {
            // A photo may be called @name.jpg: no argument is a file of further arguments.
            var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
            var messages = terminal.Messages.Profile.Out.Writer;
            var configuration = new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,

                // Help is data to who asks for it; after wrong usage it must not end up in a file of reports.
                Output = parsed.Action is ParseErrorAction ? messages : terminal.Data,
                Error = messages,
            };
            return await parsed.InvokeAsync(configuration, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is CliException or InvalidDataException or DetectorWeightsException or CalibrationException)
        {
            // A file that is no profile store names itself and the remedy, as our own complaints do.
            terminal.Warn(e.Message);
            return Error;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            terminal.Warn($"{e.Message} Check the path and its permissions.");
            return Error;
        }
        catch (DbException e)
        {
            terminal.Warn($"The store cannot be used ({e.Message.TrimEnd('.')}). Check the path that --store names and its permissions.");
            return Error;
        }
        catch (OperationCanceledException)
        {
            terminal.Warn("Cancelled.");
            return Error;
        }
    }
}
