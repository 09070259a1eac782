using FakeProfileDetector.FaceTraining.Scenes;
using FakeProfileDetector.Photos.Faces;

namespace FakeProfileDetector.FaceTraining.Learning;

/// <summary>Learns the second network on what the first proposes.</summary>
internal static class VerifierTraining
{
    private const float IsFace = 0.5f;
    private const float IsNone = 0.3f;
    private const int NegativesPerScene = 6;
    private const int PositivesPerScene = 6;

    /// <summary>Adds the examples of a scene.</summary>
    internal static void Collect(Scene scene, FaceNetwork proposer, int threshold, FaceNetwork? current, Random random, List<Example> examples)
    {
        var planes = new HalvedPlanes(scene.Pixels, scene.Width, scene.Height, Math.Max(scene.Width, scene.Height));
        Span<FaceCandidate> proposals = stackalloc FaceCandidate[FaceProposals.Maximum];
        var count = FaceProposals.Find(planes, proposer, threshold, proposals, default);
        var positives = new List<FaceCandidate>();
        var negatives = new List<(FaceCandidate Place, int Score)>();
        foreach (var proposal in proposals[..count])
        {
            var overlap = ProposerTraining.Nearest(proposal, scene.Faces).Overlap;
            if (overlap >= IsFace)
            {
                positives.Add(proposal);
            }
            else if (overlap < IsNone)
            {
                negatives.Add((proposal, current is null ? proposal.Score : FaceVerification.Look(planes, current, proposal).Score));
            }
        }

        foreach (var face in scene.Faces)
        {
            positives.Add(new(
                face.CenterX + (face.Side * random.Between(-0.12, 0.12)), face.CenterY + (face.Side * random.Between(-0.12, 0.12)), face.Side * random.Log(0.82, 1.2), 0));
            positives.Add(new(
                face.CenterX + (face.Side * 0.03f * random.Normal()), face.CenterY + (face.Side * 0.03f * random.Normal()), face.Side * (1 + (0.04f * random.Normal())), 0));
        }

        var chosen = positives.ToArray();
        random.Shuffle(chosen);
        foreach (var place in chosen.Take(PositivesPerScene))
        {
            var face = ProposerTraining.Nearest(place, scene.Faces).Face;
            examples.Add(new(Crop(planes, place), 1, 1, true,
                (face.CenterX - place.CenterX) / place.Side, (face.CenterY - place.CenterY) / place.Side, (face.Side / place.Side) - 1));
        }

        foreach (var (place, _) in negatives.OrderByDescending(item => item.Score).Take(NegativesPerScene))
        {
            examples.Add(new(Crop(planes, place), 0, 1, false, 0, 0, 0));
        }

        planes.Dispose();
    }

    private static short[] Crop(in HalvedPlanes planes, in FaceCandidate place)
    {
        var crop = new short[FaceVerification.BufferLength];
        FaceVerification.ReadCrop(planes, place, crop);
        return crop;
    }
}
