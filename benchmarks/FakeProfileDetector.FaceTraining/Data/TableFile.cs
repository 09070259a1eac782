using FakeProfileDetector.FaceTraining.Learning;
using FakeProfileDetector.Photos.Faces;

namespace FakeProfileDetector.FaceTraining.Data;

/// <summary>Writes the table that the library reads.</summary>
internal static class TableFile
{
    private const int ThresholdsAt = 8;

    internal static void Write(string path, byte[] proposer, FloatNetwork verifier, FaceThresholds thresholds)
    {
        var header = new List<byte>();
        FloatNetwork.Number(header, unchecked((int)FaceTable.Magic));
        FloatNetwork.Number(header, FaceTable.Version);
        header.AddRange(Bytes(thresholds));
        using var file = File.Create(path);
        file.Write(header.ToArray());
        file.Write(proposer);
        verifier.Write(file, averaged: true);
    }

    /// <summary>Writes a table of two with a third network behind it.</summary>
    internal static void Append(string path, ReadOnlySpan<byte> two, FloatNetwork confirmer)
    {
        using var file = File.Create(path);
        file.Write(two);
        confirmer.Write(file, averaged: true);
    }

    internal static void SetThresholds(string path, FaceThresholds thresholds)
    {
        var bytes = File.ReadAllBytes(path);
        Bytes(thresholds).ToArray().CopyTo(bytes, ThresholdsAt);
        File.WriteAllBytes(path, bytes);
    }

    private static List<byte> Bytes(FaceThresholds thresholds)
    {
        var bytes = new List<byte>();
        FloatNetwork.Number(bytes, thresholds.Proposal);
        FloatNetwork.Number(bytes, thresholds.First);
        FloatNetwork.Number(bytes, thresholds.Further);
        return bytes;
    }
}
