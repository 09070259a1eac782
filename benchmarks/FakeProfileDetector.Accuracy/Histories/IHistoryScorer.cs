using FakeProfileDetector.Profiles;

namespace FakeProfileDetector.Accuracy.Histories;

/// <summary>Something that says how far an account's history speaks for a fake.</summary>
internal interface IHistoryScorer
{
    /// <summary>Heads the scorer's columns.</summary>
    string Name { get; }

    /// <summary>Higher speaks more for a fake; only the order matters.</summary>
    double Score(Profile profile);
}
