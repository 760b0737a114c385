namespace Hillock.Training;

/// <summary>The mini-batches of a data set: samples in some order, copied into one tensor that each batch uses anew.</summary>
public sealed class Batches
{
    private readonly Tensor _inputs, _targets, _batchInputs, _batchTargets;
    private readonly Action<int, int> _gather;
    private readonly Crew? _crew;
    private readonly int[] _order;
    private int _first, _count;

    /// <summary>Batches in the order of the samples.</summary>
    /// <param name="inputs">Samples × features.</param>
    /// <param name="targets">One row per sample.</param>
    /// <param name="size">Samples per batch; the last batch has what is left.</param>
    /// <param name="crew">Who copies; the default is the caller alone.</param>
    /// <exception cref="ArgumentException">There are no samples, the rows differ in number, or the size is below 1.</exception>
    public Batches(Tensor inputs, Tensor targets, int size, Crew? crew = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        ArgumentOutOfRangeException.ThrowIfZero(inputs.Rows, nameof(inputs));
        if (inputs.Rows != targets.Rows)
        {
            throw new ArgumentException($"There are {inputs.Rows} samples and {targets.Rows} targets.", nameof(targets));
        }
        size = Math.Min(size, inputs.Rows);
        (_inputs, _targets) = (inputs, targets);
        (_batchInputs, _batchTargets) = (new(size, inputs.Columns), new(size, targets.Columns));
        _order = [.. Enumerable.Range(0, inputs.Rows)];
        (Size, _crew, _gather) = (size, crew, Gather);
    }

    /// <summary>Batches of data in the order of its rows.</summary>
    /// <param name="data">The samples.</param>
    /// <param name="size">Samples per batch; the last batch has what is left.</param>
    /// <param name="crew">Who copies; the default is the caller alone.</param>
    /// <exception cref="ArgumentException">There are no samples, or the size is below 1.</exception>
    public Batches(Dataset data, int size, Crew? crew = null)
        : this(Tensor.From(data.Inputs, data.Rows, data.Features), Tensor.From(data.Targets, data.Rows, 1), size, crew)
    {
    }

    /// <summary>Samples in each batch but perhaps the last.</summary>
    public int Size { get; }

    /// <summary>The number of samples.</summary>
    public int Samples => _order.Length;

    /// <summary>The number of batches.</summary>
    public int Count => (Samples + Size - 1) / Size;

    /// <summary>The number of batches that a pass over the samples has had; 0 between two passes.</summary>
    public int Position { get; private set; }

    /// <summary>The samples in the order in which they come.</summary>
    internal ReadOnlySpan<int> Order => _order;

    /// <summary>Puts the samples in a new order and begins a pass.</summary>
    public void Shuffle(Draws draws)
    {
        draws.Shuffle<int>(_order);
        Position = 0;
    }

    /// <summary>The next batch of the pass, or <c>null</c> at its end; the one after that is the first again.</summary>
    public (Tensor Inputs, Tensor Targets)? Next()
    {
        if (Position == Count)
        {
            Position = 0;
            return null;
        }
        return this[Position++];
    }

    /// <summary>Puts the samples in an order that they had before, so many batches into the pass.</summary>
    internal void Resume(ReadOnlySpan<int> order, int position)
    {
        order.CopyTo(_order);
        Position = position;
    }

    /// <summary>One batch; its tensors are overwritten by the next.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such batch.</exception>
    public (Tensor Inputs, Tensor Targets) this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count, nameof(index));
            (_first, _count) = (index * Size, Math.Min(Size, Samples - (index * Size)));
            if (_crew is null)
            {
                Gather(0, 1);
            }
            else
            {
                _crew.Run(_gather, (long)_count * _inputs.Columns);
            }
            return (_batchInputs.FirstRows(_count), _batchTargets.FirstRows(_count));
        }
    }

    private void Gather(int part, int parts)
    {
        var (row, count) = Share.Of(_count, part, parts, 1).GetOffsetAndLength(_count);
        for (var end = row + count; row < end; row++)
        {
            var sample = _order[_first + row];
            _inputs.Row(sample).CopyTo(_batchInputs.Row(row));
            _targets.Row(sample).CopyTo(_batchTargets.Row(row));
        }
    }
}
