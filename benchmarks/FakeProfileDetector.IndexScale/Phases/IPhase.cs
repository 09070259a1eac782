namespace FakeProfileDetector.IndexScale.Phases;

/// <summary>One question, answered by a table.</summary>
internal interface IPhase
{
    /// <summary>Its name on the command line.</summary>
    string Name { get; }

    /// <summary>Radii at which it needs the scan, besides that of the options.</summary>
    IReadOnlyCollection<int> ScanRadii => [];

    void Run(Session session);
}
