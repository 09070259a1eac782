using System.Runtime.InteropServices;
using CsCheck;
using FakeProfileDetector.Index.Kernels;
using FakeProfileDetector.Photos;

namespace FakeProfileDetector.Tests.Index.Kernels;

/// <summary>Every kernel that this processor supports equals the scalar one, and that one the definition.</summary>
public sealed class HammingKernelsTests
{
    private const int LargestCount = 100;
    private const int LargestFingerprintDistance = 16;

    // What SelectNear may read past the last fingerprint.
    private const int Padding = 64;

    private static readonly Gen<PhotoHash> Hash = Gen.Byte.Array[PhotoHash.ByteCount].Select(bytes => new PhotoHash(bytes));

    // Addresses that are multiples of nothing, and those where vectors begin.
    private static readonly Gen<int> Offset = Gen.OneOf(Gen.Int[0, 64], Gen.Const(0), Gen.Const(16), Gen.Const(32));

    private static IEnumerable<HammingKernelVariant> Supported => HammingKernels.All.Where(kernel => kernel.IsSupported);

    [Fact]
    public void Fastest_ThisProcessor_IsTheFirstSupported()
    {
        Assert.Equal(["Avx512", "Avx2", "Vector128", "Scalar"], HammingKernels.All.Select(kernel => kernel.Name));
        Assert.Same(Supported.First(), HammingKernels.Fastest);
        Assert.Equal("Scalar", Supported.Last().Name);
    }

    [Fact]
    public void Distance_AnyHashes_CountsDifferentBits() => Gen.Select(Hash, Hash, Offset).Sample((left, right, offset) =>
    {
        var expected = Enumerable.Range(0, PhotoHash.BitCount).Count(bit => left.GetBit(bit) != right.GetBit(bit));
        foreach (var kernel in Supported)
        {
            Assert.Equal(expected, kernel.Use<DistanceBetween, int>(new(left, right, offset)));
            Assert.Equal(0, kernel.Use<DistanceBetween, int>(new(left, left, offset)));
        }
    });

    [Fact]
    public void IndexOfWithin_EveryCount_FindsTheFirst() =>
        Gen.Select(Hash, Gen.Int[0, LargestCount].Array[3], Gen.Int[0, 256], Offset, Gen.Int).Sample((query, places, radius, offset, seed) =>
        {
            // Unrelated hashes, among them neighbors about as far as the radius, and halves that only look near.
            var random = new Random(seed);
            var hashes = Enumerable.Range(0, LargestCount + 1).Select(_ => Far(query, radius, random)).ToArray();
            hashes[places[0]] = Neighbor(query, radius, random);
            hashes[places[1]] = Neighbor(query, Math.Min(radius + 1, PhotoHash.BitCount), random);
            hashes[places[2]] = new(query.Words[0], ~query.Words[1], query.Words[2], ~query.Words[3]);
            for (var count = 0; count <= LargestCount; count++)
            {
                var expected = FirstWithin(query, hashes, count, radius);
                foreach (var kernel in Supported)
                {
                    Assert.Equal(expected, kernel.Use<FirstOf, (int, int)>(new(query, hashes, count, radius, offset)));
                }
            }
        },
        iter: 50);

    [Fact]
    public void IndexOfWithin_AnyHashesAndRadius_FindsTheFirst() =>
        Gen.Select(Hash, Hash.Array[0, LargestCount], Gen.Int[0, 256], Offset).Sample((query, hashes, radius, offset) =>
        {
            var expected = FirstWithin(query, hashes, hashes.Length, radius);
            foreach (var kernel in Supported)
            {
                Assert.Equal(expected, kernel.Use<FirstOf, (int, int)>(new(query, hashes, hashes.Length, radius, offset)));
            }
        });

    [Fact]
    public void SelectNear_EveryCountAndMaximum_SelectsThoseWithin() =>
        Gen.Select(Gen.UShort, Gen.UShort.Array[LargestCount], Gen.Int[0, 1000], Offset).Sample((query, fingerprints, firstPosition, offset) =>
        {
            for (var count = 0; count <= LargestCount; count++)
            {
                for (var maximum = 0; maximum <= LargestFingerprintDistance; maximum++)
                {
                    var expected = Near(query, fingerprints, count, maximum, firstPosition);
                    foreach (var kernel in Supported)
                    {
                        Assert.Equal(expected, kernel.Use<Selection, int[]>(new(query, fingerprints, count, maximum, firstPosition, offset)));
                    }
                }
            }
        },
        iter: 20);

    [Fact]
    public void SelectNear_EveryFingerprint_CountsItsBits()
    {
        var fingerprints = Enumerable.Range(0, 1 << 16).Select(value => (ushort)value).ToArray();
        for (var maximum = 0; maximum <= LargestFingerprintDistance; maximum++)
        {
            var expected = Near(0xA5C3, fingerprints, fingerprints.Length, maximum, 0);
            foreach (var kernel in Supported)
            {
                Assert.Equal(expected, kernel.Use<Selection, int[]>(new(0xA5C3, fingerprints, fingerprints.Length, maximum, 0, 0)));
            }
        }
    }

