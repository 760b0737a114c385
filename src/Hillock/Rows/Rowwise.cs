using System.Buffers;

namespace Hillock;

/// <summary>A function of the catalog with its parameters' values: kernel <typeparamref name="K"/> behind <see cref="RowActivation"/>.</summary>
/// <typeparam name="K">The kernel.</typeparam>
internal class Rowwise<K>(RowFunction function, IReadOnlyList<double> values, K kernel) : RowActivation(function, values)
    where K : struct, IRowKernel
{
    /// <summary>The kernel itself.</summary>
    protected K Kernel => kernel;

    public override RowGate? Gate => field ??= kernel.GateOf(this);

    public override int OutputColumns(int columns) => kernel.Shape.OutputColumns(Name, columns);

    public override void Forward(ReadOnlySpan<float> x, int columns, Span<float> y) => ForwardOf(x, columns, y);

    public override void Forward(ReadOnlySpan<double> x, int columns, Span<double> y) => ForwardOf(x, columns, y);

    public override void Backward(ReadOnlySpan<float> x, int columns, ReadOnlySpan<float> dy, Span<float> dx) => BackwardOf(x, columns, dy, dx);

    public override void Backward(ReadOnlySpan<double> x, int columns, ReadOnlySpan<double> dy, Span<double> dx) => BackwardOf(x, columns, dy, dx);

    /// <summary>Lengths that do not fit, or memory that may not be shared.</summary>
    /// <exception cref="ArgumentException">There is one of these.</exception>
    protected void Check<E>(ReadOnlySpan<E> x, int columns, ReadOnlySpan<E> outputs, string xName, string outputsName)
    {
        var length = OutputColumns(columns);
        if (x.Length % columns != 0)
        {
            throw new ArgumentException($"{xName} has {x.Length} elements, which is no whole number of rows of {columns}.", xName);
        }

        if (outputs.Length != (long)x.Length / columns * length)
        {
            throw new ArgumentException(
                $"{outputsName} has {outputs.Length} elements and {x.Length / columns} rows of {length} are {(long)x.Length / columns * length}.", outputsName);
        }
    }

    /// <summary>Numbers for the kernel's own use, as many as it asks for.</summary>
    protected double[] Rent(int columns) => ArrayPool<double>.Shared.Rent(kernel.Room(columns));

    private void ForwardOf<E>(ReadOnlySpan<E> x, int columns, Span<E> y)
        where E : unmanaged
    {
        Check(x, columns, y, nameof(x), nameof(y));
        Spans.CheckOverlap(x, y, kernel.Shape.IsSame, nameof(x), nameof(y));
        var room = Rent(columns);
        kernel.Forward(x, columns, y, room);
        ArrayPool<double>.Shared.Return(room);
    }

    private void BackwardOf<E>(ReadOnlySpan<E> x, int columns, ReadOnlySpan<E> dy, Span<E> dx)
        where E : unmanaged
    {
        Check(x, columns, dy, nameof(x), nameof(dy));
        Spans.Check(x, dx, nameof(x), nameof(dx));
        Spans.CheckOverlap(dy, dx, kernel.Shape.IsSame, nameof(dy), nameof(dx));
        var room = Rent(columns);
        kernel.Backward(x, columns, dy, dx, room);
        ArrayPool<double>.Shared.Return(room);
    }
}

/// <summary>One whose gradient can be had from the saved outputs.</summary>
/// <typeparam name="K">The kernel.</typeparam>
internal sealed class RowwiseFromOutput<K>(RowFunction function, IReadOnlyList<double> values, K kernel) : Rowwise<K>(function, values, kernel)
    where K : struct, IOutputKernel
{
    public override bool HasSlopeFromOutput => true;

    public override void BackwardFromOutput(ReadOnlySpan<float> y, int columns, ReadOnlySpan<float> dy, Span<float> dx) =>
        BackwardFromOutputOf(y, columns, dy, dx);

    public override void BackwardFromOutput(ReadOnlySpan<double> y, int columns, ReadOnlySpan<double> dy, Span<double> dx) =>
        BackwardFromOutputOf(y, columns, dy, dx);

    private void BackwardFromOutputOf<E>(ReadOnlySpan<E> y, int columns, ReadOnlySpan<E> dy, Span<E> dx)
        where E : unmanaged
    {
        Check(y, columns, dy, nameof(y), nameof(dy));
        Spans.Check(y, dx, nameof(y), nameof(dx));
        Spans.Check(dy, dx, nameof(dy), nameof(dx));
        var room = Rent(columns);
        Kernel.BackwardFromOutput(y, columns, dy, dx, room);
        ArrayPool<double>.Shared.Return(room);
    }
}
