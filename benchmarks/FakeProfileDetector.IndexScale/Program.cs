using System.CommandLine;
using FakeProfileDetector.Benchmarks.Shared.Reporting;
using FakeProfileDetector.IndexScale.Hashes;
using FakeProfileDetector.IndexScale.Phases;
using FakeProfileDetector.Photos.Pdq;

namespace FakeProfileDetector.IndexScale;

/// <summary>Measures the multi-index hash index at sizes that BenchmarkDotNet is not made for, beside a linear scan of the same hashes.</summary>
internal static class Program
{
    private const int Fine = 0;
    private const int Missed = 2;

    /// <summary>In the order in which they run: those that change the index come late, and the one that drops it last.</summary>
    private static readonly IPhase[] Phases =
    [
        new BuildPhase(),
        new SearchPhase(),
        new RecallPhase(),
        new RadiusPhase(),
        new BatchPhase(),
        new ThreadsPhase(),
        new MemtablePhase(),
        new WriterPhase(),
        new MergePhase(),
        new DuplicatesPhase(),
        new SnapshotPhase(),
    ];

    internal static int Main(string[] arguments)
    {
        var entries = new Option<long>("--entries") { Description = "Entries of the index.", DefaultValueFactory = _ => 1_000_000 };
        var hashes = new Option<string>("--hashes") { Description = "How the hashes are distributed.", DefaultValueFactory = _ => HashSource.Uniform };
        hashes.AcceptOnlyFromAmong([.. HashSource.Kinds.Keys]);
        var seed = new Option<ulong>("--seed") { Description = "The same seed gives the same hashes and queries.", DefaultValueFactory = _ => 1 };
        var phases = new Option<string>("--phase")
        {
            Description = $"What to measure, by commas: {string.Join(", ", Phases.Select(phase => phase.Name))}; or all.",
            DefaultValueFactory = _ => "search",
        };
        var radius = new Option<int>("--radius") { Description = "Radius of the searches, in bits.", DefaultValueFactory = _ => PdqHasher.DefaultMatchRadius };
        var queries = new Option<int>("--queries") { Description = "Searches in a repetition, half of them for planted neighbors.", DefaultValueFactory = _ => 10_000 };
        var repetitions = new Option<int>("--repetitions") { Description = "Repetitions, of which the medians are printed.", DefaultValueFactory = _ => 5 };
        var writerSeconds = new Option<int>("--writer-seconds") { Description = "How long the writer adds 50,000 entries a second.", DefaultValueFactory = _ => 10 };
        var folder = new Option<DirectoryInfo>("--folder") { Description = "Where the snapshot goes.", DefaultValueFactory = _ => new(Path.GetTempPath()) };
        var export = new Option<FileInfo[]>("--export")
        {
            Description = "Writes the hashes and the queries to two files for another program, 32 bytes each, and measures nothing.",
            Arity = new(2, 2),
            AllowMultipleArgumentsPerToken = true,
        };
        var members = new Option<FileInfo[]>("--members")
        {
            Description = "Writes a made-up member export with photo hashes, and what each member is, to two files for fakeprofile, and measures nothing.",
            Arity = new(2, 2),
            AllowMultipleArgumentsPerToken = true,
        };
        phases.Validators.Add(result =>
        {
            if (Names(result.GetValueOrDefault<string>()).Except(Phases.Select(phase => phase.Name)).FirstOrDefault() is { } unknown)
            {
                result.AddError($"There is no phase {unknown}.");
            }
        });

        var command = new RootCommand("Measures the multi-index hash index; prints tables in Markdown. Exit code 2: a neighbor was missed.")
        {
            entries, hashes, seed, phases, radius, queries, repetitions, writerSeconds, folder, export, members,
        };
        command.SetAction(parsed => Run(
            new()
            {
                Entries = parsed.GetValue(entries),
                Hashes = parsed.GetRequiredValue(hashes),
                Seed = parsed.GetValue(seed),
                Radius = parsed.GetValue(radius),
                Queries = parsed.GetValue(queries),
                Repetitions = parsed.GetValue(repetitions),
                WriterSeconds = parsed.GetValue(writerSeconds),
                Folder = parsed.GetRequiredValue(folder).FullName,
            },
            Names(parsed.GetRequiredValue(phases)),
            parsed.GetValue(export),
            parsed.GetValue(members)));
        return command.Parse(arguments).Invoke();
    }

    private static int Run(ScaleOptions options, IReadOnlyCollection<string> names, FileInfo[]? export, FileInfo[]? members)
    {
        if (export is [var hashFile, var queryFile])
        {
            Export.Write(options, hashFile.FullName, queryFile.FullName);
            return Fine;
        }

        if (members is [var memberFile, var truthFile])
        {
            MemberExport.Write(options, memberFile.FullName, truthFile.FullName);
            return Fine;
        }

        Machine.Print();
        Console.WriteLine($"{options.Entries:N0} {options.Hashes} hashes, radius {options.Radius}, seed {options.Seed}; medians of {options.Repetitions} × {options.Queries:N0} searches.");
        var chosen = Phases.Where(phase => names.Contains(phase.Name)).ToArray();
        using var session = new Session(options, chosen.SelectMany(phase => phase.ScanRadii));
        foreach (var phase in chosen)
        {
            phase.Run(session);
        }

        if (session.Missed > 0)
        {
            Console.Error.WriteLine($"{session.Missed:N0} neighbors were missed.");
        }

        return session.Missed > 0 ? Missed : Fine;
    }

    private static string[] Names(string? list) =>
        list is null or "all" ? [.. Phases.Select(phase => phase.Name)] : list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
