using FakeProfileDetector.FaceTraining.Scenes;
using FakeProfileDetector.Photos.Faces;

namespace FakeProfileDetector.FaceTraining.Learning;

/// <summary>Learns the second network on what the first proposes.</summary>
internal static class VerifierTraining
{
    private const float IsFace = 0.42f;
    private const float IsNone = 0.25f;
    private const int NegativesPerScene = 6;
    private const int PositivesPerScene = 6;

    // What the second network is this sure to be no face, the third does not learn from.
    private const int Dismissed = -5 << 17;

    /// <summary>Adds the examples of a scene.</summary>
    /// <param name="scene">The scene.</param>
    /// <param name="proposer">The first network.</param>
    /// <param name="threshold">Of its proposals.</param>
    /// <param name="verifier">The second network when the third is learned, null when the second is.</param>
    /// <param name="current">The network that is learned, as it stands.</param>
    /// <param name="random">Of the whole training.</param>
    /// <param name="examples">Receives them.</param>
    internal static void Collect(Scene scene, FaceNetwork proposer, int threshold, FaceNetwork? verifier, FaceNetwork? current, Random random, List<Example> examples)
    {
        var planes = new HalvedPlanes(scene.Pixels, scene.Width, scene.Height, Math.Max(scene.Width, scene.Height));
        Span<FaceCandidate> proposals = stackalloc FaceCandidate[FaceProposals.Maximum];
        var count = FaceProposals.Find(planes, proposer, threshold, proposals, default);
        var positives = new List<FaceCandidate>();
        var negatives = new List<(FaceCandidate Place, int Score)>();
        var reach = verifier is null ? FaceVerification.Reach : FaceVerification.CloseReach;
        foreach (var proposed in proposals[..count])
        {
            var proposal = proposed;
            if (verifier is not null)
            {
                proposal = FaceVerification.Look(planes, verifier, FaceVerification.Look(planes, verifier, proposal));
                if (proposal.Score < Dismissed)
                {
                    continue;
                }
            }

            var overlap = ProposerTraining.Nearest(proposal, scene.Faces).Overlap;
            if (overlap >= IsFace)
            {
                positives.Add(proposal);
            }
            else if (overlap < IsNone)
            {
                negatives.Add((proposal, current is null ? proposal.Score : verifier is null ? FaceVerification.Look(planes, current, proposal).Score : FaceVerification.ScoreClose(planes, current, proposal)));
            }
        }

        foreach (var face in scene.Faces)
        {
            positives.Add(new(
                face.CenterX + (face.Side * random.Between(-0.15, 0.15)), face.CenterY + (face.Side * random.Between(-0.15, 0.15)), face.Side * random.Log(0.72, 1.3), 0));
            positives.Add(new(
                face.CenterX + (face.Side * 0.03f * random.Normal()), face.CenterY + (face.Side * 0.03f * random.Normal()), face.Side * (1 + (0.04f * random.Normal())), 0));
        }

        var chosen = positives.ToArray();
        random.Shuffle(chosen);
        foreach (var place in chosen.Take(PositivesPerScene))
        {
            var face = ProposerTraining.Nearest(place, scene.Faces).Face;
            examples.Add(new(Crop(planes, place, reach), 1, 1, true,
                (face.CenterX - place.CenterX) / place.Side, (face.CenterY - place.CenterY) / place.Side, (face.Side / place.Side) - 1));
        }

        foreach (var (place, _) in negatives.OrderByDescending(item => item.Score).Take(NegativesPerScene))
        {
            examples.Add(new(Crop(planes, place, reach), 0, 1, false, 0, 0, 0));
        }

        planes.Dispose();
    }

    private static short[] Crop(in HalvedPlanes planes, in FaceCandidate place, float reach)
    {
        var crop = new short[FaceVerification.BufferLength];
        FaceVerification.ReadCrop(planes, place, crop, reach);
        return crop;
    }
}
