using System.Buffers.Text;

namespace FakeProfileDetector.Photos;

/// <summary>Says what a file is that was given for a photo and is of no format that can be decoded, and what to do.</summary>
internal static class ForeignFile
{
    // Pages and answers of services may begin with white space, comments or a declaration.
    private const int TextLength = 512;
    private const int Base64Length = 64;

    /// <summary>A sentence with the remedy.</summary>
    /// <param name="file">The file's content.</param>
    /// <param name="known">The formats that are decoded, such as "JPEG or PNG".</param>
    internal static PhotoUnusable Explain(ReadOnlySpan<byte> file, string known)
    {
        if (file.IsEmpty)
        {
            return new(PhotoUnusableReason.Empty, "The file is empty; supply the content of an image file.");
        }

        var convert = $"convert it to {known}";
        return new(PhotoUnusableReason.UnsupportedFormat, Recognize(file) switch
        {
            Kind.Png => $"The file is a PNG picture; {convert}.",
            Kind.WebP => $"The file is a WebP picture; {convert}.",
            Kind.Gif => $"The file is a GIF picture; {convert}.",
            Kind.Bmp => $"The file is a BMP picture; {convert}.",
            Kind.Heic => $"The file is an HEIC picture, as iPhones keep them; {convert}, or have the phone send the most compatible format.",
            Kind.Avif => $"The file is an AVIF picture; {convert}.",
            Kind.JpegXl => $"The file is a JPEG XL picture; {convert}.",
            Kind.Jpeg2000 => $"The file is a JPEG 2000 picture; {convert}.",
            Kind.Tiff => $"The file is a TIFF picture or a camera's raw file; {convert}.",
            Kind.Icon => $"The file is a Windows icon; {convert}.",
            Kind.Photoshop => $"The file is a Photoshop document; {convert}.",
            Kind.Svg => $"The file is an SVG drawing; draw it and {convert}.",
            Kind.Pdf => $"The file is a PDF document and no photo; {convert}.",
            Kind.Video => "The file is a video and no photo; supply a picture of it.",
            Kind.WebPage => "The file is a web page and no photo, perhaps a page that says that there is none; fetch the photo itself.",
            Kind.Xml => "The file is an XML document and no photo, perhaps the error of a storage service; fetch the photo again.",
            Kind.Json => "The file is a JSON document and no photo, perhaps the error of a service; fetch the photo again.",
            Kind.LfsPointer => "The file is a Git LFS pointer in place of the photo; fetch the photo with git lfs pull.",
            Kind.Gzip => "The file is compressed with gzip; decompress it.",
            Kind.Zip => "The file is a ZIP archive; take the photo out of it.",
            Kind.DataUri => "The file is a data URI; decode what stands behind the comma from Base64.",
            Kind.Base64 => "The file is Base64 text; decode it to bytes.",
            Kind.Text => $"The file is text and no photo; supply a picture: {known}.",
            _ => $"The file is of no known kind of picture; {convert}.",
        });
    }

