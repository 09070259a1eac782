using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Photos.Pdq;

namespace FakeProfileDetector.Benchmarks.Shared.Hashes;

/// <summary>As many hashes as you want, distributed like the PDQ hashes of portraits: their bits are unequal and go together.</summary>
/// <remarks>
/// Uniform hashes flatter an index that finds candidates by parts of the hash. A seed and the number of a block give the same
/// hashes for any number of threads. Against 430 portraits, candidates by 16 bits of a row are 15 % too few, by those of a
/// column a third, and by odd diagonals within 5 %: what pairs of bits do not show is missing.
/// </remarks>
/// <threadsafety>Immutable; safe to share between threads.</threadsafety>
internal sealed class PhotoLikeHashes
{
    /// <summary>Hashes that <see cref="Make"/> takes from one block.</summary>
    internal const int BlockLength = 1 << 16;

    /// <summary>Different photos that a fit needs: with fewer, chance hides which bits go together.</summary>
    internal const int MinimumPhotos = 200;

    // Hashes that share each load of the loadings, and so the registers.
    private const int Together = 8;
    private const int Lanes = 16;

    private readonly float[] _loadings;
    private readonly float[] _means;
    private readonly float[] _noise;
    private readonly float[] _echoes;
    private readonly int _factors;

    private PhotoLikeHashes(FactorModel model)
    {
        // The random values have another mean and deviation: that is made good here, once.
        _factors = model.Factors;
        _loadings = Array.ConvertAll(model.Loadings, loading => loading / RandomLanes.NormalDeviation);
        _noise = new float[FactorModel.Bits];
        _echoes = new float[FactorModel.Bits];
        _means = new float[FactorModel.Bits];
        for (var bit = 0; bit < FactorModel.Bits; bit++)
        {
            var echo = bit % Lanes < FactorModel.EchoDistance ? 0 : model.Echo;
            _noise[bit] = model.Noise[bit] / MathF.Sqrt(1 + (echo * echo)) / RandomLanes.NormalDeviation;
            _echoes[bit] = _noise[bit] * echo;
            _means[bit] = model.Means[bit] - ((_noise[bit] + _echoes[bit]) * RandomLanes.NormalMean);
        }
    }

    /// <summary>Number of factors.</summary>
    internal int Factors => _factors;

    /// <summary>Fits to the photos in the folder that <c>FAKEPROFILE_PHOTOS</c> names, and in the folders below.</summary>
    /// <exception cref="InvalidOperationException">No folder is named, or it has too few different photos.</exception>
    internal static PhotoLikeHashes FitToFolder() => Fit(PhotoSet.Hashes());

    /// <summary>Fits to hashes; copies (distance 31 or less) count once.</summary>
    /// <exception cref="InvalidOperationException">Too few different photos.</exception>
    internal static PhotoLikeHashes Fit(IEnumerable<PhotoHash> hashes)
    {
        var distinct = Distinct(hashes);
        return distinct.Length >= MinimumPhotos
            ? new(FactorModel.Fit(distinct))
            : throw new InvalidOperationException(
                $"{distinct.Length} different photos say too little about the others; supply {MinimumPhotos} or more.");
    }

    /// <summary>Makes the first blocks on every core.</summary>
    internal PhotoHash[] Make(int count, ulong seed)
    {
        var hashes = new PhotoHash[count];
        Parallel.For(0, (count + BlockLength - 1) / BlockLength, block =>
        {
            var start = block * BlockLength;
            Fill(seed, block, hashes.AsSpan(start, Math.Min(BlockLength, count - start)));
        });
        return hashes;
    }

    /// <summary>Makes the hashes of one block; a shorter span gets the first of them.</summary>
    internal void Fill(ulong seed, long block, Span<PhotoHash> hashes)
    {
        var random = new RandomLanes(seed, (ulong)block);
        Span<float> factors = stackalloc float[Together * FactorModel.MaximumFactors];
        Span<byte> bytes = stackalloc byte[Together * PhotoHash.ByteCount];
        for (var start = 0; start < hashes.Length; start += Together)
        {
            NextFactors(ref random, factors);
            for (var row = 0; row < FactorModel.Bits / Lanes; row++)
            {
                NextRow(ref random, factors, row, bytes);
            }

            for (var i = 0; i < Math.Min(Together, hashes.Length - start); i++)
            {
                hashes[start + i] = new PhotoHash(bytes.Slice(i * PhotoHash.ByteCount, PhotoHash.ByteCount));
            }
        }
    }

