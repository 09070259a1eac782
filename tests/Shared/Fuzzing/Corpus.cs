using FakeProfileDetector.Photos;

namespace FakeProfileDetector.Testing.Fuzzing;

/// <summary>The files that mutants are made of, always in the same order.</summary>
internal static class Corpus
{
    /// <summary>Reads the files that are small enough and of a format that the decoder takes, damaged or not.</summary>
    internal static IReadOnlyList<byte[]> Load(FuzzOptions options)
    {
        var decoder = Decoders.ByName[options.Decoder]();
        return
        [
            .. options.Folders
                .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
                .Where(file => new FileInfo(file).Length is var length && length > 0 && length <= options.MaximumBytes)
                .Select(File.ReadAllBytes)
                .Where(file => IsOfKnownFormat(decoder, file)),
        ];
    }

    private static bool IsOfKnownFormat(IPhotoDecoder decoder, byte[] file)
    {
        var result = decoder.Decode(file);
        result.Image?.Dispose();
        return result.Failure?.Reason != PhotoUnusableReason.UnsupportedFormat;
    }
}
