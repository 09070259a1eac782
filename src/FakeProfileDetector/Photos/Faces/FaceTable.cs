using System.Buffers.Binary;
using FakeProfileDetector.Photos.Faces.Kernels;

namespace FakeProfileDetector.Photos.Faces;

/// <summary>The learned weights of the networks and the thresholds, as <c>benchmarks/FakeProfileDetector.FaceTraining</c> wrote them.</summary>
/// <remarks>
/// Little-endian: "FACE", version, threshold of proposals, of the first face, of further faces (32 bits each); then for each of two
/// or three networks the number of layers, and for each layer side, stride, inputs, outputs, clipped (one byte each), biases of
/// 32 bits and weights of 16 bits in the order row, column, input, output.
/// </remarks>
/// <threadsafety>Immutable.</threadsafety>
internal sealed class FaceTable
{
    internal const uint Magic = 0x45434146;
    internal const int Version = 1;

    private static readonly Lazy<FaceTable> LazyDefault = new(ReadDefault);

    private FaceTable(FaceNetwork proposer, FaceNetwork verifier, FaceNetwork? confirmer, FaceThresholds thresholds) =>
        (Proposer, Verifier, Confirmer, Thresholds) = (proposer, verifier, confirmer, thresholds);

    /// <summary>The table that comes with the library, read when it is first needed.</summary>
    internal static FaceTable Default => LazyDefault.Value;

    internal FaceNetwork Proposer { get; }

    internal FaceNetwork Verifier { get; }

    /// <summary>Sees what the second network takes for a face, larger; null in a table that has none yet.</summary>
    internal FaceNetwork? Confirmer { get; }

    internal FaceThresholds Thresholds { get; }

    /// <summary>Reads a table.</summary>
    /// <exception cref="InvalidDataException">It is none.</exception>
    internal static FaceTable Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            if (Number(ref bytes) != unchecked((int)Magic) || Number(ref bytes) != Version)
            {
                throw new InvalidDataException("This is no table of face networks.");
            }

            var thresholds = new FaceThresholds(Number(ref bytes), Number(ref bytes), Number(ref bytes));
            return new(Network(ref bytes), Network(ref bytes), bytes.IsEmpty ? null : Network(ref bytes), thresholds);
        }
        catch (Exception e) when (e is ArgumentOutOfRangeException or IndexOutOfRangeException)
        {
            throw new InvalidDataException("The table of face networks is cut.");
        }
    }

    /// <summary>Reads one network of a table.</summary>
    internal static FaceNetwork ReadNetwork(ReadOnlySpan<byte> bytes) => Network(ref bytes);

    /// <summary>The same networks with other thresholds.</summary>
    internal FaceTable With(FaceThresholds thresholds) => new(Proposer, Verifier, Confirmer, thresholds);

    private static FaceTable ReadDefault()
    {
        using var stream = typeof(FaceTable).Assembly.GetManifestResourceStream("faces.bin")
            ?? throw new InvalidOperationException("The resource faces.bin is missing.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return Read(bytes);
    }

    private static FaceNetwork Network(ref ReadOnlySpan<byte> bytes)
    {
        var layers = new ConvolutionLayer[Number(ref bytes)];
        for (var i = 0; i < layers.Length; i++)
        {
            var (side, stride, inputs, outputs, clipped) = (bytes[0], bytes[1], bytes[2], bytes[3], bytes[4] != 0);
            bytes = bytes[5..];
            var biases = new int[outputs];
            for (var k = 0; k < outputs; k++)
            {
                biases[k] = Number(ref bytes);
            }

            var weights = new short[side * side * inputs * outputs];
            for (var k = 0; k < weights.Length; k++)
            {
                weights[k] = BinaryPrimitives.ReadInt16LittleEndian(bytes[(2 * k)..]);
            }

            bytes = bytes[(2 * weights.Length)..];
            CheckBounds(weights, biases, outputs);
            layers[i] = new(side, stride, inputs, outputs, clipped, weights, biases);
        }

        return new(layers);
    }

    /// <summary>No sum may leave 32 bits, whatever the picture.</summary>
    private static void CheckBounds(short[] weights, int[] biases, int outputs)
    {
        for (var output = 0; output < outputs; output++)
        {
            var bound = Math.Abs((long)biases[output]) + (1 << ConvolutionLayer.WeightBits);
            for (var i = output; i < weights.Length; i += outputs)
            {
                bound += Math.Abs((long)weights[i]) * (ConvolutionLayer.Ceiling + 1);
            }

            if (bound > int.MaxValue)
            {
                throw new InvalidDataException("Weights of the face networks are too large for sums of 32 bits.");
            }
        }
    }

    private static int Number(ref ReadOnlySpan<byte> bytes)
    {
        var number = BinaryPrimitives.ReadInt32LittleEndian(bytes);
        bytes = bytes[4..];
        return number;
    }
}
