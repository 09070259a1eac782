namespace FakeProfileDetector.Testing.Fuzzing.Mutation;

/// <summary>Makes mutants: the same seed, number and corpus always give the same one.</summary>
internal sealed class Mutator(IReadOnlyList<byte[]> corpus, int seed)
{
    private const int MostChanges = 6;
    private const int LargestGrowth = 4;

    /// <summary>Makes one mutant.</summary>
    internal byte[] Create(long index)
    {
        var random = new Random(unchecked((seed * 486_187_739) + (int)(index * 2_654_435_761)));
        var original = corpus[random.Next(corpus.Count)];
        var mutant = original;

        // Mostly few: with many, hardly a file gets past its header.
        for (var changes = 1 + random.Next(1 + random.Next(MostChanges)); changes > 0 && mutant.Length > 0; changes--)
        {
            // Half of the changes know the format: a decoder gets further into a file that is nearly right.
            var changed = random.Next(2) == 0 ? FormatMutations.Apply(mutant, random) : null;
            mutant = changed ?? ByteMutations.Apply(mutant, corpus[random.Next(corpus.Count)], random);
            if (mutant.Length > LargestGrowth * original.Length + 1024)
            {
                break;
            }
        }

        return mutant;
    }
}
