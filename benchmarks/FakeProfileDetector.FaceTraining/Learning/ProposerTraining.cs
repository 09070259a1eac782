using FakeProfileDetector.FaceTraining.Scenes;
using FakeProfileDetector.Photos.Faces;
using FakeProfileDetector.Photos.Faces.Kernels;

namespace FakeProfileDetector.FaceTraining.Learning;

/// <summary>Learns the first network on windows as the detector meets them, the worst mistakes of the network as it stands among them.</summary>
internal static class ProposerTraining
{
    private const float IsFace = 0.5f;
    private const float IsNone = 0.2f;
    private const int HardPerScene = 10;
    private const int EasyPerScene = 8;
    private const int FacesPerScene = 12;

    /// <summary>Adds the examples of a scene.</summary>
    internal static void Collect(Scene scene, FaceNetwork? current, Random random, List<Example> examples)
    {
        var planes = new HalvedPlanes(scene.Pixels, scene.Width, scene.Height, Math.Max(scene.Width, scene.Height));
        var positives = new List<Example>();
        var negatives = new List<(int Score, Example Window)>();
        for (var level = 0; FaceProposals.StepOf(level, scene.Width, scene.Height) is > 0 and var step; level++)
        {
            var (columns, rows) = FaceProposals.LevelSize(scene.Width, scene.Height, step);
            var values = new short[(columns * rows) + ConvolutionLayer.Slack];
            FaceProposals.ReadLevel(planes, step, columns, rows, values);
            var (across, down) = ((columns - FaceProposals.Window) / FaceProposals.Stride + 1, (rows - FaceProposals.Window) / FaceProposals.Stride + 1);
            var sums = new int[across * down * 8];
            current?.Run(values, columns, rows, sums);
            for (var i = 0; i < across * down; i++)
            {
                var square = FaceProposals.Place(i % across, i / across, step, [0, 0, 0, 0]);
                var (overlap, face) = Nearest(square, scene.Faces);
                if (overlap >= IsFace)
                {
                    positives.Add(new(Cut(values, columns, i % across, i / across), 1, 1, true,
                        (face.CenterX - square.CenterX) / square.Side, (face.CenterY - square.CenterY) / square.Side, (face.Side / square.Side) - 1));
                }
                else if (overlap < IsNone && (sums[i * 8] > -(1 << 18) || random.Is(6.0 / (across * down))))
                {
                    negatives.Add((sums[i * 8] + (current is null ? random.Next() : 0), new(Cut(values, columns, i % across, i / across), 0, 1, false, 0, 0, 0)));
                }
            }
        }

        planes.Dispose();
        var chosen = positives.ToArray();
        random.Shuffle(chosen);
        examples.AddRange(chosen.Take(FacesPerScene));
        var ordered = negatives.OrderByDescending(item => item.Score).Select(item => item.Window).ToArray();
        examples.AddRange(ordered.Take(HardPerScene));
        var rest = ordered.Skip(HardPerScene).ToArray();
        random.Shuffle(rest);
        examples.AddRange(rest.Take(EasyPerScene));
    }

    internal static (float Overlap, FaceCandidate Face) Nearest(in FaceCandidate square, IReadOnlyList<FaceCandidate> faces)
    {
        var best = (Overlap: 0f, Face: default(FaceCandidate));
        foreach (var face in faces)
        {
            var overlap = square.Overlap(face);
            best = overlap > best.Overlap ? (overlap, face) : best;
        }

        return best;
    }

    private static short[] Cut(short[] values, int columns, int column, int row)
    {
        var window = new short[FaceProposals.Window * FaceProposals.Window];
        for (var y = 0; y < FaceProposals.Window; y++)
        {
            values.AsSpan((((row * FaceProposals.Stride) + y) * columns) + (column * FaceProposals.Stride), FaceProposals.Window).CopyTo(window.AsSpan(y * FaceProposals.Window));
        }

        return window;
    }
}
