using System.CommandLine;
using System.Globalization;
using FakeProfileDetector.Cli.Files;
using FakeProfileDetector.Cli.Members;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Photos.Jpeg;
using FakeProfileDetector.Photos.Pdq;
using FakeProfileDetector.SkiaSharp;

namespace FakeProfileDetector.Cli.Commands;

internal static class HashCommand
{
    private const string Pdq = "pdq";
    private const string PdqCpp512 = "pdq-cpp512";
    private const string Average = "average";
    private const string Difference = "difference";
    private const string Perceptual = "perceptual";

    internal static Command Create(Terminal terminal)
    {
        var files = new Argument<string[]>("FILE") { Description = "Image files. The path of one whose name a spreadsheet would run begins with ./ in the output.", Arity = ArgumentArity.OneOrMore };
        var algorithm = new Option<string>("--algorithm") { Description = "The hash; pdq-cpp512 is PDQ as Meta's C++ tool computes it, for comparison with its lists.", DefaultValueFactory = _ => Pdq };
        algorithm.AcceptOnlyFromAmong(Pdq, PdqCpp512, Average, Difference, Perceptual);
        var dihedral = new Option<bool>("--dihedral") { Description = "PDQ only: eight lines a file, for the picture turned and flipped." };
        var command = new Command("hash", "Prints hash,quality,path for each file.") { files, algorithm, dihedral };
        command.SetAction((arguments, cancellationToken) =>
        {
            var name = arguments.GetRequiredValue(algorithm);
            var all = arguments.GetValue(dihedral);
            if (all && name is not (Pdq or PdqCpp512))
            {
                throw new CliException("--dihedral needs --algorithm pdq or pdq-cpp512: the 64-bit hashes have no turned variants.");
            }

            // Hashes for lists of others are of the photo at full size, however large.
            var skia = new SkiaPhotoDecoder();
            var decoder = new JpegPhotoDecoder(skia, new() { FullSizeSide = JpegPhotoDecoderOptions.NeverReduce });
            var exit = ExitCode.Ok;
            foreach (var path in arguments.GetRequiredValue(files))
            {
                var hashes = Hashes(path, name, all, decoder, skia, out var quality, out var failure, cancellationToken);
                if (failure is not null)
                {
                    terminal.Warn($"{path}: {failure.Message}");
                    exit = ExitCode.Error;
                }

                foreach (var hash in hashes)
                {
                    terminal.Data.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{hash},{quality},{SpreadsheetText.GuardPath(path)}"));
                }
            }

            return Task.FromResult(exit);
        });
        return command;
    }

    private static IEnumerable<string> Hashes(
        string path,
        string algorithm,
        bool dihedral,
        JpegPhotoDecoder decoder,
        SkiaPhotoDecoder skia,
        out int quality,
        out PhotoUnusable? failure,
        CancellationToken cancellationToken)
    {
        quality = 0;
        var encoded = PhotoFile.Read(path, PhotoFile.NamedOnCommandLine, out failure);
        if (failure is not null)
        {
            return [];
        }

        var result = decoder.Decode(encoded, cancellationToken);
        if (!result.IsDecoded)
        {
            failure = result.Failure;
            return [];
        }

        using var image = result.Image;
        var pdq = PdqHasher.ComputeDihedral(image.Pixels, image.Width, image.Height, algorithm == PdqCpp512 ? PdqVariant.Cpp512 : PdqVariant.Full);
        quality = pdq.Quality;
        if (algorithm is Pdq or PdqCpp512)
        {
            return Enumerable.Range(0, dihedral ? DihedralHashes.Count : 1).Select(i => pdq.Hashes[i].ToString());
        }

        // Decoded again: the luma that the quality is taken from has no color left.
        return skia.TryComputeCoenmHashes(encoded, out var hashes, out failure, cancellationToken)
            ? [Hex(algorithm switch { Average => hashes.Average, Difference => hashes.Difference, _ => hashes.Perceptual })]
            : [];
    }

    private static string Hex(ulong hash) => hash.ToString("x16", CultureInfo.InvariantCulture);
}