    private static PhotoHash[] Distinct(IEnumerable<PhotoHash> hashes)
    {
        var distinct = new List<PhotoHash>();
        foreach (var hash in hashes)
        {
            if (distinct.TrueForAll(other => other.DistanceTo(hash) > PdqHasher.DefaultMatchRadius))
            {
                distinct.Add(hash);
            }
        }

        return [.. distinct];
    }

    private static void NextFactors(ref RandomLanes random, Span<float> factors)
    {
        for (var i = 0; i < factors.Length; i += Lanes)
        {
            (random.NextNormal() - Vector512.Create(RandomLanes.NormalMean)).CopyTo(factors[i..]);
        }
    }

    /// <summary>Sixteen bits of eight hashes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void NextRow(ref RandomLanes random, ReadOnlySpan<float> factors, int row, Span<byte> bytes)
    {
        var noise = Vector512.Create<float>(_noise.AsSpan(row * Lanes, Lanes));
        var echo = Vector512.Create<float>(_echoes.AsSpan(row * Lanes, Lanes));
        var mean = Vector512.Create<float>(_means.AsSpan(row * Lanes, Lanes));
        var sum0 = Noise(ref random, noise, echo, mean);
        var sum1 = Noise(ref random, noise, echo, mean);
        var sum2 = Noise(ref random, noise, echo, mean);
        var sum3 = Noise(ref random, noise, echo, mean);
        var sum4 = Noise(ref random, noise, echo, mean);
        var sum5 = Noise(ref random, noise, echo, mean);
        var sum6 = Noise(ref random, noise, echo, mean);
        var sum7 = Noise(ref random, noise, echo, mean);
        ref var factor = ref MemoryMarshal.GetReference(factors);
        for (var k = 0; k < _factors; k++)
        {
            var loadings = Vector512.Create<float>(_loadings.AsSpan((k * FactorModel.Bits) + (row * Lanes), Lanes));
            sum0 = Vector512.FusedMultiplyAdd(loadings, Vector512.Create(factor), sum0);
            sum1 = Vector512.FusedMultiplyAdd(loadings, Vector512.Create(Unsafe.Add(ref factor, 1)), sum1);
            sum2 = Vector512.FusedMultiplyAdd(loadings, Vector512.Create(Unsafe.Add(ref factor, 2)), sum2);
            sum3 = Vector512.FusedMultiplyAdd(loadings, Vector512.Create(Unsafe.Add(ref factor, 3)), sum3);
            sum4 = Vector512.FusedMultiplyAdd(loadings, Vector512.Create(Unsafe.Add(ref factor, 4)), sum4);
            sum5 = Vector512.FusedMultiplyAdd(loadings, Vector512.Create(Unsafe.Add(ref factor, 5)), sum5);
            sum6 = Vector512.FusedMultiplyAdd(loadings, Vector512.Create(Unsafe.Add(ref factor, 6)), sum6);
            sum7 = Vector512.FusedMultiplyAdd(loadings, Vector512.Create(Unsafe.Add(ref factor, 7)), sum7);
            factor = ref Unsafe.Add(ref factor, Together);
        }

        Write(bytes, 0, row, sum0);
        Write(bytes, 1, row, sum1);
        Write(bytes, 2, row, sum2);
        Write(bytes, 3, row, sum3);
        Write(bytes, 4, row, sum4);
        Write(bytes, 5, row, sum5);
        Write(bytes, 6, row, sum6);
        Write(bytes, 7, row, sum7);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Noise(ref RandomLanes random, Vector512<float> noise, Vector512<float> echo, Vector512<float> mean)
    {
        var own = random.NextNormal();
        var before = Vector512.Shuffle(own, Vector512.Create(0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13));
        return Vector512.FusedMultiplyAdd(own, noise, Vector512.FusedMultiplyAdd(before, echo, mean));
    }

    /// <summary>Bit 0 is the lowest of a hash's last byte.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Write(Span<byte> bytes, int hash, int row, Vector512<float> sums)
    {
        var bits = Vector512.GreaterThan(sums, Vector512<float>.Zero).ExtractMostSignificantBits();
        BinaryPrimitives.WriteUInt16BigEndian(bytes[(((hash + 1) * PhotoHash.ByteCount) - ((row + 1) * sizeof(ushort)))..], (ushort)bits);
    }
}
