using System.Diagnostics;

namespace FakeProfileDetector.IndexScale.Measuring;

/// <summary>Says, by the number of searches done, whether to go on.</summary>
internal static class Limit
{
    internal static Func<long, bool> Searches(long count) => done => done < count;

    internal static Func<long, bool> Time(TimeSpan time)
    {
        var clock = Stopwatch.StartNew();
        return done => done == 0 || clock.Elapsed < time;
    }

    /// <summary>So many searches, or fewer where they take too long, yet enough for a median.</summary>
    internal static Func<long, bool> SearchesWithin(long count, TimeSpan time)
    {
        const int EnoughForMedian = 21;
        var clock = Stopwatch.StartNew();
        return done => done < count && (done < EnoughForMedian || clock.Elapsed < time);
    }
}
