using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Hillock;

/// <summary>
/// A row with its maximum taken off, divided by a temperature: e^((xᵢ − max)/t) for every element, which cannot overflow, and their
/// sum, kept as 1 for the maximum and the rest, whose logarithm would otherwise be lost beside the 1.
/// </summary>
internal readonly ref struct ShiftedRow
{
    private readonly Span<double> exponentials;

    private ShiftedRow(double maximum, double rest, Span<double> exponentials)
    {
        (Maximum, Rest) = (maximum, rest);
        this.exponentials = exponentials;
    }

    /// <summary>The greatest element.</summary>
    public double Maximum { get; }

    /// <summary>The sum of the exponentials without that of the (first) greatest element, which is 1.</summary>
    public double Rest { get; }

    /// <summary>e^((xᵢ − max)/t).</summary>
    public ReadOnlySpan<double> Exponentials => exponentials;

    /// <summary>Reads a row.</summary>
    /// <param name="x">The row.</param>
    /// <param name="temperature">What the differences are divided by.</param>
    /// <param name="room">At least as long as the row; keeps the exponentials.</param>
    public static ShiftedRow Read<E>(ReadOnlySpan<E> x, double temperature, Span<double> room)
        where E : unmanaged
    {
        room = room[..x.Length];
        var at = RowOf.IndexOfMaximum(x);
        var maximum = Element.Get(in x[at], 0);
        var pass = new ShiftedExpPass<E>(maximum, temperature, in MemoryMarshal.GetReference(x), ref MemoryMarshal.GetReference(room));
        Loop.RunWide<ShiftedExpPass<E>, E>(pass, x.Length);

        var greatest = room[at];
        room[at] = 0;
        var rest = FixedSum.Of(room) + (greatest - 1);
        room[at] = greatest;
        return new(maximum, rest, room);
    }

    /// <summary>y = softmax(x).</summary>
    public void Softmax<E>(Span<E> y)
        where E : unmanaged
    {
        var sum = 1 + Rest;
        for (var i = 0; i < y.Length; i++)
        {
            Element.Set(ref y[i], 0, exponentials[i] / sum);
        }
    }

    /// <summary>dx = y ⊙ (dy − Σ yⱼ·dyⱼ)/temperature.</summary>
    public void SoftmaxGradient<E>(ReadOnlySpan<E> dy, double temperature, Span<E> dx)
        where E : unmanaged
    {
        var sum = 1 + Rest;
        double mean = 0;
        for (var i = 0; i < dy.Length; i++)
        {
            exponentials[i] /= sum;
            mean += exponentials[i] * Element.Get(in dy[i], 0);
        }

        for (var i = 0; i < dx.Length; i++)
        {
            Element.Set(ref dx[i], 0, exponentials[i] * (Element.Get(in dy[i], 0) - mean) / temperature);
        }
    }

    /// <summary>y = log softmax(x), for a temperature of 1.</summary>
    public void LogSoftmax<E>(ReadOnlySpan<E> x, Span<E> y)
        where E : unmanaged
    {
        var log = Real.Log1P(Rest);
        for (var i = 0; i < y.Length; i++)
        {
            Element.Set(ref y[i], 0, Element.Get(in x[i], 0) - Maximum - log);
        }
    }

    /// <summary>dx = dy − softmax(x)·Σ dyⱼ.</summary>
    public void LogSoftmaxGradient<E>(ReadOnlySpan<E> dy, Span<E> dx)
        where E : unmanaged
    {
        var sum = 1 + Rest;
        double total = 0;
        for (var i = 0; i < dy.Length; i++)
        {
            total += Element.Get(in dy[i], 0);
        }

        for (var i = 0; i < dx.Length; i++)
        {
            Element.Set(ref dx[i], 0, Element.Get(in dy[i], 0) - (exponentials[i] / sum * total));
        }
    }
}

/// <summary>e^((x − maximum)/temperature), as doubles.</summary>
internal readonly ref struct ShiftedExpPass<E>(double maximum, double temperature, ref readonly E x, ref double y) : IPass
    where E : unmanaged
{
    private readonly double maximum = maximum;
    private readonly double temperature = temperature;
    private readonly ref readonly E x = ref x;
    private readonly ref double y = ref y;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool At<T>(nint i)
        where T : struct, ILanes<T>, IReal<T>
    {
        var shifted = T.Load(in Element.At(in x, i)) - maximum;
        if (temperature != 1)
        {
            shifted /= temperature;
        }

        if (!T.AllFinite(shifted))
        {
            return false;
        }

        T.Exp(shifted).Store(ref Unsafe.Add(ref y, i));
        return true;
    }

    /// <summary>−∞ beside a finite maximum counts nothing; what is left, ∞ − ∞ and NaN, is NaN and makes the row so.</summary>
    public void AtEdge(nint i) =>
        Unsafe.Add(ref y, i) = double.IsNegativeInfinity((Element.Get(in x, i) - maximum) / temperature) ? 0 : double.NaN;
}