    [Theory]
    [InlineData("DOTNET_EnableAVX512")]
    [InlineData("DOTNET_EnableAVX2")]
    [InlineData("DOTNET_EnableHWIntrinsic")]
    public async Task Kernels_AccelerationOff_EqualTheDefinition(string switchedOff)
    {
        string[] tests =
        [
            nameof(Fastest_ThisProcessor_IsTheFirstSupported),
            nameof(Distance_AnyHashes_CountsDifferentBits),
            nameof(IndexOfWithin_EveryCount_FindsTheFirst),
            nameof(IndexOfWithin_AnyHashesAndRadius_FindsTheFirst),
            nameof(SelectNear_EveryCountAndMaximum_SelectsThoseWithin),
            nameof(SelectNear_EveryFingerprint_CountsItsBits),
        ];
        foreach (var test in tests)
        {
            Assert.Equal(0, await Processes.RunTestAsync($"{typeof(HammingKernelsTests).FullName}.{test}", switchedOff));
        }
    }

    private static (int Position, int Distance) FirstWithin(PhotoHash query, PhotoHash[] hashes, int count, int radius)
    {
        for (var i = 0; i < count; i++)
        {
            var distance = query.DistanceTo(hashes[i]);
            if (distance <= radius)
            {
                return (i, distance);
            }
        }

        return (count, 0);
    }

    private static int[] Near(ushort query, ushort[] fingerprints, int count, int maximum, int firstPosition)
    {
        var near = new List<int>();
        for (var i = 0; i < count; i++)
        {
            var different = 0;
            for (var bit = 0; bit < 16; bit++)
            {
                different += ((query >> bit) & 1) != ((fingerprints[i] >> bit) & 1) ? 1 : 0;
            }

            if (different <= maximum)
            {
                near.Add(firstPosition + i);
            }
        }

        return [.. near];
    }

    private static PhotoHash Far(PhotoHash query, int radius, Random random) =>
        Neighbor(query, random.Next(Math.Min(radius + 1, PhotoHash.BitCount), PhotoHash.BitCount + 1), random);

    private static PhotoHash Neighbor(PhotoHash hash, int distance, Random random)
    {
        var bits = Enumerable.Range(0, PhotoHash.BitCount).ToArray();
        random.Shuffle(bits);
        var words = hash.Words.ToArray();
        foreach (var bit in bits.AsSpan(0, distance))
        {
            words[bit / 64] ^= 1UL << (bit % 64);
        }

        return new(words[0], words[1], words[2], words[3]);
    }

    private sealed unsafe class DistanceBetween(PhotoHash left, PhotoHash right, int offset) : IKernelConsumer<int>
    {
        public int Use<TKernel>()
            where TKernel : struct, IHammingKernel
        {
            fixed (byte* bytes = Shifted<PhotoHash>([left, right], offset))
            {
                var hashes = (PhotoHash*)(bytes + offset);
                return TKernel.Distance(hashes, hashes + 1);
            }
        }
    }

    private sealed unsafe class FirstOf(PhotoHash query, PhotoHash[] hashes, int count, int radius, int offset) : IKernelConsumer<(int, int)>
    {
        public (int, int) Use<TKernel>()
            where TKernel : struct, IHammingKernel
        {
            // The hash after the last would be found by a kernel that looked at it.
            fixed (byte* bytes = Shifted<PhotoHash>([query, .. hashes.AsSpan(0, count), query], offset))
            {
                var first = (PhotoHash*)(bytes + offset);
                var position = TKernel.IndexOfWithin(first, first + 1, count, radius, out var distance);
                return (position, distance);
            }
        }
    }

    private sealed unsafe class Selection(ushort query, ushort[] fingerprints, int count, int maximum, int firstPosition, int offset)
        : IKernelConsumer<int[]>
    {
        public int[] Use<TKernel>()
            where TKernel : struct, IHammingKernel
        {
            // What follows the fingerprints is as near as can be, and must not be selected.
            var padding = Enumerable.Repeat(query, Padding / sizeof(ushort));
            var selected = new int[fingerprints.Length + 1];
            selected.AsSpan().Fill(-1);
            int length;
            fixed (byte* bytes = Shifted<ushort>([.. fingerprints.AsSpan(0, count), .. padding], offset))
            {
                fixed (int* first = selected)
                {
                    length = TKernel.SelectNear((ushort*)(bytes + offset), count, query, maximum, firstPosition, first);
                }
            }

            Assert.Equal(-1, selected.AsSpan(length).IndexOfAnyExcept(-1));
            return selected[..length];
        }
    }

    private static byte[] Shifted<T>(ReadOnlySpan<T> values, int offset)
        where T : unmanaged => [.. new byte[offset], .. MemoryMarshal.AsBytes(values)];
}
