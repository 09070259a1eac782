namespace FakeProfileDetector.Photos.Coenm;

/// <summary>Where the rows of the upright picture lie among the pixels as the file stores them.</summary>
/// <remarks>Source: EXIF 2.3, tag 274 (orientation).</remarks>
internal readonly struct UprightRows
{
    private const int TopLeft = 1;
    private const int LeftBottom = 8;

    private readonly int _storedWidth;
    private readonly int _storedHeight;
    private readonly int _orientation;

    internal UprightRows(int storedWidth, int storedHeight, int exifOrientation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(exifOrientation, TopLeft);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(exifOrientation, LeftBottom);
        _storedWidth = storedWidth;
        _storedHeight = storedHeight;
        _orientation = exifOrientation;
    }

    /// <summary>Width of the upright picture.</summary>
    internal int Width => IsTransposed ? _storedHeight : _storedWidth;

    /// <summary>Height of the upright picture.</summary>
    internal int Height => IsTransposed ? _storedWidth : _storedHeight;

    private bool IsTransposed => _orientation >= 5;

    /// <summary>The stored index of an upright row's first pixel, and the step from one pixel to the next.</summary>
    internal (int Start, int Step) this[int y] => _orientation switch
    {
        2 => ((y * _storedWidth) + _storedWidth - 1, -1),
        3 => (((_storedHeight - 1 - y) * _storedWidth) + _storedWidth - 1, -1),
        4 => ((_storedHeight - 1 - y) * _storedWidth, 1),
        5 => (y, _storedWidth),
        6 => (((_storedHeight - 1) * _storedWidth) + y, -_storedWidth),
        7 => (((_storedHeight - 1) * _storedWidth) + _storedWidth - 1 - y, -_storedWidth),
        8 => (_storedWidth - 1 - y, _storedWidth),
        _ => (y * _storedWidth, 1),
    };
}
