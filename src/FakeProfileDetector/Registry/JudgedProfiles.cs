namespace FakeProfileDetector.Registry;

/// <summary>The keys of profiles that were judged by the hash of their whole photo and need not be looked at again.</summary>
internal sealed class JudgedProfiles
{
    private readonly HashSet<long> _some = [];
    private long[] _many = [];

    /// <summary>Adds one of a few.</summary>
    internal void Add(long key) => _some.Add(key);

    /// <summary>Adds what may be very many, of which few are ever asked about.</summary>
    internal void AddAll(long[] keys) => _many = keys;

    /// <summary>Takes those that were judged out.</summary>
    internal void TakeOut<TValue>(Dictionary<long, TValue> profiles)
    {
        foreach (var key in _some)
        {
            profiles.Remove(key);
        }

        if (profiles.Count > 0)
        {
            foreach (var key in _many)
            {
                profiles.Remove(key);
            }
        }
    }
}
