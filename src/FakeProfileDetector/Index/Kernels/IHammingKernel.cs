using FakeProfileDetector.Photos;

namespace FakeProfileDetector.Index.Kernels;

/// <summary>The inner loops of a search, in the instructions of one kind of processor.</summary>
/// <remarks>
/// Implemented by empty structs: generic code over a kernel is compiled once for each, with the kernel's code inlined. The
/// pointers are trusted, so callers check lengths; all kernels give equal results, which tests assert against the scalar one.
/// </remarks>
internal unsafe interface IHammingKernel
{
    /// <summary>What tests and diagnostics call the kernel.</summary>
    static abstract string Name { get; }

    /// <summary>Whether this processor has the instructions.</summary>
    static abstract bool IsSupported { get; }

    /// <summary>The number of bits in which two hashes differ.</summary>
    /// <param name="left">One hash, at any address.</param>
    /// <param name="right">The other hash, at any address.</param>
    /// <returns>0–256.</returns>
    static abstract int Distance(PhotoHash* left, PhotoHash* right);

    /// <summary>The first hash within the radius.</summary>
    /// <param name="query">The hash to compare with.</param>
    /// <param name="hashes">The hashes, at any address.</param>
    /// <param name="count">How many there are; 0 or more.</param>
    /// <param name="radius">Inclusive, in bits, 0–256.</param>
    /// <param name="distance">The distance of the hash found, or 0.</param>
    /// <returns>Its position, or <paramref name="count"/> when there is none.</returns>
    static abstract int IndexOfWithin(PhotoHash* query, PhotoHash* hashes, int count, int radius, out int distance);

    /// <summary>Selects the 16-bit fingerprints that are near one.</summary>
    /// <param name="fingerprints">The fingerprints; up to 64 bytes past the last may be read, whatever they hold.</param>
    /// <param name="count">How many there are; 0 or more.</param>
    /// <param name="query">The fingerprint to compare with.</param>
    /// <param name="maximum">Inclusive, in bits, up to 16; negative selects none.</param>
    /// <param name="firstPosition">The position of the first fingerprint.</param>
    /// <param name="selected">Receives the positions in ascending order; nothing is written past the last one.</param>
    /// <returns>How many were selected.</returns>
    static abstract int SelectNear(ushort* fingerprints, int count, ushort query, int maximum, int firstPosition, int* selected);
}
