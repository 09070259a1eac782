namespace FakeProfileDetector.IndexScale;

/// <summary>What to measure on, as the command line says it.</summary>
internal sealed record ScaleOptions
{
    internal required long Entries { get; init; }

    internal required string Hashes { get; init; }

    internal required ulong Seed { get; init; }

    internal required int Radius { get; init; }

    internal required int Queries { get; init; }

    internal required int Repetitions { get; init; }

    internal required int WriterSeconds { get; init; }

    internal required string Folder { get; init; }
}
