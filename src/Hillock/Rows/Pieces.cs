namespace Hillock;

/// <summary>The greatest of every k neighbours; its gradient goes to the first greatest.</summary>
/// <remarks>Goodfellow et al. 2013, arXiv:1302.4389.</remarks>
internal readonly struct Maxout(int pieces) : IRow
{
    public RowShape Shape => new(pieces, 1);

    public int Room(int columns) => 0;

    public void Forward<E>(ReadOnlySpan<E> x, Span<E> y, Span<double> room)
        where E : unmanaged
    {
        for (var i = 0; i < y.Length; i++)
        {
            var group = x.Slice(i * pieces, pieces);
            Element.Set(ref y[i], 0, RowOf.HasNaN(group) ? double.NaN : Element.Get(in group[RowOf.IndexOfMaximum(group)], 0));
        }
    }

    public void Backward<E>(ReadOnlySpan<E> x, ReadOnlySpan<E> dy, Span<E> dx, Span<double> room)
        where E : unmanaged
    {
        for (var i = 0; i < dy.Length; i++)
        {
            var at = RowOf.IndexOfMaximum(x.Slice(i * pieces, pieces));
            RowOf.Fill(dx.Slice(i * pieces, pieces), 0);
            dx[(i * pieces) + at] = dy[i];
        }
    }
}

/// <summary>Every two neighbours in falling order: (max, min); the gradient goes the way the numbers went.</summary>
/// <remarks>Chernodub and Nowicki 2016, arXiv:1604.02313 (OPLU); Anil, Lucas and Grosse 2018, arXiv:1811.05381 (MaxMin).</remarks>
internal readonly struct MaxMin : IRow
{
    public RowShape Shape => new(2, 2);

    public int Room(int columns) => 0;

    public void Forward<E>(ReadOnlySpan<E> x, Span<E> y, Span<double> room)
        where E : unmanaged
    {
        for (var i = 0; i < x.Length; i += 2)
        {
            var (a, b) = (x[i], x[i + 1]);
            (y[i], y[i + 1]) = Swaps(x, i) ? (b, a) : (a, b);
            if (RowOf.HasNaN<E>([a, b]))
            {
                RowOf.Fill(y.Slice(i, 2), double.NaN);
            }
        }
    }

    public void Backward<E>(ReadOnlySpan<E> x, ReadOnlySpan<E> dy, Span<E> dx, Span<double> room)
        where E : unmanaged
    {
        for (var i = 0; i < x.Length; i += 2)
        {
            var (a, b) = (dy[i], dy[i + 1]);
            (dx[i], dx[i + 1]) = Swaps(x, i) ? (b, a) : (a, b);
        }
    }

    private static bool Swaps<E>(ReadOnlySpan<E> x, int i)
        where E : unmanaged =>
        Element.Get(in x[i + 1], 0) > Element.Get(in x[i], 0);
}

/// <summary>[relu(x), ±relu(−x)]: what relu cuts off is kept in a second half.</summary>
/// <remarks>Shang et al. 2016, arXiv:1603.05201 (crelu).</remarks>
/// <param name="sign">1, or −1 for the negative second half of ncrelu.</param>
internal readonly struct Crelu(double sign) : IRow
{
    public RowShape Shape => RowShape.Doubled;

    public int Room(int columns) => 0;

    public void Forward<E>(ReadOnlySpan<E> x, Span<E> y, Span<double> room)
        where E : unmanaged
    {
        for (var i = 0; i < x.Length; i++)
        {
            var value = Element.Get(in x[i], 0);
            Element.Set(ref y[i], 0, Value(value));
            Element.Set(ref y[x.Length + i], 0, sign * Value(-value));
        }
    }

    public void Backward<E>(ReadOnlySpan<E> x, ReadOnlySpan<E> dy, Span<E> dx, Span<double> room)
        where E : unmanaged
    {
        for (var i = 0; i < x.Length; i++)
        {
            var value = Element.Get(in x[i], 0);
            var (first, second) = (Element.Get(in dy[i], 0), Element.Get(in dy[x.Length + i], 0));
            Element.Set(ref dx[i], 0, Slope(value, first) - Slope(-value, sign * second));
        }
    }

    // A NaN is smaller than nothing and would become 0.
    private static double Value(double x) => double.IsNaN(x) ? x : default(Relu).Of<Real>(x);

    private static double Slope(double x, double upstream) =>
        double.IsNaN(x) ? x : default(Relu).Of<Dual<Real>>(new(x, upstream)).Slope;
}
