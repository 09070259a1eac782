namespace FakeProfileDetector.Tests.Photos.Coenm;

/// <summary>The fixed-point resizer by its definition: one weight and one sum at a time.</summary>
internal static class PlainBicubic
{
    internal static byte[] Resize(byte[] luma, int width, int height, int targetWidth, int targetHeight)
    {
        var (across, down) = (new Axis(width, targetWidth), new Axis(height, targetHeight));
        var shift = down.FractionBits + down.GroupBits + across.GroupBits - 6;
        var target = new byte[targetWidth * targetHeight];
        var groups = new int[across.Groups * down.Groups];
        for (var i = 0; i < luma.Length; i++)
        {
            groups[((i / width) >> down.GroupBits) * across.Groups + ((i % width) >> across.GroupBits)] += luma[i];
        }

        for (var y = 0; y < targetHeight; y++)
        {
            var row = new int[across.Groups];
            for (var x = 0; x < row.Length; x++)
            {
                row[x] = (int)Math.Floor(((double)down.Mix(y, g => groups[(g * across.Groups) + x]) / (1 << shift)) + 0.5);
            }

            for (var x = 0; x < targetWidth; x++)
            {
                var value = Math.Floor(((double)across.Mix(x, g => row[g]) / (1L << (across.FractionBits + 6))) + 0.5);
                target[(y * targetWidth) + x] = (byte)Math.Clamp(value, 0, 255);
            }
        }

        return target;
    }

    private sealed record Axis(int Source, int Target)
    {
        // Neighbors share a weight as long as 192 groups remain.
        internal int GroupBits => Source >= 8 * 192 ? 3 : Source >= 4 * 192 ? 2 : Source >= 2 * 192 ? 1 : 0;

        internal int Groups => (int)Math.Ceiling((double)Source / (1 << GroupBits));

        internal int FractionBits => (double)Source / (1 << GroupBits) / Target >= 8 ? 16 : 14;

        internal long Mix(int target, Func<int, int> group)
        {
            var scale = Math.Max((double)Source / Target, 1);
            var center = ((target + 0.5) * ((double)Source / Target)) - 0.5;
            var weights = Enumerable.Range(0, Source).Select(i => Catmull((i - center) / scale)).ToArray();
            var total = 0.0;
            foreach (var weight in weights)
            {
                total += weight;
            }

            var sum = 0L;
            foreach (var members in Enumerable.Range(0, Source).GroupBy(i => i >> GroupBits))
            {
                var weight = 0.0;
                foreach (var i in members)
                {
                    weight += weights[i];
                }

                sum += (long)Math.Round(weight / total / members.Count() * (1 << (FractionBits + GroupBits))) * group(members.Key);
            }

            return sum;
        }

        private static double Catmull(double distance)
        {
            var x = Math.Abs(distance);
            return x <= 1 ? (((1.5 * x) - 2.5) * x * x) + 1 : x <= 2 ? (((((-0.5 * x) + 2.5) * x) - 4) * x) + 2 : 0;
        }
    }
}
