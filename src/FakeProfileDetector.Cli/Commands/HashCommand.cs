using System.CommandLine;
using System.Globalization;
using FakeProfileDetector.Cli.Members;
using FakeProfileDetector.Jpeg;
using FakeProfileDetector.Photos;
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
        var files = new Argument<string[]>("FILE") { Description = "Image files.", Arity = ArgumentArity.OneOrMore };
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

            var decoder = new JpegPhotoDecoder(new SkiaPhotoDecoder());
            var exit = CommandLine.Ok;
            foreach (var path in arguments.GetRequiredValue(files))
            {
                var result = PhotoFile.Decode(path, decoder, cancellationToken);
                if (!result.IsDecoded)
                {
                    terminal.Warn($"{path}: {result.Failure.Message}");
                    exit = CommandLine.Error;
                    continue;
                }

                using var image = result.Image;
                foreach (var hash in Hashes(image, name, all, out var quality))
                {
                    terminal.Data.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{hash},{quality},{path}"));
                }
            }

            return Task.FromResult(exit);
        });
        return command;
    }

    private static IEnumerable<string> Hashes(LumaImage image, string algorithm, bool dihedral, out int quality)
    {
        var variant = algorithm == PdqCpp512 ? PdqVariant.Cpp512 : PdqVariant.Full;
        var pdq = PdqHasher.ComputeDihedral(image.Pixels, image.Width, image.Height, variant);
        quality = pdq.Quality;
        return algorithm switch
        {
            Average => [Hex(CoenmCompatibleHasher.Average(image.Pixels, image.Width, image.Height))],
            Difference => [Hex(CoenmCompatibleHasher.Difference(image.Pixels, image.Width, image.Height))],
            Perceptual => [Hex(CoenmCompatibleHasher.Perceptual(image.Pixels, image.Width, image.Height))],
            _ => Enumerable.Range(0, dihedral ? DihedralHashes.Count : 1).Select(i => pdq.Hashes[i].ToString()),
        };
    }

    private static string Hex(ulong hash) => hash.ToString("x16", CultureInfo.InvariantCulture);
}
