using System.Diagnostics;
using FakeProfileDetector.FaceTraining.Data;
using FakeProfileDetector.FaceTraining.Scenes;
using FakeProfileDetector.Photos.Faces;

namespace FakeProfileDetector.FaceTraining.Measuring;

/// <summary>Time to locate faces in pictures of 400 × 400 pixels on one core.</summary>
internal static class Timing
{
    private const int Side = 400;
    private const int Rounds = 40;

    /// <summary>Share of faces that the first network proposes, and of those, how many the second scores above 0.</summary>
    internal static void Recall(FaceTable table, IEnumerable<Trial> trials)
    {
        var proposals = new FaceCandidate[FaceProposals.Maximum];
        foreach (var group in trials.Where(trial => trial.Scene.Faces.Count > 0).GroupBy(trial => trial.Group))
        {
            var (all, proposed, verified) = (0, 0, 0);
            foreach (var scene in group.Select(trial => trial.Scene))
            {
                var planes = new HalvedPlanes(scene.Pixels, scene.Width, scene.Height, Math.Max(scene.Width, scene.Height));
                var count = FaceProposals.Find(planes, table.Proposer, table.Thresholds.Proposal, proposals, default);
                foreach (var face in scene.Faces)
                {
                    all++;
                    var near = proposals[..count].Where(proposal => proposal.Overlap(face) > 0.4f).ToArray();
                    proposed += near.Length > 0 ? 1 : 0;
                    foreach (var proposal in near)
                    {
                        if (FaceVerification.Look(planes, table.Verifier, proposal).Score > 0)
                        {
                            verified++;
                            break;
                        }
                    }
                }

                planes.Dispose();
            }

            Console.WriteLine($"{group.Key}: {all} faces, {proposed} proposed, {verified} verified");
        }
    }

    internal static void Print(CascadeFaceLocator locator, FaceTable table, IReadOnlyList<SourcePicture> pictures)
    {
        foreach (var (name, chosen) in (ReadOnlySpan<(string, SourcePicture[])>)[("portraits", [.. pictures.Where(picture => picture.IsFace).Take(40)]), ("things", [.. pictures.Where(picture => !picture.IsFace).Take(40)])])
        {
            var planes = chosen.Select(picture =>
            {
                var canvas = new Canvas(Side, Side);
                var scale = (float)Side / Math.Min(picture.Full.Width, picture.Full.Height);
                canvas.Draw(picture, new(Side / 2f, Side / 2f, picture.Full.Width / 2f, picture.Full.Height / 2f, scale, 0, false), Outside.Edge);
                return canvas.ToBytes();
            }).ToArray();
            var faces = new FaceCandidate[FaceProposals.Maximum];
            double[] whole = new double[Rounds], proposing = new double[Rounds];
            var proposals = 0;
            for (var round = 0; round < Rounds; round++)
            {
                var start = Stopwatch.GetTimestamp();
                Array.ForEach(planes, plane => locator.Find(plane, Side, Side, faces));
                whole[round] = Stopwatch.GetElapsedTime(start).TotalMilliseconds / planes.Length;
                start = Stopwatch.GetTimestamp();
                proposals = 0;
                foreach (var plane in planes)
                {
                    var halves = new HalvedPlanes(plane, Side, Side, Side / 8f);
                    proposals += FaceProposals.Find(halves, table.Proposer, table.Thresholds.Proposal, faces, default);
                    halves.Dispose();
                }

                proposing[round] = Stopwatch.GetElapsedTime(start).TotalMilliseconds / planes.Length;
            }

            Console.WriteLine(FormattableString.Invariant(
                $"{name}: median {whole.Order().ElementAt(Rounds / 2):f3} ms, best {whole.Min():f3}; proposing {proposing.Order().ElementAt(Rounds / 2):f3}, best {proposing.Min():f3}; {proposals / (double)planes.Length:f1} proposals"));
        }
    }
}
