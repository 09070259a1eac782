using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace FakeProfileDetector.Cli.Tests.Commands;

/// <summary>Whatever is wrong with what the tool is given, it says a sentence and ends with 1.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData("scan FOLDER")]
    [InlineData("scan members.csv --weights FOLDER")]
    [InlineData("scan members.csv --weights absent")]
    [InlineData("scan members.csv --out FOLDER")]
    [InlineData("scan members.csv --html FOLDER")]
    [InlineData("scan members.csv --store FOLDER")]
    [InlineData("scan members.csv --out members.csv/below")]
    [InlineData("scan members.csv --store members.csv/below")]
    [InlineData("evaluate FOLDER truth.csv")]
    [InlineData("evaluate report.jsonl FOLDER")]
    [InlineData("evaluate report.jsonl truth.csv --json FOLDER")]
    [InlineData("evaluate truth.csv truth.csv")]
    [InlineData("calibrate FOLDER --out w.json")]
    [InlineData("calibrate members.csv --out FOLDER")]
    [InlineData("calibrate members.csv --truth FOLDER --out w.json")]
    [InlineData("labels --store FOLDER")]
    [InlineData("labels --store members.csv")]
    [InlineData("decide a fake --store FOLDER")]
    [InlineData("decide a fake --store members.csv")]
    [InlineData("names FOLDER")]
    [InlineData("names members.csv")]
    [InlineData("hash FOLDER")]
    [InlineData("demo members.csv")]
    [InlineData("demo members.csv/below")]
    public async Task Run_BadInput_SaysASentenceAndExitsWithOne(string command)
    {
        _workspace.Write("members.csv", "id", "a");
        _workspace.Write("truth.csv", "id,label", "a,fake");
        _workspace.Write("report.jsonl", """{"profileId":"a","verdict":"LikelyFake","signals":[]}""");

        var outcome = await Workspace.RunAsync([.. command.Split(' ').Select(arg =>
            arg == "FOLDER" ? _workspace.Folder : arg.Contains('.', StringComparison.Ordinal) ? _workspace.PathOf(arg) : arg)]);

        AssertSentence(outcome);
        Assert.Contains(
            outcome.MessageLines,
            line => line.Contains(_workspace.Folder, StringComparison.Ordinal) || line.Contains(".csv", StringComparison.Ordinal) || line.Contains("absent", StringComparison.Ordinal) || line.Contains("--store", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("UPDATE profiles SET pdq = x'00'")]
    [InlineData("UPDATE profiles SET created_at = 'yesterday'")]
    [InlineData("UPDATE profiles SET display_name = x'FF'")]
    [InlineData("UPDATE profiles SET connections = 'many'")]
    [InlineData("DROP TABLE profiles")]
    public async Task Scan_StoreWithBadRows_ShowsNoStackTrace(string damage)
    {
        var members = _workspace.Write("members.csv", "id,display_name,photo_hash,connections,created_at", $"a,Elin Holm,{new string('5', 60)}abcd,3,2020-01-01");
        var store = _workspace.PathOf("s.db");
        Assert.Equal(0, (await Workspace.RunAsync("scan", members, "--store", store)).ExitCode);
        using (var connection = new SqliteConnection($"Data Source={store};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = damage;
            TryExecute(command);
        }

        var other = _workspace.Write("other.csv", "id,photo_hash", $"b,{new string('5', 60)}abcd");
        string[][] commands = [["scan", other, "--store", store], ["labels", "--store", store], ["decide", "a", "fake", "--store", store]];
        foreach (var command in commands)
        {
            AssertNoTrace(await Workspace.RunAsync(command));
        }
    }

    [Fact]
    public async Task Run_UnexpectedError_IsNamedWithItsRemedyAndTracedOnlyOnDemand()
    {
        var members = _workspace.Write("members.csv", "id", "a");

        var outcome = await Workspace.RunAsync(
            ["scan", members], static builder => builder.Services.AddSingleton<TimeProvider>(static _ => throw new NotSupportedException("No clock.")));

        AssertSentence(outcome);
        Assert.Contains("NotSupportedException: No clock.", outcome.Messages, StringComparison.Ordinal);
        Assert.Contains(CommandLine.TraceVariable, outcome.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_NoPermission_NamesThePath()
    {
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "The root of Unix may do everything.");
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var members = _workspace.Write("members.csv", "id", "a");
        File.SetUnixFileMode(members, UnixFileMode.None);

        var outcome = await Workspace.RunAsync("scan", members);

        AssertSentence(outcome);
        Assert.Contains(members, outcome.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_FullDisk_SaysSo()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "There is no device that is always full.");

        var outcome = await Workspace.RunAsync("scan", _workspace.Write("members.csv", "id", "a"), "--out", "/dev/full");

        AssertSentence(outcome);
    }

    [Fact]
    public async Task Run_OutputNobodyReads_EndsWithoutAStackTrace()
    {
        var members = _workspace.Write("members.csv", ["id", .. Enumerable.Range(0, 2_000).Select(i => $"m{i}")]);
        using var scan = ToolProcess.Start(["scan", members]);
        scan.StandardOutput.Close();

        var complaints = await scan.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await scan.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.InRange(scan.ExitCode, 0, 1);
        Assert.DoesNotContain("   at ", complaints, StringComparison.Ordinal);
    }

    private static void TryExecute(SqliteCommand command)
    {
        try
        {
            command.ExecuteNonQuery();
        }
        catch (SqliteException)
        {
            // The schema itself keeps such a row out.
        }
    }

    private static void AssertSentence(Outcome outcome)
    {
        Assert.Equal(1, outcome.ExitCode);
        Assert.Matches(@"[.!]$", outcome.MessageLines[^1]);
        AssertNoTrace(outcome);
    }

    private static void AssertNoTrace(Outcome outcome)
    {
        Assert.InRange(outcome.ExitCode, 0, 1);
        Assert.DoesNotContain("   at ", outcome.Messages, StringComparison.Ordinal);
        Assert.DoesNotContain("Unhandled", outcome.Messages, StringComparison.Ordinal);
    }
}
