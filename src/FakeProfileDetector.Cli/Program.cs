using FakeProfileDetector.Cli;

return await CommandLine.RunAsync(args, Terminal.ForProcess()).ConfigureAwait(false);
