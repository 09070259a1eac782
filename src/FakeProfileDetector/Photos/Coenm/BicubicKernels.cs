namespace FakeProfileDetector.Photos.Coenm;

/// <summary>
/// For each sample of a resized row or column, which source samples it mixes and their weights in fixed point. Where the
/// picture shrinks a lot, neighbors share one weight, so that they can be added before they are weighed.
/// </summary>
/// <remarks>
/// Weights lie as the resizer consumes them: targets in blocks, sources in pairs; for each pair of source groups two 16-bit
/// weights (low half: even group) for every target of the block. A sum of integers does not depend on its order.
/// </remarks>
/// <threadsafety>Immutable; safe to share between threads.</threadsafety>
internal sealed class BicubicKernels
{
    // A sum of 8 × 8 pixels still fits 15 bits.
    private const int LargestGroup = 8;

    // Groups that a side has at least: with as many, hashes are as near the originals' as without groups.
    private const int FewestGroups = 192;

    // Groups a target's stride, from which on its weights are many and small.
    private const int ManyGroups = 8;

    private const double Radius = 2.0;

    // Photos of one network come in few sizes. Slots are replaced as a whole, so a race costs no more than a computation.
    private const int LargestKept = 8192;
    private static readonly BicubicKernels?[] Recent = new BicubicKernels?[64];

    private readonly int _sourceSize;
    private readonly int _targetSize;
    private readonly int _targetsPerBlock;
    private readonly (int FirstPair, int Start, int Length)[] _blocks;
    private readonly int[] _weights;

    private BicubicKernels(int sourceSize, int targetSize, int targetsPerBlock)
    {
        _sourceSize = sourceSize;
        _targetSize = targetSize;
        _targetsPerBlock = targetsPerBlock;
        while (1 << (GroupBits + 1) <= LargestGroup && FewestGroups << (GroupBits + 1) <= sourceSize)
        {
            GroupBits++;
        }

        // Weights of 16 bits hold a one with 14 bits behind the point; many small ones hold, and need, two more.
        FractionBits = sourceSize >= (ManyGroups * targetSize) << GroupBits ? 16 : 14;
        _blocks = new (int, int, int)[(targetSize + targetsPerBlock - 1) / targetsPerBlock];
        var windows = Enumerable.Range(0, targetSize).Select(Window).ToArray();
        for (int block = 0, start = 0; block < _blocks.Length; block++)
        {
            var targets = windows.AsSpan(block * targetsPerBlock, Math.Min(targetsPerBlock, targetSize - (block * targetsPerBlock)));
            var firstPair = targets[0].First >> (GroupBits + 1);
            var pairs = (targets[^1].Last >> (GroupBits + 1)) - firstPair + 1;
            _blocks[block] = (firstPair, start, pairs * targetsPerBlock);
            start += pairs * targetsPerBlock;
            LongestBlock = Math.Max(LongestBlock, pairs);
        }

        _weights = new int[_blocks[^1].Start + _blocks[^1].Length];
        for (var target = 0; target < targetSize; target++)
        {
            AddWeights(target, windows[target]);
        }
    }

    /// <summary>The number of neighbors that share a weight is 2 to this power, 0–3.</summary>
    internal int GroupBits { get; }

    /// <summary>Bits behind the point of a weight that belongs to a full group, 14 or 16.</summary>
    internal int FractionBits { get; }

    /// <summary>Groups of neighbors; the last may have fewer members.</summary>
    internal int Groups => ((_sourceSize - 1) >> GroupBits) + 1;

    /// <summary>Number of blocks of targets; the last may have unused lanes with weight zero.</summary>
    internal int Blocks => _blocks.Length;

    /// <summary>Maximum number of pairs of groups that a block mixes.</summary>
    internal int LongestBlock { get; }

    /// <summary>Kernels for a resize, out of those used recently or computed.</summary>
    internal static BicubicKernels Get(int sourceSize, int targetSize, int targetsPerBlock)
    {
        ref var slot = ref Recent[((sourceSize << 1) | (targetsPerBlock & 1)) % Recent.Length];
        var kernels = Volatile.Read(ref slot);
        if (kernels is null || kernels._sourceSize != sourceSize || kernels._targetSize != targetSize
            || kernels._targetsPerBlock != targetsPerBlock)
        {
            kernels = new(sourceSize, targetSize, targetsPerBlock);
            if (sourceSize <= LargestKept)
            {
                Volatile.Write(ref slot, kernels);
            }
        }

        return kernels;
    }

    /// <summary>The first pair of groups that a block mixes.</summary>
    internal int FirstPair(int block) => _blocks[block].FirstPair;

    /// <summary>Packed weights of a block: pair by pair, in each the targets.</summary>
    internal ReadOnlySpan<int> Weights(int block) => _weights.AsSpan(_blocks[block].Start, _blocks[block].Length);

    private static double Weight(double distance)
    {
        var x = Math.Abs(distance);
        return x switch
        {
            <= 1 => (((1.5 * x) - 2.5) * x * x) + 1,
            <= 2 => (((((-0.5 * x) + 2.5) * x) - 4) * x) + 2,
            _ => 0,
        };
    }

    private (int First, int Last, double Center) Window(int target)
    {
        var ratio = (double)_sourceSize / _targetSize;
        var center = ((target + 0.5) * ratio) - 0.5;
        var radius = Math.Ceiling(Math.Max(ratio, 1) * Radius);
        return (Math.Max((int)Math.Ceiling(center - radius), 0), Math.Min((int)Math.Floor(center + radius), _sourceSize - 1), center);
    }

    private void AddWeights(int target, (int First, int Last, double Center) window)
    {
        var scale = Math.Max((double)_sourceSize / _targetSize, 1);
        var total = 0.0;
        for (var i = window.First; i <= window.Last; i++)
        {
            total += Weight((i - window.Center) / scale);
        }

        var (firstPair, start, _) = _blocks[target / _targetsPerBlock];
        for (var group = window.First >> GroupBits; group <= window.Last >> GroupBits; group++)
        {
            var end = Math.Min((group + 1) << GroupBits, _sourceSize);
            var sum = 0.0;
            for (var i = Math.Max(group << GroupBits, window.First); i < end && i <= window.Last; i++)
            {
                sum += Weight((i - window.Center) / scale);
            }

            // The members' mean; times the size of a full group, which keeps the precision.
            var mean = sum / total / (end - (group << GroupBits));
            var weight = (int)Math.Round(mean * (1 << (FractionBits + GroupBits)));
            var place = start + (((group >> 1) - firstPair) * _targetsPerBlock) + (target % _targetsPerBlock);
            _weights[place] |= (group & 1) == 0 ? weight & ushort.MaxValue : weight << 16;
        }
    }
}
