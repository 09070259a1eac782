using System.Diagnostics;
using FakeProfileDetector.Benchmarks.Shared.Reporting;
using FakeProfileDetector.Names;

namespace FakeProfileDetector.Accuracy.Names;

/// <summary>Text that nobody is called: it may never throw, and time may grow no faster than length.</summary>
internal static class HostileNames
{
    private const int Strings = 10_000;
    private const int LongestRandom = 64;
    private const int Short = 1_000;
    private const int Long = 1_000_000;
    private const int Repeats = 15;
    private const int Seed = 1;
    private const string Ordinary = "Ana Maria Horvat";

    internal static void Measure()
    {
        MeasureRandom();
        var table = new Table("Long names", "text", "1,000 characters, µs", "1,000,000 characters, µs", "time a character, long to short", "exception");
        Add("Latin words", "anna horvat ");
        Add("one word", "a");
        Add("Han", "王小明");
        Add("initials", "a. ");
        Add("combining marks", "e\u0301\u0323\u0308");
        Add("emoji", "😀👩‍👩‍👧");
        Add("lone surrogates", "\ud800\udc00\ud800");
        Add("right-to-left marks", "a\u202e\u200f\u200b");
        Add("spaces", " ");
        Add("symbols inside words", "a_1b ");
        table.Print();

        void Add(string name, string pattern)
        {
            var (few, many) = (Repeat(pattern, Short), Repeat(pattern, Long));
            var thrown = Thrown(few, few) ?? Thrown(many, many) ?? Thrown(many, Ordinary);
            if (thrown is not null)
            {
                table.Add(name, "-", "-", "-", thrown);
                return;
            }

            var (shortTime, longTime) = (Microseconds(few), Microseconds(many));
            table.Add(name, $"{shortTime:F1}", $"{longTime:F1}", $"{longTime / Long / (shortTime / Short):F3}", "none");
        }
    }

    private static void MeasureRandom()
    {
        var random = new Random(Seed);
        var strings = Enumerable.Range(0, Strings).Select(i => RandomText(random, i)).ToArray();
        var thrown = strings.Zip(strings.Skip(1).Append(Ordinary))
            .SelectMany(pair => new[] { Thrown(pair.First, pair.Second), Thrown(pair.First, pair.First), Thrown(pair.First, Ordinary), Thrown(Ordinary, pair.First) })
            .OfType<string>().GroupBy(name => name).Select(group => $"{group.Key} {group.Count()}").ToArray();
        Console.WriteLine();
        Console.WriteLine("## Hostile names");
        Console.WriteLine();
        Console.WriteLine($"{Strings:N0} random Unicode strings, each against its neighbor, itself and an ordinary name: "
            + $"{(thrown.Length == 0 ? "no exception" : string.Join(", ", thrown))}.");
    }

    /// <summary>In turn any code units at all, letters of one random block, and code points of all planes.</summary>
    private static string RandomText(Random random, int kind)
    {
        var block = random.Next(0x0100) << 8;
        return string.Concat(Enumerable.Range(0, random.Next(LongestRandom)).Select(_ => (kind % 3) switch
        {
            0 => ((char)random.Next(char.MaxValue + 1)).ToString(),
            1 => random.Next(6) == 0 ? " " : ((char)(block + random.Next(0x0100))).ToString(),
            _ => random.Next(0x110000) is var point && point is >= 0xD800 and <= 0xDFFF ? " " : char.ConvertFromUtf32(point),
        }));
    }

    private static string Repeat(string pattern, int length) =>
        string.Concat(Enumerable.Repeat(pattern, (length / pattern.Length) + 1))[..length];

    private static string? Thrown(string a, string b)
    {
        try
        {
            NameComparer.Compare(a, b);
            return null;
        }
        catch (Exception e)
        {
            return e.GetType().Name;
        }
    }

    /// <summary>The median time of a comparison with an ordinary name, reading included.</summary>
    private static double Microseconds(string text)
    {
        var times = new double[Repeats];
        for (var i = 0; i < Repeats; i++)
        {
            var start = Stopwatch.GetTimestamp();
            NameComparer.Compare(text, Ordinary);
            times[i] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        }

        Array.Sort(times);
        return times[Repeats / 2];
    }
}
