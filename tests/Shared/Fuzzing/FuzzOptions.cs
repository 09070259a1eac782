using System.Globalization;

namespace FakeProfileDetector.Testing.Fuzzing;

/// <summary>What to run, as the command line says it.</summary>
internal sealed record FuzzOptions
{
    internal const string Usage = """
        Usage: FakeProfileDetector.Fuzz [options] FOLDER…

        Changes the files of the folders at random and decodes what comes out. Exit code 0: nothing found; 2: something.

          --decoder NAME         which decoder; default skia
          --mutants N            how many; default 200000
          --first N              the first one's number, to repeat a single one with --mutants 1; default 0
          --seed N               the same seed, folders and number give the same mutant; default 1
          --threads N            default: the number of processors
          --maximum-bytes N      larger files are left out, so that mutants are many; default 16384
          --slow MILLISECONDS    longer is a finding, if it is as long again when repeated; default 1000
          --allocation BYTES     more managed memory for one mutant is a finding; default 100000000
          --memory BYTES         a larger working set of the process is a finding; default 2000000000
          --out FOLDER           where findings go; default artifacts/fuzz
        """;

    internal string Decoder { get; init; } = "skia";

    internal long Mutants { get; init; } = 200_000;

    internal long First { get; init; }

    internal int Seed { get; init; } = 1;

    internal int Threads { get; init; } = Environment.ProcessorCount;

    internal int MaximumBytes { get; init; } = 16 * 1024;

    internal TimeSpan Slow { get; init; } = TimeSpan.FromSeconds(1);

    internal long Allocation { get; init; } = 100_000_000;

    internal long Memory { get; init; } = 2_000_000_000;

    internal string Out { get; init; } = Path.Combine("artifacts", "fuzz");

    internal IReadOnlyList<string> Folders { get; init; } = [];

    /// <exception cref="FormatException">The command line makes no sense.</exception>
    internal static FuzzOptions Parse(IReadOnlyList<string> arguments)
    {
        var options = new FuzzOptions();
        for (var i = 0; i < arguments.Count; i++)
        {
            var name = arguments[i];
            if (!name.StartsWith("--", StringComparison.Ordinal))
            {
                options = options with { Folders = [.. options.Folders, name] };
                continue;
            }

            var value = ++i < arguments.Count ? arguments[i] : throw new FormatException($"{name} needs a value.");
            options = name switch
            {
                "--decoder" => options with { Decoder = value },
                "--mutants" => options with { Mutants = Number(value) },
                "--first" => options with { First = Number(value) },
                "--seed" => options with { Seed = (int)Number(value) },
                "--threads" => options with { Threads = (int)Number(value) },
                "--maximum-bytes" => options with { MaximumBytes = (int)Number(value) },
                "--slow" => options with { Slow = TimeSpan.FromMilliseconds(Number(value)) },
                "--allocation" => options with { Allocation = Number(value) },
                "--memory" => options with { Memory = Number(value) },
                "--out" => options with { Out = value },
                _ => throw new FormatException($"There is no option {name}."),
            };
        }

        return options.Folders.Count == 0 ? throw new FormatException("Name a folder with image files.")
            : !Decoders.ByName.ContainsKey(options.Decoder) ? throw new FormatException($"Decoders are {string.Join(", ", Decoders.ByName.Keys)}.")
            : options;
    }

    private static long Number(string text) => long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
