using System.Runtime.CompilerServices;

namespace FakeProfileDetector.Photos.Faces.Kernels;

/// <summary>Where a kernel's top left corner lies in the input, for one output pixel after the other.</summary>
internal unsafe struct OutputPlaces
{
    private readonly int _columns;
    private readonly int _step;
    private readonly int _rowStep;
    private short* _row;
    private short* _place;
    private int _column;
    private int _left;

    /// <param name="input">The place of the first output.</param>
    /// <param name="columns">Outputs in a row, 1 or more.</param>
    /// <param name="rows">1 or more.</param>
    /// <param name="step">Values from one output to the next.</param>
    /// <param name="rowStep">Values from one row of outputs to the next.</param>
    internal OutputPlaces(short* input, int columns, int rows, int step, int rowStep)
    {
        (_columns, _step, _rowStep, Count, _left) = (columns, step, rowStep, columns * rows, columns * rows);
        _place = _row = input;
    }

    /// <summary>Number of outputs.</summary>
    internal int Count { get; }

    /// <summary>The next place; the last again when there are no more.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal short* Next()
    {
        var place = _place;
        if (--_left > 0)
        {
            if (++_column < _columns)
            {
                _place += _step;
            }
            else
            {
                _column = 0;
                _place = _row += _rowStep;
            }
        }

        return place;
    }
}
