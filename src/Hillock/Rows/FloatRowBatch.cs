using System.Runtime.CompilerServices;

namespace Hillock;

/// <summary>
/// The maxima and sums of some rows: several short ones at a time, one step after the other for all of them, because in a row each
/// step waits for the one before.
/// </summary>
internal ref struct FloatRowBatch<T, W>
    where T : struct, IFloats<T>, IReal<T>
    where W : struct, IDoubles<W>, IReal<W>
{
    /// <summary>The most rows taken together.</summary>
    public const int Most = 32;

    // As many elements as stay in the first cache between two steps.
    private const int Elements = 2048;

    private Lanes32 lanes;
    private Sums32 sums;

    /// <summary>How many rows of that length are taken together.</summary>
    public static int Together(int columns) => Math.Clamp(Elements / columns, 1, Most);

    /// <summary>The rows' greatest elements.</summary>
    public Floats32 Maxima;

    /// <summary>Sums of the exponentials, 0 where the maximum could not be taken off.</summary>
    public Doubles32 Sums;

    /// <summary>Reads rows.</summary>
    /// <param name="rows">All rows.</param>
    /// <param name="start">The first of those to read.</param>
    /// <param name="count">How many to read.</param>
    /// <param name="store">Whether the exponentials go where the results will.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Read(FloatRows rows, int start, int count, bool store)
    {
        for (var i = 0; i < count; i++)
        {
            FloatRow<T, W>.Maxima(rows.Input(start + i), out lanes[i]);
        }

        for (var i = 0; i < count; i++)
        {
            Maxima[i] = FloatRow<T, W>.Greatest(in lanes[i]);
        }

        if (rows.Columns > FloatSums<T>.Most)
        {
            Sums[0] = Shift<T>.Takes(Maxima[0])
                ? FloatRow<T, W>.Exponentials(rows.Input(start), Maxima[0], store ? rows.Result(start) : default)
                : 0;
            return;
        }

        for (var i = 0; i < count; i++)
        {
            if (Shift<T>.Takes(Maxima[i]))
            {
                FloatRow<T, W>.Exponentials(rows.Input(start + i), Maxima[i], store ? rows.Result(start + i) : default, out sums[i]);
            }
        }

        for (var i = 0; i < count; i++)
        {
            Sums[i] = Shift<T>.Takes(Maxima[i]) ? FloatRow<T, W>.Sum(in sums[i]) : 0;
        }
    }

    [InlineArray(Most)]
    public struct Doubles32
    {
        private double first;
    }

    [InlineArray(Most)]
    public struct Floats32
    {
        private float first;
    }

    [InlineArray(Most)]
    private struct Lanes32
    {
        private Sixteen first;
    }

    [InlineArray(Most)]
    private struct Sums32
    {
        private LaneSums first;
    }
}
