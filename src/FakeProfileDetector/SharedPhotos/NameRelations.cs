using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using FakeProfileDetector.Names;

namespace FakeProfileDetector.SharedPhotos;

/// <summary>How the holders of a photo relate by their names, each with each.</summary>
/// <remarks>
/// Who checks all that share one picture compares the same names again and again. What came of it is kept, under a keyed hash
/// of the names in place of the names: nothing of a person outlives the check. Beyond <see cref="Capacity"/> pairs all is
/// forgotten: some 10 MB.
/// </remarks>
/// <threadsafety>Safe for any number of threads.</threadsafety>
internal sealed class NameRelations
{
    /// <summary>Pairs of names that are kept: 65,536, of some dozen large groups.</summary>
    internal const int Capacity = 1 << 16;

    // To compare a few names takes less time than to look them up.
    private const int LeastHolders = 12;

    private readonly ConcurrentDictionary<(UInt128, UInt128), NameComparison> _kept = new();
    private readonly byte[] _secret = RandomNumberGenerator.GetBytes(32);
    private int _count;

    /// <summary>Pairs kept now.</summary>
    internal int Count => _kept.Count;

    /// <summary>Compares all holders.</summary>
    /// <param name="holders">The holders.</param>
    /// <returns>A square of them, the same on both sides of its diagonal.</returns>
    internal NameComparison[,] Between(IReadOnlyList<Holder> holders)
    {
        var relations = new NameComparison[holders.Count, holders.Count];
        var keys = holders.Count < LeastHolders ? null : holders.Select(holder => KeyOf(holder.Names)).ToArray();
        for (var i = 0; i < holders.Count; i++)
        {
            for (var j = i + 1; j < holders.Count; j++)
            {
                relations[i, j] = relations[j, i] = keys is null
                    ? holders[i].Names.Compare(holders[j].Names)
                    : Find(keys[i], keys[j], holders[i].Names, holders[j].Names);
            }
        }

        return relations;
    }

    private NameComparison Find(UInt128 keyOfA, UInt128 keyOfB, HolderNames a, HolderNames b)
    {
        if (_kept.TryGetValue((keyOfA, keyOfB), out var known))
        {
            return known;
        }

        if (Interlocked.Increment(ref _count) > Capacity)
        {
            _kept.Clear();
            Volatile.Write(ref _count, 0);
        }

        return _kept[(keyOfA, keyOfB)] = a.Compare(b);
    }

    private UInt128 KeyOf(HolderNames names)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_secret, Encoding.Unicode.GetBytes(names.Text), hash);
        return MemoryMarshal.Read<UInt128>(hash);
    }
}
