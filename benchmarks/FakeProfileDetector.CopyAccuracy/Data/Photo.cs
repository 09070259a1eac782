namespace FakeProfileDetector.CopyAccuracy.Data;

/// <summary>A photo of the data.</summary>
/// <param name="Set">The folder of its collection.</param>
/// <param name="File">The file within that folder.</param>
/// <param name="Person">Who it shows: equal for all photos of one person.</param>
internal sealed record Photo(string Set, string File, string Person)
{
    /// <summary>Names the photo in a registry and in reports.</summary>
    internal string Id => $"{Set}/{File}";

    internal byte[] ReadBytes() => System.IO.File.ReadAllBytes(DataFolder.Photos(Set, File));
}
