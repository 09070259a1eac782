using CsCheck;
using FakeProfileDetector.Photos.Patches;
using FakeProfileDetector.Tests.Support;

namespace FakeProfileDetector.Tests.Photos.Patches;

/// <summary>The vectorized steps against the same sums written plainly, bit for bit: patches are the same on every machine.</summary>
public sealed class PatchTwinTests
{
    private static readonly Gen<FloatPlane> Planes =
        from width in Gen.Int[2, 90]
        from height in Gen.Int[2, 40]
        from seed in Gen.Int
        select Noise(width, height, seed);

    [Fact]
    public void Blur_AnySize_EqualsPlainTwin() => Gen.Select(Planes, Gen.Double[0.4, 3.5]).Sample((plane, sigma) =>
    {
        var (target, difference) = (new FloatPlane(), new FloatPlane());
        float[] line = [];
        new GaussianBlur(sigma).Apply(plane, target, difference, ref line);
        var expected = PlainPatches.Blur(plane, sigma);
        Assert.Equal(expected, target.Values.ToArray());
        Assert.Equal(expected.Zip(plane.Values.ToArray(), (blurred, sharp) => blurred - sharp), difference.Values.ToArray());
    });

    [Fact]
    public void Resample_AnySizes_EqualsPlainTwin() => Gen.Select(Planes, Gen.Int[2, 120], Gen.Int[2, 50]).Sample((plane, width, height) =>
    {
        var (resampler, target) = (new PlaneResampler(), new FloatPlane());
        target.Resize(width, height);
        resampler.Resample(plane, target);
        Assert.Equal(PlainPatches.Resample(plane, width, height), target.Values.ToArray());

        // Bytes give what the same numbers in floating point give.
        byte[] bytes = [.. plane.Values.ToArray().Select(value => (byte)Math.Clamp(value, 0, 255))];
        var rounded = new FloatPlane();
        rounded.Resize(plane.Width, plane.Height);
        bytes.Select(value => (float)value).ToArray().CopyTo(rounded.Values);
        resampler.Resample(bytes, plane.Width, plane.Height, target);
        Assert.Equal(PlainPatches.Resample(rounded, width, height), target.Values.ToArray());
    });

    [Fact]
    public void Find_AnyPlanes_EqualsPlainTwin() => Gen.Int.Sample(
        seed =>
        {
            var space = Space(seed);
            var found = new Keypoint[20_000];
            var count = KeypointDetector.Find(space, found);

            // What lies along an edge is dropped; everything else that stands out from its 26 neighbors is found.
            var peaks = PlainPatches.Peaks(space).ToArray();
            Assert.InRange(count, 0, peaks.Length);
            Assert.Equal(peaks.Count(peak => !PlainPatches.IsEdge(space, peak)), count);
        },
        iter: 10);

    [Fact]
    public void Describe_AnyKeypoint_EqualsPlainTwin()
    {
        var space = Space(3);
        var keypoint =
            from octave in Gen.Int[0, ScaleSpace.Octaves - 1]
            from x in Gen.Float[-5, 140]
            from y in Gen.Float[-5, 110]
            from sigma in Gen.Float[1.6f, 20]
            select new Keypoint(x, y, sigma, octave, 1);
        Gen.Select(keypoint, Gen.Float[-0.2f, 0.2f]).Sample((point, angle) =>
            Assert.Equal(PlainPatches.Describe(space, point, angle), PatchDescriptor.Describe(space, point, angle)));
    }

    [Fact]
    public void Mirror_AnyScene_IsTheDescriptorOfTheMirroredScene()
    {
        var scene = Scene.Draw(1);
        var (patches, mirrored) = (scene.Patches(), scene.Mirror().Patches());
        var compared = 0;
        for (var i = 0; i < patches.Count; i++)
        {
            for (var k = 0; k < mirrored.Count; k++)
            {
                var (one, other) = (patches.Places[i], mirrored.Places[k]);
                if (Math.Abs(patches.Width - one.X - other.X) < 1 && Math.Abs(one.Y - other.Y) < 1 && Math.Abs((one.Sigma / other.Sigma) - 1) < 0.1)
                {
                    Assert.InRange(PatchDescriptor.Mirror(patches.Hashes[i]).DistanceTo(mirrored.Hashes[k]), 0, 45);
                    compared++;
                }
            }
        }

        Assert.InRange(compared, 20, 64);
    }

    [Fact]
    public void Describe_BrighterAndHarderPicture_IsTheSame()
    {
        var (space, brighter) = (Space(5), Space(5, value => (1.5f * value) + 20));
        Keypoint[] points = [new(60, 50, 3, 0, 1), new(40, 70, 6, 1, 1), new(80, 40, 12, 2, 1)];

        Assert.All(points, point =>
            Assert.InRange(PatchDescriptor.Describe(space, point, 0).DistanceTo(PatchDescriptor.Describe(brighter, point, 0)), 0, 1));
    }

    private static ScaleSpace Space(int seed, Func<float, float>? change = null)
    {
        var space = new ScaleSpace();
        var noise = Noise(137, 101, seed);
        space.Source.Resize(noise.Width, noise.Height);
        for (var i = 0; i < noise.Values.Length; i++)
        {
            space.Source.Values[i] = change?.Invoke(noise.Values[i]) ?? noise.Values[i];
        }

        space.Build();
        return space;
    }

    private static FloatPlane Noise(int width, int height, int seed)
    {
        var plane = new FloatPlane();
        plane.Resize(width, height);
        var bytes = new byte[width * height];
        new Random(seed).NextBytes(bytes);
        for (var i = 0; i < bytes.Length; i++)
        {
            plane.Values[i] = bytes[i];
        }

        return plane;
    }
}
