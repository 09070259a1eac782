namespace FakeProfileDetector.Benchmarks.Shared.Data;

/// <summary>Tab-separated lines under a line of column names.</summary>
internal static class TsvFile
{
    internal static IEnumerable<IReadOnlyDictionary<string, string>> Read(string path)
    {
        using var lines = File.ReadLines(path).GetEnumerator();
        if (!lines.MoveNext())
        {
            yield break;
        }

        var columns = lines.Current.Split('\t');
        while (lines.MoveNext())
        {
            yield return columns.Zip(lines.Current.Split('\t')).ToDictionary(cell => cell.First, cell => cell.Second, StringComparer.Ordinal);
        }
    }
}
