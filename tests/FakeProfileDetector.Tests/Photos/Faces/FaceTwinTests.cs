using System.Security.Cryptography;
using CsCheck;
using FakeProfileDetector.Photos.Faces;
using FakeProfileDetector.Photos.Faces.Kernels;
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
        from clipped in Gen.Bool
        from seed in Gen.Int
        select MakeLayer(side, stride, 1 << power, 8 * groups, clipped, seed);

    [Fact]
    public void Kernels_OfThisMachine_EndWithTheScalarOne()
    {
        Assert.Same(ConvolutionKernels.Fastest, ConvolutionKernels.All.First(kernel => kernel.IsSupported));
        Assert.Equal("scalar", ConvolutionKernels.All[^1].Name);
        Assert.Equal(ConvolutionKernels.All.Count, ConvolutionKernels.All.Select(kernel => kernel.Name).Distinct().Count());
    }

    [Fact]
    public unsafe void Apply_AnyLayer_EqualsPlainSums() => Gen.Select(Layers, Gen.Int[1, 11], Gen.Int[1, 4], Gen.Int).Sample((layer, columns, rows, seed) =>
    {
        // Up to what one step leaves over at the right and below.
        var width = ((columns - 1) * layer.Stride) + layer.Side + (seed & (layer.Stride - 1));
        var height = ((rows - 1) * layer.Stride) + layer.Side + ((seed >> 1) & (layer.Stride - 1));
        var input = new short[(width * height * layer.Inputs) + ConvolutionLayer.Slack];
        var random = new Random(seed);
        foreach (ref var value in input.AsSpan())
        {
            value = (short)random.Next(-512, ConvolutionLayer.Ceiling + 1);
        }

        var expected = Plain(layer, input, width, columns, rows);
        foreach (var kernel in ConvolutionKernels.All.Where(kernel => kernel.IsSupported))
        {
            // What lies behind must stay as it is.
            var sums = new int[expected.Length + 16];
            var values = new short[expected.Length + 16];
            fixed (short* first = input, clipped = values)
            fixed (int* all = sums)
            {
                kernel.Apply(layer, first, width, height, clipped, all);
            }

            Assert.Equal([.. expected, .. new int[16]], layer.Clipped ? [.. values.Select(value => (int)value)] : sums);
        }
    });

    [Fact]
    public void Apply_LargestSums_ClipAsTheScalarOne()
    {
        // Weights of the largest size that a table may have: sums come near both ends of 32 bits.
        var weights = new short[9 * 8 * 16];
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = i % 16 < 8 ? (short)28_000 : (short)-28_000;
        }

        var network = new FaceNetwork([new ConvolutionLayer(3, 1, 8, 16, clipped: true, weights, new int[16]), MakeLayer(1, 1, 16, 8, clipped: false, 3)]);
        var input = Enumerable.Repeat((short)ConvolutionLayer.Ceiling, (6 * 6 * 8) + ConvolutionLayer.Slack).ToArray();
        var expected = Sums(network, input, 6, 6, ConvolutionKernels.All[^1]);

        foreach (var kernel in ConvolutionKernels.All.Where(kernel => kernel.IsSupported))
        {
            Assert.Equal(expected, Sums(network, input, 6, 6, kernel));
        }
    }

    [Fact]
    public void Run_RandomPictures_IsTheSameByAllKernels() => Gen.Select(Gen.Int[35, 90], Gen.Int[35, 60], Gen.Int).Sample(
        (width, height, seed) =>
        {
            foreach (var network in new[] { FaceTable.Default.Proposer, FaceTable.Default.Verifier, FaceTable.Default.Confirmer! })
            {
                var input = new short[(width * height) + ConvolutionLayer.Slack];
                var random = new Random(seed);
                foreach (ref var value in input.AsSpan())
                {
                    value = (short)random.Next(-128, 128);
                }

                var expected = Sums(network, input, width, height, ConvolutionKernels.All[^1]);
                foreach (var kernel in ConvolutionKernels.All.Where(kernel => kernel.IsSupported))
                {
                    Assert.Equal(expected, Sums(network, input, width, height, kernel));
                }
            }
        },
        iter: 10);

    [Fact]
    public void Sample_AnyRow_EqualsPlainTwin() => Gen.Select(Gen.Int[1, 90], Gen.Int[1, 70], Gen.Int[0, 128], Gen.Int).Sample((length, count, zero, seed) =>
    {
        var random = new Random(seed);
        byte[] upper = new byte[length], lower = new byte[length];
        random.NextBytes(upper);
        random.NextBytes(lower);
        if (seed % 3 == 0)
        {
            upper.AsSpan().Fill(255);
            lower.AsSpan().Fill(255);
        }

        var first = random.Next(9);
        var fraction = random.Next(256);
        ushort[] blended = new ushort[length + 1], plain = new ushort[length + 1];
        BilinearRow.Blend(upper, lower, fraction, blended);
        BilinearRow.Plain(upper, lower, fraction, plain, 0);
        Assert.Equal(plain, blended);

        blended[length] = blended[length - 1];
        var places = Enumerable.Range(0, count).Select(_ => random.Next(first << 8, (first + length) << 8)).Order().ToArray();
        short[] fast = new short[count + 8], slow = new short[count + 8];
        BilinearRow.Sample(blended, first, places, zero, fast);
        BilinearRow.SamplePlain(blended, first, places, zero, slow);
        Assert.Equal(slow, fast);
    });

    [Fact]
    public void Normalize_AnyCrop_EqualsPlainTwin() => Gen.Select(Gen.Int[1, 1300], Gen.Int[1, 256], Gen.Int).Sample((length, span, seed) =>
    {
        var random = new Random(seed);
        var darkest = random.Next(257 - span);
        short[] fast = [.. Enumerable.Range(0, length).Select(_ => (short)random.Next(darkest, darkest + span))];
        var plain = fast.ToArray();
        CropContrast.Normalize(fast);
        CropContrast.Plain(plain);

        Assert.Equal(plain, fast);
    });

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

    private static int[] Sums(FaceNetwork network, short[] input, int width, int height, ConvolutionKernel kernel)
    {
        var (columns, rows) = network.OutputSize(width, height);
        var sums = new int[columns * rows * network.Outputs];
        network.Run(input, width, height, sums, kernel);
        return sums;
    }

    private static ConvolutionLayer MakeLayer(int side, int stride, int inputs, int outputs, bool clipped, int seed)
    {
        var random = new Random(seed);
        var weights = new short[side * side * inputs * outputs];
        foreach (ref var weight in weights.AsSpan())
        {
            weight = (short)random.Next(-3000, 3001);
        }

        return new(side, stride, inputs, outputs, clipped, weights, [.. Enumerable.Range(0, outputs).Select(_ => random.Next(-100_000, 100_000))]);
    }

    private static int[] Plain(ConvolutionLayer layer, short[] input, int width, int columns, int rows)
    {
        var sums = new int[columns * rows * layer.Outputs];
        for (var i = 0; i < sums.Length; i++)
        {
            var (pixel, output) = (i / layer.Outputs, i % layer.Outputs);
            var start = ((pixel / columns * width) + (pixel % columns)) * layer.Stride * layer.Inputs;
            sums[i] = layer.Biases[output];
            for (var row = 0; row < layer.Side; row++)
            {
                for (var value = 0; value < layer.Side * layer.Inputs; value++)
                {
                    sums[i] += layer.Packed[layer.PackedIndex(row, value, output)] * input[start + (row * width * layer.Inputs) + value];
                }
            }

            if (layer.Clipped)
            {
                sums[i] = Math.Clamp((sums[i] + (1 << (ConvolutionLayer.WeightBits - 1))) >> ConvolutionLayer.WeightBits, 0, ConvolutionLayer.Ceiling);
            }
        }

        return sums;
    }
}
