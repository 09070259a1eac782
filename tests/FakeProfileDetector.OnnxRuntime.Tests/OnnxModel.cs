using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using Buffer = System.Buffers.ArrayBufferWriter<byte>;

namespace FakeProfileDetector.OnnxRuntime.Tests;

/// <summary>Writes a small ONNX model: the few messages of onnx.proto that a graph of plain operators takes.</summary>
internal sealed class OnnxModel
{
    internal const int Float = 1;
    internal const int Int64 = 7;

    private readonly Buffer _graph = new();

    internal OnnxModel() => Bytes(_graph, 2, "test"u8);

    /// <summary>An input; a side of −1 is left open.</summary>
    internal OnnxModel Input(string name, int[] shape, int type = Float) => Value(11, name, shape, type);

    internal OnnxModel Output(string name, int[] shape, int type = Float) => Value(12, name, shape, type);

    internal OnnxModel Constant(string name, int[] shape, params float[] values)
    {
        var raw = new byte[4 * values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(raw.AsSpan(4 * i), values[i]);
        }

        return Initializer(name, shape, Float, raw);
    }

    internal OnnxModel Constant(string name, params long[] values) => Initializer(name, [values.Length], Int64, MemoryMarshal.AsBytes<long>(values));

    /// <summary>An operator with one output and attributes of whole numbers; several are a list.</summary>
    internal OnnxModel Node(string type, string[] inputs, string output, params (string Name, long[] Values, bool IsList)[] attributes)
    {
        var node = new Buffer();
        foreach (var input in inputs)
        {
            Bytes(node, 1, Encoding.UTF8.GetBytes(input));
        }

        Bytes(node, 2, Encoding.UTF8.GetBytes(output));
        Bytes(node, 4, Encoding.UTF8.GetBytes(type));
        foreach (var (name, values, isList) in attributes)
        {
            var attribute = new Buffer();
            Bytes(attribute, 1, Encoding.UTF8.GetBytes(name));
            foreach (var value in values)
            {
                Number(attribute, isList ? 8 : 3, value);
            }

            Number(attribute, 20, isList ? 7 : 2);
            Bytes(node, 5, attribute.WrittenSpan);
        }

        Bytes(_graph, 1, node.WrittenSpan);
        return this;
    }

    internal byte[] ToBytes()
    {
        var operators = new Buffer();
        Bytes(operators, 1, []);
        Number(operators, 2, 13);
        var model = new Buffer();
        Number(model, 1, 8);
        Bytes(model, 8, operators.WrittenSpan);
        Bytes(model, 7, _graph.WrittenSpan);
        return model.WrittenSpan.ToArray();
    }

    private OnnxModel Initializer(string name, int[] shape, int type, ReadOnlySpan<byte> raw)
    {
        var tensor = new Buffer();
        foreach (var side in shape)
        {
            Number(tensor, 1, side);
        }

        Number(tensor, 2, type);
        Bytes(tensor, 8, Encoding.UTF8.GetBytes(name));
        Bytes(tensor, 9, raw);
        Bytes(_graph, 5, tensor.WrittenSpan);
        return this;
    }

    private OnnxModel Value(int field, string name, int[] shape, int type)
    {
        var sides = new Buffer();
        for (var i = 0; i < shape.Length; i++)
        {
            var side = new Buffer();
            if (shape[i] < 0)
            {
                Bytes(side, 2, Encoding.UTF8.GetBytes($"{name}_{i}"));
            }
            else
            {
                Number(side, 1, shape[i]);
            }

            Bytes(sides, 1, side.WrittenSpan);
        }

        var tensor = new Buffer();
        Number(tensor, 1, type);
        Bytes(tensor, 2, sides.WrittenSpan);
        var wrapped = new Buffer();
        Bytes(wrapped, 1, tensor.WrittenSpan);
        var info = new Buffer();
        Bytes(info, 1, Encoding.UTF8.GetBytes(name));
        Bytes(info, 2, wrapped.WrittenSpan);
        Bytes(_graph, field, info.WrittenSpan);
        return this;
    }

    private static void Number(Buffer stream, int field, long value)
    {
        Varint(stream, (ulong)field << 3);
        Varint(stream, (ulong)value);
    }

    private static void Bytes(Buffer stream, int field, ReadOnlySpan<byte> value)
    {
        Varint(stream, ((ulong)field << 3) | 2);
        Varint(stream, (ulong)value.Length);
        stream.Write(value);
    }

    private static void Varint(Buffer stream, ulong value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            stream.Write([(byte)(value | 0x80)]);
        }

        stream.Write([(byte)value]);
    }
}
