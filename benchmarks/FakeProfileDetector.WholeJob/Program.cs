using System.CommandLine;
using FakeProfileDetector.Benchmarks.Shared.Reporting;
using FakeProfileDetector.WholeJob;
using FakeProfileDetector.WholeJob.Checking;
using FakeProfileDetector.WholeJob.Drawing;
using FakeProfileDetector.WholeJob.Enrolling;
using FakeProfileDetector.WholeJob.Scanning;

const string Scan = "scan";
const string Checks = "checks";
const string Enrollment = "enrollment";
const string BuiltBeside = "../../FakeProfileDetector.Cli/release/fakeprofile";

var quick = new Option<bool>("--quick") { Description = "Fewer of everything: minutes become seconds. What is given besides counts." };
var parts = new Option<string[]>("--part") { Description = "What to measure; all by default.", AllowMultipleArgumentsPerToken = true };
parts.AcceptOnlyFromAmong(Scan, Checks, Enrollment);
var executables = new Option<string[]>("--executable")
{
    Description = "An executable of the tool to scan with, as PATH or NAME=PATH; several are compared with the first. By default the one built beside.",
    AllowMultipleArgumentsPerToken = true,
};
var photos = new Option<int?>("--photos") { Description = "Members and photos of a scan: 2,000, quick 150." };
var repetitions = new Option<int?>("--repetitions") { Description = "Scans of each kind, of which the medians are printed: 3, quick 1." };
var sizes = new Option<int[]>("--sizes") { Description = "Enrolled profiles, 200 or more: 1,000 and 100,000, quick 1,000 and 20,000.", AllowMultipleArgumentsPerToken = true };
var popular = new Option<int[]>("--popular") { Description = "Profiles that show one picture: 20,000 and another 100,000, quick 20,000.", AllowMultipleArgumentsPerToken = true };
var group = new Option<int?>("--group") { Description = "Crops of one photo, and links of the chain: 2,000, quick 300." };
var checks = new Option<int?>("--checks") { Description = "Most checks of a case: 1,000, quick 200." };
var enrollments = new Option<int?>("--enrollments") { Description = "Different profiles that are enrolled: 100,000, quick 20,000." };

var command = new RootCommand("Measures the whole job: scans from files, single checks, enrollment; prints tables in Markdown.")
{
    quick, parts, executables, photos, repetitions, sizes, popular, group, checks, enrollments,
};
command.SetAction(async (parsed, _) =>
{
    var isQuick = parsed.GetValue(quick);
    var options = new JobOptions
    {
        Photos = parsed.GetValue(photos) ?? (isQuick ? 150 : 2_000),
        Repetitions = parsed.GetValue(repetitions) ?? (isQuick ? 1 : 3),
        Executables = [.. (Given(executables) ?? ["now=" + Path.GetFullPath(BuiltBeside, AppContext.BaseDirectory)]).Select(Executable)],
        Queries = isQuick ? 50 : 200,
        Models = isQuick ? 100 : 600,
        Sizes = Given(sizes) ?? (isQuick ? [1_000, 20_000] : [1_000, 100_000]),
        Popular = Given(popular) ?? (isQuick ? [20_000] : [20_000, 100_000]),
        Group = parsed.GetValue(group) ?? (isQuick ? 300 : 2_000),
        Checks = parsed.GetValue(checks) ?? (isQuick ? 200 : 1_000),
        TimeOfCase = TimeSpan.FromSeconds(isQuick ? 0.7 : 3),
        Enrollments = parsed.GetValue(enrollments) ?? (isQuick ? 20_000 : 100_000),
        Copies = isQuick ? [1_000, 5_000, 20_000] : [1_000, 10_000, 50_000],
    };
    var chosen = Given(parts) ?? [Scan, Checks, Enrollment];
    Machine.Print();
    if (chosen.Contains(Scan))
    {
        ScanMeasurement.Run(options);
    }

    if (chosen.Contains(Checks) || chosen.Contains(Enrollment))
    {
        var pool = new PhotoPool(options.Queries, options.Models, options.Group);
        if (chosen.Contains(Enrollment))
        {
            await EnrollMeasurement.RunAsync(options, pool);
        }

        if (chosen.Contains(Checks))
        {
            await CheckMeasurement.RunAsync(options, pool);
        }
    }

    T[]? Given<T>(Option<T[]> option) => parsed.GetValue(option) is { Length: > 0 } values ? values : null;
});
return await command.Parse(args).InvokeAsync();

static (string Name, string Path) Executable(string given) =>
    given.Split('=', 2) is [var name, var path] ? (name, path) : (Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(given))) ?? given, given);
