using CsCheck;
using FakeProfileDetector.Index.MultiIndex;
using FakeProfileDetector.Photos;

namespace FakeProfileDetector.Tests.Index;

public sealed class BitOrderTests
{
    private static readonly Gen<PhotoHash> Hash = Gen.Byte.Array[32].Select(bytes => new PhotoHash(bytes));

    [Fact]
    public void ToIndex_AnyHash_TakesDiagonalsOfTheFrequencyBlock() => Hash.Sample(hash =>
    {
        var ordered = BitOrder.ToIndex(hash);
        for (var number = 0; number < 16; number++)
        {
            for (var row = 0; row < 16; row++)
            {
                Assert.Equal(hash.GetBit((16 * row) + ((number + (5 * row)) % 16)), ordered.GetBit((16 * number) + row));
            }
        }
    });

    [Fact]
    public void ToIndex_TwoHashes_KeepsTheirDistance() => Gen.Select(Hash, Hash).Sample((one, other) =>
        BitOrder.ToIndex(one).DistanceTo(BitOrder.ToIndex(other)) == one.DistanceTo(other));
}
