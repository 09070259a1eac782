namespace FakeProfileDetector.Photos.Faces;

/// <summary>The second look: a larger network that sees a proposal with what is around it.</summary>
internal static class FaceVerification
{
    /// <summary>Side of the crop in samples.</summary>
    internal const int Side = 35;

    /// <summary>Side of the crop in sides of the proposal.</summary>
    internal const float Reach = 1.9f;

    /// <summary>Side of the crop of the last look, which sees the face alone, in sides of the face.</summary>
    internal const float CloseReach = 1.15f;

    /// <summary>Size of the buffer for a crop.</summary>
    internal const int BufferLength = (Side * Side) + ConvolutionKernels.Slack;

    private const int Deviation = 64;
    private const int FlattestDeviation = 6;
    private const int Limit = 511;
    private const float FixedOne = 1 << (ConvolutionLayer.ValueBits + ConvolutionLayer.WeightBits);

    /// <summary>Scores a proposal and moves it onto the face.</summary>
    internal static FaceCandidate Look(in HalvedPlanes planes, FaceNetwork network, in FaceCandidate proposal)
    {
        Span<short> crop = stackalloc short[BufferLength];
        ReadCrop(planes, proposal, crop);
        Span<int> sums = stackalloc int[ConvolutionLayer.OutputGroup];
        network.Run(crop, Side, Side, sums);
        return Moved(proposal, sums, 1);
    }

    /// <summary>The same, with a look into a mirror.</summary>
    internal static FaceCandidate LookMirrored(in HalvedPlanes planes, FaceNetwork network, in FaceCandidate proposal)
    {
        Span<short> crop = stackalloc short[BufferLength];
        ReadCrop(planes, proposal, crop);
        Mirror(crop);
        Span<int> sums = stackalloc int[ConvolutionLayer.OutputGroup];
        network.Run(crop, Side, Side, sums);
        return Moved(proposal, sums, -1);
    }

    /// <summary>The score of a face seen larger: the mean of it and of its mirror.</summary>
    internal static int ScoreClose(in HalvedPlanes planes, FaceNetwork network, in FaceCandidate face)
    {
        Span<short> crop = stackalloc short[BufferLength];
        ReadCrop(planes, face, crop, CloseReach);
        Span<int> sums = stackalloc int[ConvolutionLayer.OutputGroup];
        network.Run(crop, Side, Side, sums);
        var score = (long)sums[0];
        Mirror(crop);
        network.Run(crop, Side, Side, sums);
        return (int)((score + sums[0]) / 2);
    }

    /// <summary>Reads the picture around a proposal, of mean 0 and the same contrast in all.</summary>
    internal static void ReadCrop(in HalvedPlanes planes, in FaceCandidate proposal, Span<short> crop, float reach = Reach)
    {
        var side = proposal.Side * reach;
        planes.Sample(proposal.CenterX - (side / 2), proposal.CenterY - (side / 2), side / Side, Side, Side, crop);
        var values = crop[..(Side * Side)];
        var (sum, squares) = (0, 0);
        foreach (var value in values)
        {
            sum += value;
            squares += value * value;
        }

        var mean = (sum + (values.Length / 2)) / values.Length;
        var variance = (squares / values.Length) - (mean * mean);

        // A square root of whole numbers below 2^24 is exact to the last bit on every CPU.
        var gain = (Deviation << 8) / Math.Max(FlattestDeviation, (int)MathF.Sqrt(Math.Max(0, variance)));
        foreach (ref var value in values)
        {
            value = (short)Math.Clamp(((value - mean) * gain) >> 8, -Limit, Limit);
        }
    }

    private static void Mirror(Span<short> crop)
    {
        for (var y = 0; y < Side; y++)
        {
            crop.Slice(y * Side, Side).Reverse();
        }
    }

    private static FaceCandidate Moved(in FaceCandidate proposal, ReadOnlySpan<int> sums, int toTheRight) => new(
        proposal.CenterX + (toTheRight * proposal.Side * (sums[1] / FixedOne)),
        proposal.CenterY + (proposal.Side * (sums[2] / FixedOne)),
        proposal.Side * Math.Clamp(1 + (sums[3] / FixedOne), 0.5f, 2f),
        sums[0]);
}
