namespace Hillock.Training;

/// <summary>The samples of one part of a batch, some at a time: what is computed of them one after the other stays in the second-level cache.</summary>
internal ref struct Blocks
{
    /// <summary>Rows of a block: enough for products to be efficient, few enough for the cache.</summary>
    private const int MostRows = 256;

    private readonly int _size, _end;
    private int _next;

    /// <param name="samples">The size of the batch.</param>
    /// <param name="positions">Rows of a sample.</param>
    /// <param name="part">Which part.</param>
    /// <param name="parts">How many there are.</param>
    public Blocks(int samples, int positions, int part, int parts)
    {
        var share = Share.Of(samples, part, parts, 1);
        (_next, _end) = (share.Start.Value, share.End.Value);
        _size = Math.Max(1, MostRows / positions);
        Current = default;
    }

    public Range Current { get; private set; }

    public readonly Blocks GetEnumerator() => this;

    public bool MoveNext()
    {
        var first = _next;
        _next = Math.Min(first + _size, _end);
        Current = first.._next;
        return first < _end;
    }
}
