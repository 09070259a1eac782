using System.Text;

namespace FakeProfileDetector.FaceTraining.Data;

/// <summary>Which pictures are learned from. All pictures of one person are in the same part.</summary>
internal static class Parts
{
    private const int Aside = 20;
    private const int Tuning = 28;

    /// <summary>The fifth that nothing is fitted to; it is measured on.</summary>
    internal static bool IsAside(int part) => part < Aside;

    /// <summary>Some more, by which thresholds are set.</summary>
    internal static bool IsTuning(int part) => part is >= Aside and < Tuning;

    internal static bool IsLearned(int part) => part >= Tuning;

    /// <summary>FNV-1a of the name, 0–99.</summary>
    internal static int Of(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);

        // D1's files are called by the person's number and a hash of the file, D3's by the person.
        var key = file.Contains("D1_uk_mps", StringComparison.Ordinal) ? name.Split('_')[0] : name;
        var hash = 2166136261u;
        foreach (var b in Encoding.UTF8.GetBytes(key))
        {
            hash = (hash ^ b) * 16777619;
        }

        return (int)((hash ^ (hash >> 15)) % 100);
    }
}
