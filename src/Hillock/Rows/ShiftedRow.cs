using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Hillock;

/// <summary>
/// A row with its maximum taken off: e^(xᵢ − max) for every element, which cannot overflow, and their sum, kept as 1 for
/// the maximum and the rest, whose logarithm would otherwise be lost beside the 1.
/// </summary>
internal sealed class ShiftedRow(int columns) : IDisposable
{
    private readonly double[] rented = ArrayPool<double>.Shared.Rent(columns);

    /// <summary>The greatest element.</summary>
    public double Maximum { get; private set; }

    /// <summary>The sum of the exponentials without that of the (first) greatest element, which is 1.</summary>
    public double Rest { get; private set; }

    /// <summary>e^(xᵢ − max).</summary>
    public ReadOnlySpan<double> Exponentials => rented.AsSpan(0, columns);

    /// <summary>Reads a row.</summary>
    public void Read<E>(ReadOnlySpan<E> x)
        where E : unmanaged
    {
        var at = IndexOfMaximum(x);
        Maximum = Element.Get(in x[at], 0);
        ref var exponentials = ref MemoryMarshal.GetArrayDataReference(rented);
        var pass = new ShiftedExpPass<E>(Maximum, in MemoryMarshal.GetReference(x), ref exponentials);
        Loop.RunWide<ShiftedExpPass<E>, E>(pass, x.Length);

        var greatest = rented[at];
        rented[at] = 0;
        Rest = FixedSum.Of(Exponentials) + (greatest - 1);
        rented[at] = greatest;
    }

    /// <inheritdoc/>
    public void Dispose() => ArrayPool<double>.Shared.Return(rented);

    private static int IndexOfMaximum<E>(ReadOnlySpan<E> x)
        where E : unmanaged
    {
        var at = 0;
        var maximum = Element.Get(in x[0], 0);
        for (var i = 1; i < x.Length; i++)
        {
            var value = Element.Get(in x[i], 0);
            if (value > maximum)
            {
                (at, maximum) = (i, value);
            }
        }

        return at;
    }
}

/// <summary>e^(x − maximum), as doubles.</summary>
internal readonly ref struct ShiftedExpPass<E>(double maximum, ref readonly E x, ref double y) : IPass
    where E : unmanaged
{
    private readonly double maximum = maximum;
    private readonly ref readonly E x = ref x;
    private readonly ref double y = ref y;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool At<T>(nint i)
        where T : struct, ILanes<T>, IReal<T>
    {
        var shifted = T.Load(in Element.At(in x, i)) - maximum;
        if (!T.AllFinite(shifted))
        {
            return false;
        }

        T.Exp(shifted).Store(ref Unsafe.Add(ref y, i));
        return true;
    }

    /// <summary>−∞ beside a finite maximum counts nothing; what is left, ∞ − ∞ and NaN, is NaN and makes the row so.</summary>
    public void AtEdge(nint i) =>
        Unsafe.Add(ref y, i) = double.IsNegativeInfinity(Element.Get(in x, i) - maximum) ? 0 : double.NaN;
}
