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
        Span<float> maxima = stackalloc float[FloatRows.MostTogether];
        Span<double> rests = stackalloc double[FloatRows.MostTogether];
        for (var start = 0; start < rows.Count; start += rows.Together)
        {
            var count = Math.Min(rows.Together, rows.Count - start);
            for (var i = 0; i < count; i++)
            {
                maxima[i] = FloatRow<T, W>.Maximum(rows.Input(start + i));
            }

            for (var i = 0; i < count; i++)
            {
                rests[i] = Shift<T>.Takes(maxima[i]) ? FloatRow<T, W>.RestBeside(rows.Input(start + i), maxima[i]) : 0;
            }

            for (var i = 0; i < count; i++)
            {
                var x = rows.Input(start + i);
                var y = rows.Result(start + i);
                if (rests[i] < LeastRest)
                {
                    ShiftedRow.Read(x, 1, rows.Room).LogSoftmax(x, y);
                }
                else
                {
                    FloatRow<T, W>.Subtract(x, maxima[i], (float)Real.Log1P(rests[i]), y);
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
            var maximum = FloatRow<T, W>.Maximum(x);
            var total = (float)FloatRow<T, W>.Sum(dy);
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
            FloatRow<T, W>.Withdraw(exponentials, 1 / (double)Shift<T>.Unit, dy, (float)FloatRow<T, W>.Sum(dy), rows.Result(i));
        }
    }
}
