namespace FakeProfileDetector.Photos.Jpeg;

/// <summary>Turns a plane as its EXIF orientation asks.</summary>
internal static class LumaTurner
{
    // Pixels of a tile that is turned at once, so that both its rows and its columns stay in the cache.
    private const int Tile = 32;

    /// <summary>The plane upright; the one handed in is given back when another takes its place.</summary>
    internal static LumaImage Upright(LumaImage image, int orientation)
    {
        if (orientation == ExifOrientation.Upright)
        {
            return image;
        }

        // Where the first sample goes, and the steps for the next one in a row and in a column. Source: Exif 2.32, 4.6.4.
        var (transposed, mirrored, flipped) = orientation switch
        {
            2 => (false, true, false),
            3 => (false, true, true),
            4 => (false, false, true),
            5 => (true, false, false),
            6 => (true, true, false),
            7 => (true, true, true),
            _ => (true, false, true),
        };
        using (image)
        {
            var (width, height) = transposed ? (image.Height, image.Width) : (image.Width, image.Height);
            var turned = new LumaImage(width, height, Turn(image, transposed, mirrored, flipped)) { HasColor = image.HasColor, IsTruncated = image.IsTruncated };
            var (start, across, down) = transposed ? (0, width, 1) : (0, 1, width);
            if (mirrored)
            {
                start += width - 1;
                (across, down) = transposed ? (across, -1) : (-1, down);
            }

            if (flipped)
            {
                start += (height - 1) * width;
                (across, down) = transposed ? (-width, down) : (across, -width);
            }

            Copy(image, turned.Pixels, start, across, down);
            return turned;
        }
    }

    private static SampleGrid Turn(LumaImage image, bool transposed, bool mirrored, bool flipped)
    {
        var grid = image.Grid;
        var (photoWidth, photoHeight) = transposed ? (grid.PhotoHeight, grid.PhotoWidth) : (grid.PhotoWidth, grid.PhotoHeight);
        var (width, height) = transposed ? (image.Height, image.Width) : (image.Width, image.Height);

        // The last block of a row may be cut; mirrored, it is the first.
        return new SampleGrid(
            grid.Scale,
            mirrored ? photoWidth - (width * grid.Scale) : 0,
            flipped ? photoHeight - (height * grid.Scale) : 0,
            photoWidth,
            photoHeight);
    }

    private static void Copy(LumaImage source, Span<byte> target, int start, int across, int down)
    {
        var pixels = source.Pixels;
        for (var top = 0; top < source.Height; top += Tile)
        {
            var bottom = Math.Min(top + Tile, source.Height);
            for (var left = 0; left < source.Width; left += Tile)
            {
                var right = Math.Min(left + Tile, source.Width);
                for (var y = top; y < bottom; y++)
                {
                    var row = pixels.Slice((y * source.Width) + left, right - left);
                    var place = start + (y * down) + (left * across);
                    foreach (var pixel in row)
                    {
                        target[place] = pixel;
                        place += across;
                    }
                }
            }
        }
    }
}
