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
        Span<float> maxima = stackalloc float[FloatRows.MostTogether];
        Span<double> factors = stackalloc double[FloatRows.MostTogether];
        for (var start = 0; start < rows.Count; start += rows.Together)
        {
            var count = Math.Min(rows.Together, rows.Count - start);
            for (var i = 0; i < count; i++)
            {
                maxima[i] = FloatRow<T, W>.Maximum(rows.Input(start + i));
            }

            for (var i = 0; i < count; i++)
            {
                var x = rows.Input(start + i);
                var y = rows.Result(start + i);
                factors[i] = Shift<T>.Takes(maxima[i]) ? 1 / FloatRow<T, W>.Exponentials(x, maxima[i], y) : 0;
                if (factors[i] == 0)
                {
                    ShiftedRow.Read(x, 1, rows.Room).Softmax(y);
                }
            }

            for (var i = 0; i < count; i++)
            {
                if (factors[i] != 0)
                {
                    FloatRow<T, W>.Scale(rows.Result(start + i), factors[i]);
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
            var maximum = FloatRow<T, W>.Maximum(x);
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
        Span<float> means = stackalloc float[FloatRows.MostTogether];
        for (var start = 0; start < rows.Count; start += rows.Together)
        {
            var count = Math.Min(rows.Together, rows.Count - start);
            for (var i = 0; i < count; i++)
            {
                means[i] = (float)FloatRow<T, W>.NearDot(rows.Input(start + i), rows.Upstream(start + i));
            }

            for (var i = 0; i < count; i++)
            {
                FloatRow<T, W>.Centre(rows.Input(start + i), rows.Upstream(start + i), means[i], rows.Result(start + i));
            }
        }
    }
}
