using System.Buffers;
using FakeProfileDetector.Photos;

namespace FakeProfileDetector.OnnxRuntime;

/// <summary>Writes a picture as a model's input: resized, normalized, the same luma in every channel.</summary>
internal static class InputPicture
{
    /// <param name="luma">The picture.</param>
    /// <param name="placement">Where it lies in the input; around it is black.</param>
    /// <param name="input">The input.</param>
    /// <param name="target">Receives channel by channel, row by row; <see cref="ModelInput.Length"/> numbers.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    internal static void Write(LumaImage luma, in Placement placement, ModelInput input, Span<float> target, CancellationToken cancellationToken)
    {
        var plane = target[..input.PlaneLength];
        plane.Fill(input.Normalized(0));
        var across = new AxisTaps(luma.Width, placement.Width);
        var down = new AxisTaps(luma.Height, placement.Height);
        var pooled = ArrayPool<float>.Shared.Rent(luma.Width);
        try
        {
            var blended = pooled.AsSpan(0, luma.Width);
            for (var y = 0; y < placement.Height; y++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                Blend(luma, down.Of(y, out var first), first, blended);
                var row = plane.Slice(y * input.Width, placement.Width);
                for (var x = 0; x < row.Length; x++)
                {
                    row[x] = input.Normalized(Sum(blended, across.Of(x, out var start), start));
                }
            }
        }
        finally
        {
            ArrayPool<float>.Shared.Return(pooled);
        }

        for (var channel = 1; channel < input.Channels; channel++)
        {
            plane.CopyTo(target[(channel * input.PlaneLength)..]);
        }
    }

    /// <summary>The weighted sum of rows.</summary>
    private static void Blend(LumaImage luma, ReadOnlySpan<float> weights, int first, Span<float> blended)
    {
        blended.Clear();
        for (var i = 0; i < weights.Length; i++)
        {
            var weight = weights[i];
            ReadOnlySpan<byte> row = luma.Row(first + i);
            for (var x = 0; x < row.Length; x++)
            {
                blended[x] += weight * row[x];
            }
        }
    }

    private static float Sum(ReadOnlySpan<float> values, ReadOnlySpan<float> weights, int start)
    {
        var sum = 0f;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += weights[i] * values[start + i];
        }

        return sum;
    }
}
