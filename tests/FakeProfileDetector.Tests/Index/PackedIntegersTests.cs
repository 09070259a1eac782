using CsCheck;
using FakeProfileDetector.Index.MultiIndex;

namespace FakeProfileDetector.Tests.Index;

public sealed unsafe class PackedIntegersTests
{
    private static readonly Gen<(int Width, ulong[] Values)> Numbers =
        from width in Gen.Int[1, PackedIntegers.MaximumWidth]
        from values in Gen.ULong[0, (1UL << width) - 1].Array[1, 200]
        select (width, values);

    [Fact]
    public void Set_AnyOrder_KeepsNeighbors() => Numbers.Sample((width, values) =>
    {
        var bytes = new byte[PackedIntegers.BytesFor(values.Length, width)];
        Array.Fill(bytes, (byte)0xA5);
        fixed (byte* first = bytes)
        {
            var packed = new PackedIntegers(first, width);
            for (var i = values.Length - 1; i >= 0; i--)
            {
                packed.Set(i, values[i]);
            }

            Assert.Equal(values, ReadAll(packed, values.Length));
        }
    });

    [Fact]
    public void CopyTo_AnyRunToAnyPlace_CopiesIt() =>
        Gen.Select(Numbers, Gen.Int[0, 199], Gen.Int[0, 70]).Sample((numbers, begin, place) =>
        {
            var (width, values) = numbers;
            begin %= values.Length;
            var count = values.Length - begin;
            var source = new byte[PackedIntegers.BytesFor(values.Length, width)];
            var target = new byte[PackedIntegers.BytesFor(place + count, width)];
            fixed (byte* from = source, to = target)
            {
                var (packed, copy) = (new PackedIntegers(from, width), new PackedIntegers(to, width));
                for (var i = 0; i < values.Length; i++)
                {
                    packed.Set(i, values[i]);
                }

                for (var i = 0; i < place; i++)
                {
                    copy.Set(i, (ulong)i & ((1UL << width) - 1));
                }

                packed.CopyTo(begin, copy, place, count);
                Assert.Equal(
                    [.. Enumerable.Range(0, place).Select(i => (ulong)i & ((1UL << width) - 1)), .. values[begin..]],
                    ReadAll(copy, place + count));
            }
        });

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(99_999_999, 27)]
    public void WidthFor_Greatest_IsTheBitsItTakes(ulong greatest, int width) => Assert.Equal(width, PackedIntegers.WidthFor(greatest));

    private static ulong[] ReadAll(PackedIntegers packed, int count) =>
        [.. Enumerable.Range(0, count).Select(i => packed.Get(i))];
}
