using System.Security.Cryptography;
using CsCheck;
using FakeProfileDetector.Photos.Faces;
using FakeProfileDetector.Tests.Support;

namespace FakeProfileDetector.Tests.Photos.Faces;

/// <summary>The vectorized steps against the same sums written plainly: faces are the same on every machine.</summary>
public sealed class FaceTwinTests
{
    // What a picture drawn by whole numbers gives, on every CPU and with hardware acceleration off.
    private const string Expected = "3D76B0";

    private static readonly Gen<ConvolutionLayer> Layers =
        from side in Gen.Int[1, 4]
        from stride in Gen.Int[1, 2]
        from power in Gen.Int[0, 4]
        from groups in Gen.Int[1, 4]
        from seed in Gen.Int
        select MakeLayer(side, stride, 1 << power, 8 * groups, seed);

    [Fact]
    public unsafe void Row_AnyLayer_EqualsPlainSums() => Gen.Select(Layers, Gen.Int[1, 11], Gen.Int).Sample((layer, count, seed) =>
    {
        var width = ((count - 1) * layer.Stride) + layer.Side;
        var input = new short[(width * layer.Inputs * layer.Side) + ConvolutionKernels.Slack];
        var random = new Random(seed);
        foreach (ref var value in input.AsSpan())
        {
            value = (short)random.Next(-512, ConvolutionLayer.Ceiling + 1);
        }

        var expected = Plain(layer, input, width, count);
        int[] fast = new int[count * layer.Outputs], portable = new int[count * layer.Outputs];
        fixed (short* values = input)
        fixed (int* one = fast, other = portable)
        {
            ConvolutionKernels.Row(layer, values, width * layer.Inputs, count, one);
            ConvolutionKernels.RowPortable(layer, values, width * layer.Inputs, count, other);
        }

        Assert.Equal(expected, fast);
        Assert.Equal(expected, portable);
    });

    [Fact]
    public void Run_RandomPictures_IsTheSameWithoutAvx2() => Gen.Select(Gen.Int[23, 90], Gen.Int[23, 60], Gen.Int).Sample(
        (width, height, seed) =>
        {
            var network = FaceTable.Default.Proposer;
            var input = new short[(width * height) + ConvolutionKernels.Slack];
            var random = new Random(seed);
            foreach (ref var value in input.AsSpan())
            {
                value = (short)random.Next(-128, 128);
            }

            var (columns, rows) = network.OutputSize(width, height);
            int[] fast = new int[columns * rows * network.Outputs], portable = new int[columns * rows * network.Outputs];
            network.Run(input, width, height, fast);
            network.Run(input, width, height, portable, portable: true);

            Assert.Equal(portable, fast);
        },
        iter: 20);

    [Fact]
    public void Halve_AnyPlane_EqualsPlainTwin() => Gen.Select(Gen.Int[2, 130], Gen.Int[2, 9], Gen.Int).Sample((width, height, seed) =>
    {
        var source = new byte[width * height];
        new Random(seed).NextBytes(source);
        var (columns, rows) = (width / 2, height / 2);
        byte[] fast = new byte[columns * rows], plain = new byte[columns * rows];
        PlaneHalving.Halve(source, width, fast, columns, rows);
        for (var y = 0; y < rows; y++)
        {
            PlaneHalving.Plain(source.AsSpan(2 * y * width, 2 * columns), source.AsSpan(((2 * y) + 1) * width, 2 * columns), plain.AsSpan(y * columns, columns), 0);
        }

        Assert.Equal(plain, fast);
    });

    [Fact]
    public void Look_DrawnPicture_IsTheSameOnEveryMachine()
    {
        var scene = Scene.Draw(4);
        var planes = new HalvedPlanes(scene.Pixels, scene.Width, scene.Height, 64);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<FaceCandidate> proposals = stackalloc FaceCandidate[FaceProposals.Maximum];
        var count = FaceProposals.Find(planes, FaceTable.Default.Proposer, int.MinValue, proposals, TestContext.Current.CancellationToken);
        for (var i = 0; i < count; i++)
        {
            var looked = FaceVerification.Look(planes, FaceTable.Default.Verifier, proposals[i]);
            hash.AppendData(BitConverter.GetBytes(looked.Score));
            hash.AppendData(BitConverter.GetBytes(looked.CenterX));
            hash.AppendData(BitConverter.GetBytes(looked.Side));
            hash.AppendData(BitConverter.GetBytes(FaceVerification.LookMirrored(planes, FaceTable.Default.Verifier, looked).CenterX));
            hash.AppendData(BitConverter.GetBytes(FaceVerification.ScoreClose(planes, FaceTable.Default.Confirmer!, looked)));
        }

        planes.Dispose();
        Assert.Equal(FaceProposals.Maximum, count);
        Assert.Equal(Expected, Convert.ToHexString(hash.GetHashAndReset())[..6]);
    }

    private static ConvolutionLayer MakeLayer(int side, int stride, int inputs, int outputs, int seed)
    {
        var random = new Random(seed);
        var weights = new short[side * side * inputs * outputs];
        foreach (ref var weight in weights.AsSpan())
        {
            weight = (short)random.Next(-3000, 3001);
        }

        return new(side, stride, inputs, outputs, clipped: false, weights, [.. Enumerable.Range(0, outputs).Select(_ => random.Next(-100_000, 100_000))]);
    }

    private static int[] Plain(ConvolutionLayer layer, short[] input, int width, int count)
    {
        var sums = new int[count * layer.Outputs];
        for (var i = 0; i < sums.Length; i++)
        {
            var (pixel, output) = (i / layer.Outputs, i % layer.Outputs);
            sums[i] = layer.Biases[output];
            for (var row = 0; row < layer.Side; row++)
            {
                for (var value = 0; value < layer.Side * layer.Inputs; value++)
                {
                    sums[i] += layer.Packed[layer.PackedIndex(row, value, output)] * input[(row * width * layer.Inputs) + (pixel * layer.Stride * layer.Inputs) + value];
                }
            }
        }

        return sums;
    }
}
