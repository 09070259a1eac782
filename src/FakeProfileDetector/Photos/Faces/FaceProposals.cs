using System.Buffers;
using FakeProfileDetector.Photos.Faces.Kernels;

namespace FakeProfileDetector.Photos.Faces;

/// <summary>The first look: a small network slid over the picture at sizes half an octave apart.</summary>
internal static class FaceProposals
{
    /// <summary>Side of a face in the samples of its level.</summary>
    internal const int FaceSide = 12;

    /// <summary>Side of the window that the network sees.</summary>
    internal const int Window = 23;

    /// <summary>Samples from one window to the next.</summary>
    internal const int Stride = 4;

    /// <summary>Samples by which a level reaches out of the picture, so that faces at the edge are at a window's center.</summary>
    internal const int Margin = 7;

    /// <summary>Most proposals that are looked at again.</summary>
    internal const int Maximum = 32;

    // Side of a square picture in the samples of the finest level: a face is found from 10 % of it.
    private const float WorkingSide = 112;
    private const float LevelStep = 1.41421356f;
    private const float SmallestStep = 0.5f;
    private const int SmallestSide = 11;
    private const int Collected = 256;
    private const float SameFace = 0.5f;
    private const float FixedOne = 1 << (ConvolutionLayer.ValueBits + ConvolutionLayer.WeightBits);

    /// <summary>Pixels between the samples of the finest level.</summary>
    internal static float FinestStep(int width, int height) => MathF.Max(SmallestStep, MathF.Sqrt((float)width * height) / WorkingSide);

    /// <summary>Pixels between the samples of a level; 0 when there is no such level.</summary>
    internal static float StepOf(int level, int width, int height)
    {
        var step = FinestStep(width, height) * (1 << (level / 2)) * (level % 2 == 0 ? 1 : LevelStep);
        return Math.Min(width, height) / step < SmallestSide ? 0 : step;
    }

    /// <summary>Samples of a level, margins included.</summary>
    internal static (int Columns, int Rows) LevelSize(int width, int height, float step) =>
        ((int)(width / step) + (2 * Margin), (int)(height / step) + (2 * Margin));

    /// <summary>Reads a level: values of −128 to 127, row by row.</summary>
    internal static void ReadLevel(in HalvedPlanes planes, float step, int columns, int rows, Span<short> values) =>
        planes.Sample(-Margin * step, -Margin * step, step, columns, rows, zero: 128, values);

    /// <summary>The place that a window of a level proposes.</summary>
    /// <param name="column">Of the window.</param>
    /// <param name="row">Of the window.</param>
    /// <param name="step">Of the level.</param>
    /// <param name="sums">Score, shift right, shift down, growth.</param>
    internal static FaceCandidate Place(int column, int row, float step, ReadOnlySpan<int> sums)
    {
        const float Center = (Window / 2f) - Margin;
        return new(
            ((column * Stride) + Center + (FaceSide * (sums[1] / FixedOne))) * step,
            ((row * Stride) + Center + (FaceSide * (sums[2] / FixedOne))) * step,
            FaceSide * step * Math.Clamp(1 + (sums[3] / FixedOne), 0.5f, 2f),
            sums[0]);
    }

    /// <summary>Finds the proposals of a picture, best first.</summary>
    /// <returns>How many, at most <see cref="Maximum"/>.</returns>
    internal static int Find(in HalvedPlanes planes, FaceNetwork network, int threshold, Span<FaceCandidate> proposals, CancellationToken cancellationToken)
    {
        Span<FaceCandidate> found = stackalloc FaceCandidate[Collected];
        var count = 0;
        for (var level = 0; StepOf(level, planes.Width, planes.Height) is > 0 and var step; level++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (columns, rows) = LevelSize(planes.Width, planes.Height, step);
            var (across, down) = network.OutputSize(columns, rows);
            var values = ArrayPool<short>.Shared.Rent((columns * rows) + ConvolutionLayer.Slack);
            var sums = ArrayPool<int>.Shared.Rent(across * down * network.Outputs);
            ReadLevel(planes, step, columns, rows, values);
            network.Run(values, columns, rows, sums);
            for (var i = 0; i < across * down; i++)
            {
                if (sums[i * network.Outputs] >= threshold)
                {
                    Add(Place(i % across, i / across, step, sums.AsSpan(i * network.Outputs, 4)), found, ref count);
                }
            }

            ArrayPool<short>.Shared.Return(values);
            ArrayPool<int>.Shared.Return(sums);
        }

        return CandidateSelection.Best(found[..count], SameFace, containment: 1, proposals[..Maximum]);
    }

    private static void Add(in FaceCandidate candidate, Span<FaceCandidate> found, ref int count)
    {
        if (count < found.Length)
        {
            found[count++] = candidate;
            return;
        }

        var worst = 0;
        for (var i = 1; i < found.Length; i++)
        {
            worst = found[i].Score < found[worst].Score ? i : worst;
        }

        if (candidate.Score > found[worst].Score)
        {
            found[worst] = candidate;
        }
    }
}
