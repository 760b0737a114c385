using System.Runtime.InteropServices;

namespace Hillock;

/// <summary>Log-softmax of floats.</summary>
internal readonly struct FloatLogSoftmax : IFloatRows
{
    // Beside the 1 of the maximum, a sum smaller than this has lost too many digits.
    private const double LeastRest = 1.0 / (1 << 20);

    public static void Run<T, W>(FloatRows rows)
        where T : struct, IFloats<T>, IReal<T>
        where W : struct, IDoubles<W>, IReal<W>
    {
        for (var i = 0; i < rows.Count; i++)
        {
            var x = rows.Input(i);
            var y = rows.Result(i);
            var maximum = FloatRow<T, W>.Maximum(x);
            var rest = Shift<T>.Takes(maximum) ? FloatRow<T, W>.RestBeside(x, maximum) : 0;
            if (rest < LeastRest)
            {
                ShiftedRow.Read(x, 1, rows.Room).LogSoftmax(x, y);
            }
            else
            {
                FloatRow<T, W>.Subtract(x, maximum, (float)Real.Log1P(rest), y);
            }
        }
    }
}

/// <summary>dx = dy − softmax(x)·Σ dyⱼ.</summary>
internal readonly struct FloatLogSoftmaxGradient : IFloatRows
{
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
