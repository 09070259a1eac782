namespace FakeProfileDetector.Tests.Index;

/// <summary>How the hashes of a test are distributed: each kind strains an index in another way.</summary>
public enum HashFamily
{
    /// <summary>Independent bits.</summary>
    Uniform,

    /// <summary>Around a few centers, at every distance 0–40.</summary>
    Planted,

    /// <summary>Every bit follows from the same few factors, as in real photos, only more so.</summary>
    Correlated,

    /// <summary>Bytes of four values, so that a few buckets of any band hold nearly everything.</summary>
    FewByteValues,

    /// <summary>Most of them one of five hashes: default avatars.</summary>
    Duplicates,

    /// <summary>All zeros, all ones, and a few bits from there.</summary>
    Extreme,

    /// <summary>All of these.</summary>
    Mixed,
}
