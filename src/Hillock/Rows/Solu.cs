namespace Hillock;

/// <summary>x ⊙ softmax(x), 0 where x is −∞; dxᵢ = pᵢ·(dyᵢ + xᵢ·dyᵢ − Σ xⱼ·pⱼ·dyⱼ) with p = softmax(x).</summary>
/// <remarks>Elhage et al. 2022, transformer-circuits.pub/2022/solu.</remarks>
internal readonly struct Solu : IRow
{
    public RowShape Shape => RowShape.Same;

    public int Room(int columns) => columns;

    public void Forward<E>(ReadOnlySpan<E> x, Span<E> y, Span<double> room)
        where E : unmanaged
    {
        var row = ShiftedRow.Read(x, 1, room);
        for (var i = 0; i < y.Length; i++)
        {
            Element.Set(ref y[i], 0, Product(Element.Get(in x[i], 0), row.Exponentials[i] / (1 + row.Rest)));
        }
    }

    public void Backward<E>(ReadOnlySpan<E> x, ReadOnlySpan<E> dy, Span<E> dx, Span<double> room)
        where E : unmanaged
    {
        var row = ShiftedRow.Read(x, 1, room);
        double mean = 0;
        for (var i = 0; i < x.Length; i++)
        {
            mean += Product(Element.Get(in x[i], 0), row.Exponentials[i] / (1 + row.Rest)) * Element.Get(in dy[i], 0);
        }

        for (var i = 0; i < x.Length; i++)
        {
            var (chance, upstream) = (row.Exponentials[i] / (1 + row.Rest), Element.Get(in dy[i], 0));
            Element.Set(ref dx[i], 0, (chance * (upstream - mean)) + (Product(Element.Get(in x[i], 0), chance) * upstream));
        }
    }

    private static double Product(double x, double chance) => chance == 0 ? 0 : x * chance;
}
