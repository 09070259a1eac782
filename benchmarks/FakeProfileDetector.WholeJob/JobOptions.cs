namespace FakeProfileDetector.WholeJob;

/// <summary>What to measure on, as the command line says it.</summary>
internal sealed record JobOptions
{
    /// <summary>Members and photos of a scan.</summary>
    internal required int Photos { get; init; }

    /// <summary>Scans of each kind and executable, of which the medians are printed.</summary>
    internal required int Repetitions { get; init; }

    /// <summary>Executables and the names of their rows; the first is what the others are compared with.</summary>
    internal required IReadOnlyList<(string Name, string Path)> Executables { get; init; }

    /// <summary>Drawn photos that are looked for in vain, and such as are enrolled.</summary>
    internal required int Queries { get; init; }

    /// <summary>Drawn photos after which fingerprints are made up.</summary>
    internal required int Models { get; init; }

    /// <summary>Enrolled profiles with photos of their own, one registry each.</summary>
    internal required int[] Sizes { get; init; }

    /// <summary>Profiles that show one picture, one group each.</summary>
    internal required int[] Popular { get; init; }

    /// <summary>Crops of one photo, and links of the chain.</summary>
    internal required int Group { get; init; }

    /// <summary>Most checks of a case.</summary>
    internal required int Checks { get; init; }

    /// <summary>Most time that a case takes, except that some checks are always made.</summary>
    internal required TimeSpan TimeOfCase { get; init; }

    /// <summary>Different profiles that are enrolled.</summary>
    internal required int Enrollments { get; init; }

    /// <summary>Copies of one picture after which the time of an enrollment is measured.</summary>
    internal required int[] Copies { get; init; }
}
