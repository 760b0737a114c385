namespace Hillock;

/// <summary>softmax((x + g)/τ) with Gumbel noise g = −ln(−ln u): a draw from softmax(x), softened; straight through, the draw itself.</summary>
/// <remarks>
/// Jang, Gu and Poole 2016, arXiv:1611.01144; Maddison, Mnih and Teh 2016, arXiv:1611.00712. Forward and backward draw the same noise
/// from the seed and the element's place in the span; a new seed, a new draw. Straight through, the outputs are 0 and 1 and the gradient
/// is that of the softened draw.
/// </remarks>
internal readonly struct GumbelSoftmax(double tau, ulong seed, bool straightThrough) : IRowKernel
{
    public RowShape Shape => RowShape.Same;

    public int Room(int columns) => 2 * columns;

    public void Forward<E>(ReadOnlySpan<E> x, int columns, Span<E> y, Span<double> room)
        where E : unmanaged
    {
        for (var start = 0; start < x.Length; start += columns)
        {
            var noisy = Noisy(x, start, room[..columns]);
            var result = y.Slice(start, columns);
            if (straightThrough)
            {
                new Hardmax(true).Forward(noisy, noisy, default);
                for (var i = 0; i < columns; i++)
                {
                    Element.Set(ref result[i], 0, noisy[i]);
                }
            }
            else
            {
                ShiftedRow.Read<double>(noisy, tau, room[columns..]).Softmax(result);
            }
        }
    }

    public void Backward<E>(ReadOnlySpan<E> x, int columns, ReadOnlySpan<E> dy, Span<E> dx, Span<double> room)
        where E : unmanaged
    {
        for (var start = 0; start < x.Length; start += columns)
        {
            var noisy = Noisy(x, start, room[..columns]);
            ShiftedRow.Read<double>(noisy, tau, room[columns..]).SoftmaxGradient(dy.Slice(start, columns), tau, dx.Slice(start, columns));
        }
    }

    private Span<double> Noisy<E>(ReadOnlySpan<E> x, int start, Span<double> noisy)
        where E : unmanaged
    {
        var draws = new CounterDraws(seed);
        for (var i = 0; i < noisy.Length; i++)
        {
            noisy[i] = Element.Get(in x[start + i], 0) - Real.Log(-Real.Log(draws.Uniform(start + i)));
        }

        return noisy;
    }
}
