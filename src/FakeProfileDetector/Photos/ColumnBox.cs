using System.Buffers;

namespace FakeProfileDetector.Photos;

/// <summary>Mean over a sliding window along every column of a picture that arrives row by row.</summary>
internal sealed class ColumnBox : IDisposable
{
    private readonly int _width;
    private readonly int _height;
    private readonly int _window;
    private readonly int _half;
    private readonly int _slots;
    private float[] _rows;
    private int _pushed;
    private int _left;
    private int _taken;

    internal ColumnBox(int width, int height, int window)
    {
        _width = width;
        _height = height;
        _window = window;
        _half = (window + 2) / 2;
        _slots = window + 1;

        // The ring of rows that may still leave the window, then the sums, then the row handed out.
        _rows = ArrayPool<float>.Shared.Rent((_slots + 2) * width);
        Sums.Clear();
    }

    /// <summary>Whether every row has been handed out.</summary>
    internal bool IsComplete => _taken == _height;

    private Span<float> Sums => _rows.AsSpan(_slots * _width, _width);

    private Span<float> Means => _rows.AsSpan((_slots + 1) * _width, _width);

    /// <summary>Takes the next row in; <see cref="TryTake"/> must have returned false since the last one.</summary>
    internal void Push(ReadOnlySpan<float> row)
    {
        var slot = Slot(_pushed++);
        row.CopyTo(slot);
        FloatRows.Add(Sums, slot);
    }

    /// <summary>Hands out the next mean row, if enough rows are in.</summary>
    internal bool TryTake(out ReadOnlySpan<float> means)
    {
        means = default;
        if (IsComplete || _pushed < Math.Min(_taken + _half, _height))
        {
            return false;
        }

        // Row t is centred on the window from t − (window − half) to t + half − 1; what is above it leaves.
        if (_taken > _window - _half)
        {
            FloatRows.Subtract(Sums, Slot(_left++));
        }

        FloatRows.Divide(Sums, _pushed - _left, Means);
        _taken++;
        means = Means;
        return true;
    }

    public void Dispose()
    {
        ArrayPool<float>.Shared.Return(_rows);
        _rows = [];
    }

    private Span<float> Slot(int row) => _rows.AsSpan(row % _slots * _width, _width);
}
