namespace Hillock.Training;

/// <summary>
/// The contiguous pieces of a block of a matrix, as ranges of its values: one piece where the block has whole rows, else one a row.
/// </summary>
internal ref struct Segments
{
    private readonly int _stride;
    private readonly int _length;
    private int _first;
    private int _left;

    public Segments(Tensor matrix, Range rows, Range columns)
    {
        var (row, count) = rows.GetOffsetAndLength(matrix.Rows);
        var (column, width) = columns.GetOffsetAndLength(matrix.Columns);
        var whole = width == matrix.Columns;
        _stride = matrix.Columns;
        _length = whole ? count * width : width;
        _left = _length == 0 ? 0 : whole ? 1 : count;
        _first = (row * _stride) + column - _stride;
    }

    public readonly Range Current => _first..(_first + _length);

    public readonly Segments GetEnumerator() => this;

    public bool MoveNext()
    {
        _first += _stride;
        return --_left >= 0;
    }
}
