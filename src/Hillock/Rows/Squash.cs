namespace Hillock;

/// <summary>y = x·r/(1 + r²) with r = ‖x‖: the row keeps its direction, and its length becomes r²/(1 + r²).</summary>
/// <remarks>Sabour, Frosst and Hinton 2017, arXiv:1710.09829. y = x·h(r), so dx = h·dy + (h′(r)·Σ xⱼ·dyⱼ/r)·x.</remarks>
internal readonly struct Squash : IRow
{
    public RowShape Shape => RowShape.Same;

    public int Room(int columns) => 0;

    public void Forward<E>(ReadOnlySpan<E> x, Span<E> y, Span<double> room)
        where E : unmanaged
    {
        var (size, factor) = Factor(x);
        for (var i = 0; i < y.Length; i++)
        {
            Element.Set(ref y[i], 0, size == 0 ? Element.Get(in x[i], 0) : Element.Get(in x[i], 0) * factor.Value);
        }
    }

    public void Backward<E>(ReadOnlySpan<E> x, ReadOnlySpan<E> dy, Span<E> dx, Span<double> room)
        where E : unmanaged
    {
        var (size, factor) = Factor(x);
        if (size == 0)
        {
            RowOf.Fill(dx, 0);
            return;
        }

        double dot = 0;
        for (var i = 0; i < x.Length; i++)
        {
            dot += Element.Get(in x[i], 0) / size * Element.Get(in dy[i], 0);
        }

        var along = factor.Slope * dot;
        for (var i = 0; i < x.Length; i++)
        {
            Element.Set(ref dx[i], 0, (factor.Value * Element.Get(in dy[i], 0)) + (Element.Get(in x[i], 0) * along));
        }
    }

    /// <summary>r, and h(r) = 1/(r + 1/r) with its slope: neither r² nor 1/r² overflows.</summary>
    private static (double Size, Dual<Real> Factor) Factor<E>(ReadOnlySpan<E> x)
        where E : unmanaged
    {
        double greatest = 0, sum = 0;
        for (var i = 0; i < x.Length; i++)
        {
            greatest = Math.Max(greatest, Math.Abs(Element.Get(in x[i], 0)));
        }

        for (var i = 0; i < x.Length && greatest > 0; i++)
        {
            var part = Element.Get(in x[i], 0) / greatest;
            sum += part * part;
        }

        var size = greatest * Math.Sqrt(sum);
        Dual<Real> r = new(size, 1), one = 1;
        return (size, one / (r + (one / r)));
    }
}
