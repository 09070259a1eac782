using BenchmarkDotNet.Attributes;
using F23.StringSimilarity;
using FakeProfileDetector.Names;

namespace FakeProfileDetector.Benchmarks;

/// <summary>What does a comparison of two names cost? The baseline compares letters and knows nothing of names.</summary>
[MemoryDiagnoser]
public class NameBenchmarks
{
    // Invented: none is a person's. In turn different people, variants of one name, and other scripts.
    private static readonly (string A, string B)[] Pairs =
    [
        ("Ana Horvat", "Marko Lindqvist"),
        ("Ana Horvat", "Ana Maria Horvat"),
        ("Dr. Elizabeth Fairweather, PhD", "Liz Fairweather"),
        ("Jonas van der Molen", "J. van der Molen"),
        ("Ana Horvat", "Ana Quill"),
        ("Дмитрий Орешников", "Dmitri Oreshnikov"),
        ("王小明", "李大伟"),
        ("Sofia Grünwald-Berg", "Sofia Gruenwald Berg"),
    ];

    private static readonly JaroWinkler Letters = new();

    private readonly (PersonName A, PersonName B)[] _parsed = [.. Pairs.Select(pair => (PersonName.Parse(pair.A), PersonName.Parse(pair.B)))];

    [Benchmark(Baseline = true, OperationsPerInvoke = 8)]
    public double JaroWinklerDistance()
    {
        var sum = 0.0;
        foreach (var (a, b) in Pairs)
        {
            sum += Letters.Distance(a, b);
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = 8)]
    public double CompareParsed()
    {
        var sum = 0.0;
        foreach (var (a, b) in _parsed)
        {
            sum += NameComparer.Compare(a, b).WeightBits;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = 8)]
    public PersonName? ParseOne()
    {
        PersonName? last = null;
        foreach (var (a, _) in Pairs)
        {
            last = PersonName.Parse(a);
        }

        return last;
    }

    [Benchmark(OperationsPerInvoke = 8)]
    public double ParseAndCompare()
    {
        var sum = 0.0;
        foreach (var (a, b) in Pairs)
        {
            sum += NameComparer.Compare(a, b).WeightBits;
        }

        return sum;
    }
}
