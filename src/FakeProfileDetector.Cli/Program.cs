using FakeProfileDetector.Cli;

var terminal = Terminal.ForProcess();
using var interruption = new Interruption(terminal);
var exit = await CommandLine.RunAsync(args, terminal, cancellationToken: interruption.Token).ConfigureAwait(false);
return exit == ExitCode.Interrupted ? interruption.Code : exit;
