using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Hillock;

/// <summary>Softmax of floats.</summary>
internal readonly struct FloatSoftmax : IFloatRows
{
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
            batch.Read(rows, start, count, store: true);
            for (var i = 0; i < count; i++)
            {
                var y = rows.Result(start + i);
                if (batch.Sums[i] == 0)
                {
                    ShiftedRow.Read(rows.Input(start + i), 1, rows.Room).Softmax(y);
                }
                else
                {
                    FloatRow<T, W>.Scale(y, 1 / batch.Sums[i]);
                }
            }
        }
    }
}

/// <summary>dx = y ⊙ (dy − Σ yⱼ·dyⱼ) with y = softmax(x).</summary>
internal readonly struct FloatSoftmaxGradient : IFloatRows
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
            var dx = rows.Result(i);
            FloatRow<T, W>.Maxima(x, out var lanes);
            var maximum = FloatRow<T, W>.Greatest(in lanes);
            if (!Shift<T>.Takes(maximum))
            {
                ShiftedRow.Read(x, 1, rows.Room).SoftmaxGradient(dy, 1, dx);
                continue;
            }

            var sum = FloatRow<T, W>.Exponentials(x, maximum, exponentials);
            FloatRow<T, W>.Centre(exponentials, 1 / sum, dy, FloatRow<T, W>.Dot(exponentials, dy) / sum, dx);
        }
    }
}

/// <summary>The same from y.</summary>
internal readonly struct FloatSoftmaxGradientFromOutput : IFloatRows
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<T, W>(FloatRows rows)
        where T : struct, IFloats<T>, IReal<T>
        where W : struct, IDoubles<W>, IReal<W>
    {
        Span<float> means = stackalloc float[FloatRowBatch<T, W>.Most];
        var together = FloatRowBatch<T, W>.Together(rows.Columns);
        for (var start = 0; start < rows.Count; start += together)
        {
            var count = Math.Min(together, rows.Count - start);
            for (var i = 0; i < count; i++)
            {
                means[i] = FloatWords.Narrowed(FloatRow<T, W>.NearDot(rows.Input(start + i), rows.Upstream(start + i)));
            }

            for (var i = 0; i < count; i++)
            {
                FloatRow<T, W>.Centre(rows.Input(start + i), rows.Upstream(start + i), means[i], rows.Result(start + i));
            }
        }
    }
}