    private static Kind Recognize(ReadOnlySpan<byte> file)
    {
        if (file.Length >= 12 && file[4..].StartsWith("ftyp"u8))
        {
            return OfBrand(file);
        }

        ReadOnlySpan<byte> jpegXl = [0, 0, 0, 0x0C, (byte)'J', (byte)'X', (byte)'L', (byte)' '];
        ReadOnlySpan<byte> jpeg2000 = [0, 0, 0, 0x0C, (byte)'j', (byte)'P', (byte)' ', (byte)' '];
        return file switch
        {
            [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => Kind.Png,
            _ when file.StartsWith("GIF8"u8) => Kind.Gif,
            _ when file.StartsWith("BM"u8) && file.Length > 14 && file[6..10].IndexOfAnyExcept((byte)0) < 0 => Kind.Bmp,
            _ when file.StartsWith("RIFF"u8) && file.Length >= 12 && file[8..].StartsWith("WEBP"u8) => Kind.WebP,
            [0xFF, 0x0A, ..] => Kind.JpegXl,
            _ when file.StartsWith(jpegXl) => Kind.JpegXl,
            [0xFF, 0x4F, 0xFF, 0x51, ..] => Kind.Jpeg2000,
            _ when file.StartsWith(jpeg2000) => Kind.Jpeg2000,
            [(byte)'I', (byte)'I', 42 or 43, 0, ..] or [(byte)'M', (byte)'M', 0, 42 or 43, ..] => Kind.Tiff,
            [0, 0, 1 or 2, 0, ..] => Kind.Icon,
            _ when file.StartsWith("8BPS"u8) => Kind.Photoshop,
            _ when file.StartsWith("%PDF"u8) => Kind.Pdf,
            [0x1A, 0x45, 0xDF, 0xA3, ..] => Kind.Video,
            _ when file.StartsWith("RIFF"u8) && file.Length >= 12 && file[8..].StartsWith("AVI "u8) => Kind.Video,
            [0x1F, 0x8B, ..] => Kind.Gzip,
            [(byte)'P', (byte)'K', 3 or 5, 4 or 6, ..] => Kind.Zip,
            _ => OfText(file[..Math.Min(file.Length, TextLength)]),
        };
    }

    /// <summary>The kinds of the ISO base media format. Brands: ISO/IEC 23008-12 and the AV1 Image File Format.</summary>
    private static Kind OfBrand(ReadOnlySpan<byte> file)
    {
        var brands = file[8..Math.Min(file.Length, 64)];
        return brands.StartsWith("avif"u8) || brands.StartsWith("avis"u8) ? Kind.Avif
            : brands.StartsWith("hei"u8) || brands.StartsWith("hev"u8) ? Kind.Heic
            : brands.StartsWith("mif1"u8) || brands.StartsWith("msf1"u8) ? brands.IndexOf("avif"u8) >= 0 ? Kind.Avif : Kind.Heic
            : Kind.Video;
    }

    private static Kind OfText(ReadOnlySpan<byte> start)
    {
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        start = (start.StartsWith(mark) ? start[mark.Length..] : start).TrimStart(" \t\r\n"u8);
        if (start.IsEmpty || start.IndexOfAnyInRange((byte)0, (byte)8) >= 0)
        {
            return Kind.Unknown;
        }

        return start[0] switch
        {
            (byte)'<' => Contains(start, "<svg"u8) ? Kind.Svg
                : Contains(start, "<html"u8) || Contains(start, "<!doctype html"u8) || Contains(start, "<head"u8) || Contains(start, "<body"u8) ? Kind.WebPage
                : Kind.Xml,
            (byte)'{' or (byte)'[' => Kind.Json,
            _ when start.StartsWith("version https://git-lfs"u8) => Kind.LfsPointer,
            _ when start.StartsWith("data:"u8) => Kind.DataUri,
            _ when IsBase64(start) => Kind.Base64,
            _ when start.IndexOfAnyExceptInRange((byte)' ', (byte)'~') is < 0 or >= Base64Length => Kind.Text,
            _ => Kind.Unknown,
        };
    }

    /// <summary>Whether a line begins that can be nothing but Base64: long, without spaces.</summary>
    private static bool IsBase64(ReadOnlySpan<byte> start) =>
        start.Length >= Base64Length && start[..Base64Length].IndexOfAny((byte)' ', (byte)'\r', (byte)'\n') < 0 && Base64.IsValid(start[..Base64Length]);

    private static bool Contains(ReadOnlySpan<byte> start, ReadOnlySpan<byte> lower)
    {
        for (var i = 0; i <= start.Length - lower.Length; i++)
        {
            var j = 0;
            while (j < lower.Length && (start[i + j] | 0x20) == (lower[j] | 0x20))
            {
                j++;
            }

            if (j == lower.Length)
            {
                return true;
            }
        }

        return false;
    }

    private enum Kind
    {
        Unknown,
        Png,
        WebP,
        Gif,
        Bmp,
        Heic,
        Avif,
        JpegXl,
        Jpeg2000,
        Tiff,
        Icon,
        Photoshop,
        Svg,
        Pdf,
        Video,
        WebPage,
        Xml,
        Json,
        LfsPointer,
        Gzip,
        Zip,
        DataUri,
        Base64,
        Text,
    }
}
