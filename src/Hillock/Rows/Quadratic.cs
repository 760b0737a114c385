namespace Hillock;

/// <summary>yᵢ = q(xᵢ)/Σ q(xⱼ) with q(x) = constant + linear·x + quadratic·x²: softmax's manners without an exponential.</summary>
/// <remarks>
/// De Brébisson and Vincent 2015, arXiv:1511.05042: spherical with q = x², Taylor with q = 1 + x + ½x². Computed of x/s and 1/s with
/// the greatest |x| or 1 as s, which changes nothing and cannot overflow. dx = q′(x)·(dy − Σ yⱼ·dyⱼ)/Σ q(xⱼ).
/// </remarks>
internal readonly struct Quadratic(double constant, double linear, double quadratic) : IRow
{
    // Its inverse is finite.
    private const double Least = 1e-300;

    public RowShape Shape => RowShape.Same;

    public int Room(int columns) => 0;

    public void Forward<E>(ReadOnlySpan<E> x, Span<E> y, Span<double> room)
        where E : unmanaged
    {
        var scale = Scale(x);
        var sum = Sum(x, scale);
        for (var i = 0; i < y.Length; i++)
        {
            Element.Set(ref y[i], 0, sum == 0 ? 1.0 / y.Length : Of(Element.Get(in x[i], 0), scale).Value / sum);
        }
    }

    public void Backward<E>(ReadOnlySpan<E> x, ReadOnlySpan<E> dy, Span<E> dx, Span<double> room)
        where E : unmanaged
    {
        var scale = Scale(x);
        var sum = Sum(x, scale);
        double mean = 0;
        for (var i = 0; i < x.Length; i++)
        {
            mean += Of(Element.Get(in x[i], 0), scale).Value / sum * Element.Get(in dy[i], 0);
        }

        for (var i = 0; i < x.Length; i++)
        {
            var slope = Of(Element.Get(in x[i], 0), scale).Slope / sum;
            Element.Set(ref dx[i], 0, sum == 0 ? 0 : slope * (Element.Get(in dy[i], 0) - mean));
        }
    }

    private Dual<Real> Of(double x, double scale)
    {
        Dual<Real> v = new(x / scale, 1 / scale), one = new(1 / scale, 0);
        return (constant * one * one) + (linear * one * v) + (quadratic * v * v);
    }

    private double Sum<E>(ReadOnlySpan<E> x, double scale)
        where E : unmanaged
    {
        double sum = 0;
        for (var i = 0; i < x.Length; i++)
        {
            sum += Of(Element.Get(in x[i], 0), scale).Value;
        }

        return sum;
    }

    /// <summary>The greatest magnitude, but 1 at least where the form is not that of pure squares.</summary>
    private double Scale<E>(ReadOnlySpan<E> x)
        where E : unmanaged
    {
        var scale = constant == 0 ? Least : 1;
        for (var i = 0; i < x.Length; i++)
        {
            scale = Math.Max(scale, Math.Abs(Element.Get(in x[i], 0)));
        }

        return scale;
    }
}
