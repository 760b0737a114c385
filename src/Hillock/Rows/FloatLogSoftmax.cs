using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Hillock;

/// <summary>Log-softmax of floats.</summary>
internal readonly struct FloatLogSoftmax : IFloatRows
{
    // Beside the 1 of the maximum, a sum smaller than this has lost too many digits.
    private const double LeastRest = 1.0 / (1 << 20);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<T, W>(FloatRows rows)
        where T : struct, IFloats<T>, IReal<T>
        where W : struct, IDoubles<W>, IReal<W>
    {
        Unsafe.SkipInit(out FloatRowBatch<T, W> batch);
        var together = FloatRowBatch<T, W>.Together(rows.Columns);
        for (var start = 0; start < rows.Count; start += together)
        {
            var count = Math.Min(together, rows.Count - start);
            batch.Read(rows, start, count, store: false);
            for (var i = 0; i < count; i++)
            {
                var x = rows.Input(start + i);
                var y = rows.Result(start + i);
                var rest = batch.Sums[i] == 0 ? 0 : FloatRow<T, W>.RestBeside(batch.Sums[i], batch.Maxima[i]);
                if (rest < LeastRest)
                {
                    ShiftedRow.Read(x, 1, rows.Room).LogSoftmax(x, y);
                }
                else
                {
                    FloatRow<T, W>.Subtract(x, batch.Maxima[i], FloatWords.Narrowed(Real.Log1P(rest)), y);
                }
            }
        }
    }
}

/// <summary>dx = dy − softmax(x)·Σ dyⱼ.</summary>
internal readonly struct FloatLogSoftmaxGradient : IFloatRows
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<T, W>(FloatRows rows)
        where T : struct, IFloats<T>, IReal<T>
        where W : struct, IDoubles<W>, IReal<W>
    {
        var exponentials = MemoryMarshal.Cast<double, float>(rows.Room)[..rows.Columns];
        for (var i = 0; i < rows.Count; i++)
        {
            var x = rows.Input(i);
            var dy = rows.Upstream(i);
            FloatRow<T, W>.Maxima(x, out var lanes);
            var maximum = FloatRow<T, W>.Greatest(in lanes);
            var total = FloatWords.Narrowed(FloatRow<T, W>.Sum(dy));
            if (!Shift<T>.Takes(maximum) || !float.IsFinite(total))
            {
                ShiftedRow.Read(x, 1, rows.Room).LogSoftmaxGradient(dy, rows.Result(i));
                continue;
            }

            var sum = FloatRow<T, W>.Exponentials(x, maximum, exponentials);
            FloatRow<T, W>.Withdraw(exponentials, 1 / sum, dy, total, rows.Result(i));
        }
    }
}

/// <summary>The same from y: its exponentials are the chances.</summary>
internal readonly struct FloatLogSoftmaxGradientFromOutput : IFloatRows
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<T, W>(FloatRows rows)
        where T : struct, IFloats<T>, IReal<T>
        where W : struct, IDoubles<W>, IReal<W>
    {
        var exponentials = MemoryMarshal.Cast<double, float>(rows.Room)[..rows.Columns];
        for (var i = 0; i < rows.Count; i++)
        {
            var dy = rows.Upstream(i);
            FloatRow<T, W>.Exponentials(rows.Input(i), 0, exponentials);
            FloatRow<T, W>.Withdraw(exponentials, 1 / (double)Shift<T>.Unit, dy, FloatWords.Narrowed(FloatRow<T, W>.Sum(dy)), rows.Result(i));
        }
    }
}
