using FakeProfileDetector.Benchmarks.Shared.Pictures;
using FakeProfileDetector.CopyAccuracy.Cost;

namespace FakeProfileDetector.CopyAccuracy.Modes;

/// <summary>What patches cost: memory, time of a search, time of extraction.</summary>
internal static class CostMode
{
    internal static void Run(IEnumerable<int> sizes, bool likeReal)
    {
        Console.WriteLine($"Made-up photos of {MadeUpPhotos.PatchCount} descriptors that are {(likeReal ? "like real ones" : "spread evenly")}.");
        ExtractionCost.Measure();
        var cost = new RegistryCost(likeReal);
        foreach (var size in sizes)
        {
            cost.Measure(size);
        }

        cost.Print();
    }
}
