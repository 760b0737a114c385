using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Hillock.Cli;

/// <summary>Memory that kernels are timed on.</summary>
internal interface ITimedBuffers
{
    /// <summary>One call after the other of what a name says, by all threads of a crew together.</summary>
    Action<int> Calls(TimedFunction function, string direction, Crew crew);
}

/// <summary>Inputs, gradients and outputs of a format: written once before anything is timed, so that no page is fresh.</summary>
internal sealed class TimedBuffers<E> : ITimedBuffers
    where E : unmanaged
{
    private const int CacheLine = 64;
    private const double StandardDeviation = 2;

    /// <summary>So many different inputs are enough that no branch predictor learns them; the rest repeats them.</summary>
    private const int Different = 1 << 17;

    private readonly Memory<E> x, y, dy, dx;
    private readonly Func<Activation, Passes<E>> elementwise;
    private readonly Func<RowActivation, int, Passes<E>> rows;

    public TimedBuffers(int size, Func<double, E> round, Func<Activation, Passes<E>> elementwise, Func<RowActivation, int, Passes<E>> rows)
    {
        (this.elementwise, this.rows) = (elementwise, rows);
        (x, dy) = (Normal(size, round, "inputs"), Normal(size, round, "gradients"));
        (y, dx) = (Aligned(size), Aligned(size));
        y.Span.Clear();
        dx.Span.Clear();
    }

    public Action<int> Calls(TimedFunction function, string direction, Crew crew)
    {
        var columns = x.Length % TimedFormat.RowLength == 0 ? TimedFormat.RowLength : x.Length;
        var passes = function switch
        {
            { Activation: { } f } => elementwise(f),
            { Rows: { } f } => rows(f, columns),
            _ => new((from, to) => from.CopyTo(to), (_, _, _) => { }),
        };
        var (saved, backward) = (x, passes.Backward);
        if (function.FromOutput)
        {
            passes.Forward(x.Span, y.Span);
            (saved, backward) = (y, passes.BackwardFromOutput!);
        }

        var grain = function.Rows is null ? CacheLine : columns;
        Action<int, int> part = direction == KernelTime.Forward
            ? (i, parts) =>
            {
                var share = Crew.Part(x.Length, i, parts, grain);
                passes.Forward(x.Span[share], y.Span[share]);
            }
            : (i, parts) =>
            {
                var share = Crew.Part(x.Length, i, parts, grain);
                backward(saved.Span[share], dy.Span[share], dx.Span[share]);
            };
        return _ => crew.Run(part);
    }

    private static Memory<E> Normal(int size, Func<double, E> round, string purpose)
    {
        var memory = Aligned(size);
        var draws = new Draws(1, purpose);
        var values = memory.Span;
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = i < Different ? round(StandardDeviation * draws.NextNormal()) : values[i - Different];
        }

        return memory;
    }

    /// <summary>Memory that begins with a cache line, as that of other libraries does.</summary>
    private static Memory<E> Aligned(int size)
    {
        var array = GC.AllocateUninitializedArray<E>(size + (CacheLine / Unsafe.SizeOf<E>()), pinned: true);
        var beyond = (int)(Marshal.UnsafeAddrOfPinnedArrayElement(array, 0) % CacheLine);
        return array.AsMemory((CacheLine - beyond) % CacheLine / Unsafe.SizeOf<E>(), size);
    }
}
