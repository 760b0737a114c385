namespace Hillock.Training;

/// <summary>Some rows of a batch, copied into tensors that are used anew each time.</summary>
internal sealed class MicroBatch
{
    private Tensor _inputs = new(0, 0), _targets = new(0, 0);

    /// <summary>At most so many samples from one on.</summary>
    public (Tensor Inputs, Tensor Targets) Of(Tensor inputs, Tensor targets, int first, int most)
    {
        var count = Math.Min(most, inputs.Rows - first);
        return (Rows(inputs, ref _inputs, first, count, most), Rows(targets, ref _targets, first, count, most));
    }

    private static Tensor Rows(Tensor from, ref Tensor room, int first, int count, int most)
    {
        if (room.Rows != most || room.Columns != from.Columns)
        {
            room = new(most, from.Columns);
        }
        var rows = room.FirstRows(count);
        from.Values.Slice(first * from.Columns, count * from.Columns).CopyTo(rows.Values);
        return rows;
    }
}
