using FakeProfileDetector.Photos.Faces.Kernels;

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
    internal const int BufferLength = (Side * Side) + ConvolutionLayer.Slack;

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
        planes.Sample(proposal.CenterX - (side / 2), proposal.CenterY - (side / 2), side / Side, Side, Side, zero: 0, crop);
        CropContrast.Normalize(crop[..(Side * Side)]);
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
