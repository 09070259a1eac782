using System.CommandLine;
using System.Globalization;
using FakeProfileDetector.Cli.Files;
using FakeProfileDetector.Cli.Members;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Photos.Faces;
using FakeProfileDetector.Photos.Jpeg;
using FakeProfileDetector.SkiaSharp;

namespace FakeProfileDetector.Cli.Commands;

internal static class FacesCommand
{
    internal static Command Create(Terminal terminal)
    {
        var files = new Argument<string[]>("FILE") { Description = "Image files. The path of one whose name a spreadsheet would run begins with ./ in the output.", Arity = ArgumentArity.OneOrMore };
        var command = new Command(
            "faces",
            "Prints faces,x,y,w,h;x,y,w,h…,path for each file: how many photographed people are seen, and where, in pixels of the upright picture. Faces are located, never recognized.") { files };
        command.SetAction((arguments, cancellationToken) =>
        {
            var decoder = new JpegPhotoDecoder(new SkiaPhotoDecoder());
            var locator = CascadeFaceLocator.Default;
            var exit = ExitCode.Ok;
            foreach (var path in arguments.GetRequiredValue(files))
            {
                if (Locate(path, decoder, locator, out var failure, cancellationToken) is { } content)
                {
                    terminal.Data.WriteLine(string.Create(
                        CultureInfo.InvariantCulture, $"{content.Faces.Count},{string.Join(';', content.Faces.Select(Text))},{SpreadsheetText.GuardPath(path)}"));
                }
                else
                {
                    terminal.Warn($"{path}: {failure?.Message}");
                    exit = ExitCode.Error;
                }
            }

            return Task.FromResult(exit);
        });
        return command;
    }

    private static PictureContent? Locate(string path, JpegPhotoDecoder decoder, CascadeFaceLocator locator, out PhotoUnusable? failure, CancellationToken cancellationToken)
    {
        var encoded = PhotoFile.Read(path, PhotoFile.NamedOnCommandLine, out failure);
        if (failure is not null)
        {
            return null;
        }

        var result = decoder.Decode(encoded, cancellationToken);
        failure = result.Failure;
        using var image = result.Image;
        return image is null ? null : locator.Locate(image, cancellationToken);
    }

    private static string Text(FaceBox face) => string.Create(CultureInfo.InvariantCulture, $"{face.X},{face.Y},{face.Width},{face.Height}");
}
