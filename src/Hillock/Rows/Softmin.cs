namespace Hillock;

/// <summary>softmax(−x): the smallest gets the greatest chance.</summary>
internal readonly struct Softmin(double temperature) : IRow
{
    private readonly Softmax softmax = new(temperature);

    public RowShape Shape => RowShape.Same;

    public int Room(int columns) => 2 * columns;

    public void Forward<E>(ReadOnlySpan<E> x, Span<E> y, Span<double> room)
        where E : unmanaged
    {
        RowOf.Negate(x, y);
        softmax.Forward(y, x.Length, y, room);
    }

    public void Backward<E>(ReadOnlySpan<E> x, ReadOnlySpan<E> dy, Span<E> dx, Span<double> room)
        where E : unmanaged
    {
        var negative = System.Runtime.InteropServices.MemoryMarshal.Cast<double, E>(room[x.Length..])[..x.Length];
        RowOf.Negate(x, negative);
        softmax.Backward<E>(negative, x.Length, dy, dx, room);
        RowOf.Negate(dx, dx);
    }
}
