using FakeProfileDetector.Accuracy.Data;
using FakeProfileDetector.Accuracy.Matchers;
using FakeProfileDetector.Accuracy.Measuring;
using FakeProfileDetector.Accuracy.Names;
using FakeProfileDetector.Benchmarks.Shared.Data;

namespace FakeProfileDetector.Accuracy.Modes;

/// <summary>How well different people's names are told from variants of one person's.</summary>
internal static class NamesMode
{
    internal static void Run(DataFolder data, int failures)
    {
        var pairs = new NamePairSets(data);
        var matchers = NameMatchers.Full.Select(matcher => new MatcherScores(matcher)).ToArray();
        new Separation(pairs, matchers).Print();
        new OnePerson(pairs, matchers).Print();
        var native = new NativeScripts(data, pairs, matchers);
        native.Print();
        new Transliterations(data).Print();
        HostileNames.Measure();
        NameSpeed.Measure(pairs);
        if (failures > 0)
        {
            new Failures(failures).Print([.. pairs.Sanctions, .. pairs.Congress, .. pairs.Misspelled, .. pairs.Bibliographic, .. native.Pairs]);
        }
    }
}
