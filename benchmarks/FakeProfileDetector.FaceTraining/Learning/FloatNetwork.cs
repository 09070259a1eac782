using System.Buffers.Binary;
using FakeProfileDetector.Photos.Faces;
using FakeProfileDetector.Photos.Faces.Kernels;

namespace FakeProfileDetector.FaceTraining.Learning;

/// <summary>A network while it learns, on windows of one size: score, shift right, shift down, growth.</summary>
internal sealed class FloatNetwork(int inputSide, FloatConvolution[] layers)
{
    private const float Decay = 0.01f;
    private const float PlaceWeight = 2f;

    private float[] _input = [];
    private int _steps;

    internal int Pixels => inputSide * inputSide;

    internal static FloatNetwork Proposer(Random random) => new(FaceProposals.Window,
    [
        new(3, 2, 1, 8, true, random), new(3, 2, 8, 16, true, random), new(3, 1, 16, 16, true, random),
        new(3, 1, 16, 16, true, random), new(1, 1, 16, 8, false, random),
    ]);

    internal static FloatNetwork Verifier(Random random) => new(FaceVerification.Side,
    [
        new(3, 2, 1, 16, true, random), new(3, 2, 16, 32, true, random), new(3, 1, 32, 32, true, random),
        new(3, 1, 32, 32, true, random), new(3, 1, 32, 48, true, random), new(2, 1, 48, 48, true, random), new(1, 1, 48, 8, false, random),
    ]);

    /// <summary>Learns from a batch.</summary>
    /// <returns>The mean loss of the scores.</returns>
    internal float Learn(IReadOnlyList<Example> batch, float rate, float averaging)
    {
        Forward(batch);
        var last = layers[^1];
        last.OutputGradient.AsSpan(0, batch.Count * last.Outputs).Clear();
        var loss = 0f;
        for (var i = 0; i < batch.Count; i++)
        {
            var output = last.Output.AsSpan(i * last.Outputs, 4);
            var gradient = last.OutputGradient.AsSpan(i * last.Outputs, 4);
            var example = batch[i];
            var probability = 1 / (1 + MathF.Exp(-output[0]));
            gradient[0] = example.Weight * (probability - example.Target) / batch.Count;
            loss -= example.Weight * ((example.Target * MathF.Log(MathF.Max(1e-6f, probability))) + ((1 - example.Target) * MathF.Log(MathF.Max(1e-6f, 1 - probability))));
            if (example.HasPlace)
            {
                gradient[1] = PlaceWeight * Math.Clamp(output[1] - example.ShiftX, -0.3f, 0.3f) / batch.Count;
                gradient[2] = PlaceWeight * Math.Clamp(output[2] - example.ShiftY, -0.3f, 0.3f) / batch.Count;
                gradient[3] = PlaceWeight * Math.Clamp(output[3] - example.Growth, -0.3f, 0.3f) / batch.Count;
            }
        }

        Backward(batch.Count);
        _steps++;
        foreach (var layer in layers)
        {
            layer.Weights.Step(_steps, rate, Decay, averaging);
            layer.Biases.Step(_steps, rate, 0, averaging);
        }

        return loss / batch.Count;
    }

    /// <summary>The network in whole numbers.</summary>
    internal void Write(Stream stream, bool averaged)
    {
        Span<byte> two = stackalloc byte[2];
        var bytes = new List<byte>();
        Number(bytes, layers.Length);
        foreach (var layer in layers)
        {
            bytes.AddRange([(byte)layer.Side, (byte)layer.Stride, (byte)layer.Inputs, (byte)layer.Outputs, layer.Clipped ? (byte)1 : (byte)0]);
            foreach (var bias in averaged ? layer.Biases.Average : layer.Biases.Values)
            {
                Number(bytes, (int)MathF.Round(bias * (1 << (ConvolutionLayer.ValueBits + ConvolutionLayer.WeightBits))));
            }

            foreach (var weight in averaged ? layer.Weights.Average : layer.Weights.Values)
            {
                BinaryPrimitives.WriteInt16LittleEndian(two, (short)Math.Clamp(MathF.Round(weight * (1 << ConvolutionLayer.WeightBits)), short.MinValue, short.MaxValue));
                bytes.AddRange(two);
            }
        }

        stream.Write(bytes.ToArray());
    }

    /// <summary>Takes the weights of a network in whole numbers, to learn on from there.</summary>
    internal void Load(FaceNetwork network)
    {
        foreach (var (layer, known) in layers.Zip(network.Layers))
        {
            for (var output = 0; output < layer.Outputs; output++)
            {
                layer.Biases.Values[output] = known.Biases[output] / (float)(1 << (ConvolutionLayer.ValueBits + ConvolutionLayer.WeightBits));
                for (var i = 0; i < layer.Run; i++)
                {
                    var run = layer.Side * layer.Inputs;
                    layer.Weights.Values[(i * layer.Outputs) + output] = known.Packed[known.PackedIndex(i / run, i % run, output)] / (float)(1 << ConvolutionLayer.WeightBits);
                }
            }
        }
    }

    internal static void Number(List<byte> bytes, int number)
    {
        Span<byte> four = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(four, number);
        bytes.AddRange(four);
    }

    private void Forward(IReadOnlyList<Example> batch)
    {
        if (_input.Length < batch.Count * Pixels)
        {
            _input = new float[batch.Count * Pixels];
        }

        for (var i = 0; i < batch.Count; i++)
        {
            for (var k = 0; k < Pixels; k++)
            {
                _input[(i * Pixels) + k] = batch[i].Values[k] / (float)(1 << ConvolutionLayer.ValueBits);
            }
        }

        var (values, side) = (_input, inputSide);
        foreach (var layer in layers)
        {
            layer.Forward(values, side, batch.Count);
            (values, side) = (layer.Output, layer.OutputSide);
        }
    }

    private void Backward(int count)
    {
        for (var i = layers.Length - 1; i >= 0; i--)
        {
            var side = i == 0 ? inputSide : layers[i - 1].OutputSide;
            layers[i].Backward(side, count, i == 0 ? null : layers[i - 1].OutputGradient);
        }

    }
}
