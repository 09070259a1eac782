using System.CommandLine;
using System.Globalization;
using FakeProfileDetector.Cli.Members;
using FakeProfileDetector.Photos;
using FakeProfileDetector.SkiaSharp;

namespace FakeProfileDetector.Cli.Commands;

internal static class HashCommand
{
    private const string Pdq = "pdq";
    private const string Average = "average";
    private const string Difference = "difference";
    private const string Perceptual = "perceptual";

    internal static Command Create(Terminal terminal)
    {
        var files = new Argument<string[]>("FILE") { Description = "Image files.", Arity = ArgumentArity.OneOrMore };
        var algorithm = new Option<string>("--algorithm") { Description = "The hash.", DefaultValueFactory = _ => Pdq };
        algorithm.AcceptOnlyFromAmong(Pdq, Average, Difference, Perceptual);
        var dihedral = new Option<bool>("--dihedral") { Description = "PDQ only: eight lines a file, for the picture turned and flipped." };
        var command = new Command("hash", "Prints hash,quality,path for each file.") { files, algorithm, dihedral };
        command.SetAction((arguments, cancellationToken) =>
        {
            var name = arguments.GetRequiredValue(algorithm);
            var all = arguments.GetValue(dihedral);
            if (all && name != Pdq)
            {
                throw new CliException("--dihedral needs --algorithm pdq: the 64-bit hashes have no turned variants.");
            }

            var decoder = new SkiaPhotoDecoder();
            var exit = CommandLine.Ok;
            foreach (var path in arguments.GetRequiredValue(files))
            {
                var hashes = Hashes(path, name, all, decoder, out var quality, out var failure, cancellationToken);
                if (failure is not null)
                {
                    terminal.Warn($"{path}: {failure.Message}");
                    exit = CommandLine.Error;
                }

                foreach (var hash in hashes)
                {
                    terminal.Data.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{hash},{quality},{path}"));
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
        SkiaPhotoDecoder decoder,
        out int quality,
        out PhotoUnusable? failure,
        CancellationToken cancellationToken)
    {
        quality = 0;
        var encoded = PhotoFile.Read(path, out failure);
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
        var pdq = PdqHasher.ComputeDihedral(image.Pixels, image.Width, image.Height);
        quality = pdq.Quality;
        if (algorithm == Pdq)
        {
            return Enumerable.Range(0, dihedral ? DihedralHashes.Count : 1).Select(i => pdq.Hashes[i].ToString());
        }

        // Decoded again: the luma that the quality is taken from has no colour left.
        return decoder.TryComputeCoenmHashes(encoded, out var hashes, out failure, cancellationToken)
            ? [Hex(algorithm switch { Average => hashes.Average, Difference => hashes.Difference, _ => hashes.Perceptual })]
            : [];
    }

    private static string Hex(ulong hash) => hash.ToString("x16", CultureInfo.InvariantCulture);
}
