namespace Hillock;

/// <summary>1 for the first greatest element, 0 for the others; its slope is 0, or straight through: dx = dy.</summary>
/// <remarks>Straight through: Bengio, Léonard and Courville 2013, arXiv:1308.3432. The first of several, as in ONNX.</remarks>
internal readonly struct Hardmax(bool straightThrough) : IRow
{
    public RowShape Shape => RowShape.Same;

    public int Room(int columns) => 0;

    public void Forward<E>(ReadOnlySpan<E> x, Span<E> y, Span<double> room)
        where E : unmanaged
    {
        var at = RowOf.IndexOfMaximum(x);
        var hasNaN = RowOf.HasNaN(x);
        RowOf.Fill(y, hasNaN ? double.NaN : 0);
        Element.Set(ref y[at], 0, hasNaN ? double.NaN : 1);
    }

    public void Backward<E>(ReadOnlySpan<E> x, ReadOnlySpan<E> dy, Span<E> dx, Span<double> room)
        where E : unmanaged
    {
        if (straightThrough)
        {
            dy.CopyTo(dx);
        }
        else
        {
            RowOf.Fill(dx, 0);
        }
    }
}
