using System.Globalization;
using FakeProfileDetector.Benchmarks.Shared.Data;

namespace FakeProfileDetector.CopyAccuracy.Data;

/// <summary>Who is who: some people are in the data under two identifiers.</summary>
internal sealed class Identities
{
    // The data's own rule: nearer than that, pictures under two identifiers were the same picture.
    private const int SamePicture = 31;

    private readonly Dictionary<string, string> _joined = new(StringComparer.Ordinal);

    internal static Identities Read()
    {
        var identities = new Identities();
        foreach (var pair in TsvFile.Read(DataFolder.Photos("E_pairs", "cross_identity_close.tsv")))
        {
            if (int.Parse(pair["pdq_full_distance"], CultureInfo.InvariantCulture) <= SamePicture)
            {
                identities.Join(pair["id_a"], pair["id_b"]);
            }
        }

        return identities;
    }

    /// <summary>One name for all identifiers of a person.</summary>
    internal string PersonOf(string set, string id) => Root($"{set}:{id}");

    private void Join(string one, string other)
    {
        var (first, second) = (Root(one), Root(other));
        if (first != second)
        {
            _joined[second] = first;
        }
    }

    private string Root(string id)
    {
        while (_joined.TryGetValue(id, out var next))
        {
            id = next;
        }

        return id;
    }
}
