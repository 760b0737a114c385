namespace Hillock;

/// <summary>The kernels of an activation whose parameter varies: per element, per unit or with the training step.</summary>
public static class VariedKernel
{
    // Parameter gradients of this many elements are computed at a time and then summed, always in the same order.
    private const int Block = 256;

    /// <summary>y = f(x; p), with one parameter for all elements or one for each.</summary>
    /// <exception cref="ArgumentException">The lengths do not fit, or the spans overlap other than exactly.</exception>
    public static void Forward<F>(this F f, ReadOnlySpan<float> x, ReadOnlySpan<float> parameter, Span<float> y)
        where F : struct, IVariable
    {
        Spans.Check(x, y, nameof(x), nameof(y));
        CheckParameter(parameter, x.Length);
        Sweep.Over<VariedForwardKernel<F>, F, float>(f, new(x, p: parameter, y: y), x.Length);
    }

    /// <summary>dx = ∂f/∂x·dy; ∂f/∂p·dy is added to <paramref name="dparameter"/>, as a sum over all elements or one by one.</summary>
    /// <exception cref="ArgumentException">The lengths do not fit, or the spans overlap other than exactly.</exception>
    public static void Backward<F>(
        this F f, ReadOnlySpan<float> x, ReadOnlySpan<float> parameter, ReadOnlySpan<float> dy, Span<float> dx, Span<float> dparameter)
        where F : struct, IVariable
    {
        Spans.Check(x, dx, nameof(x), nameof(dx));
        Spans.Check(dy, dx, nameof(dy), nameof(dx));
        Spans.Check(parameter, dparameter, nameof(parameter), nameof(dparameter));
        Spans.CheckApart(dx, dparameter, nameof(dx), nameof(dparameter));
        CheckParameter(parameter, x.Length);
        var shared = parameter.Length == 1;
        Span<float> terms = stackalloc float[Block];
        double sum = 0;
        for (var start = 0; start < x.Length; start += Block)
        {
            var length = Math.Min(Block, x.Length - start);
            var each = shared ? parameter : parameter.Slice(start, length);
            Sweep.Over<VariedBackwardKernel<F>, F, float>(
                f, new(x.Slice(start, length), dy.Slice(start, length), each, terms, dx.Slice(start, length)), length);
            if (shared)
            {
                sum += Sum(terms[..length]);
            }
            else
            {
                Add(terms[..length], dparameter[start..]);
            }
        }

        if (shared)
        {
            dparameter[0] = (float)(dparameter[0] + sum);
        }
    }

    /// <summary>dx = ∂f/∂x·dy, with one parameter for all elements or one for each.</summary>
    /// <exception cref="ArgumentException">The lengths do not fit, or the spans overlap other than exactly.</exception>
    public static void Backward<F>(this F f, ReadOnlySpan<float> x, ReadOnlySpan<float> parameter, ReadOnlySpan<float> dy, Span<float> dx)
        where F : struct, IVariable
    {
        Spans.Check(x, dx, nameof(x), nameof(dx));
        Spans.Check(dy, dx, nameof(dy), nameof(dx));
        CheckParameter(parameter, x.Length);
        Sweep.Over<VariedSlopeKernel<F>, F, float>(f, new(x, dy, parameter, dx: dx), x.Length);
    }

    /// <summary>Draws the numbers of a function that is random in training.</summary>
    /// <param name="f">The function.</param>
    /// <param name="seed">The same seed gives the same numbers; take another for each step.</param>
    /// <param name="first">The number of the first element, so that parts of a batch can be drawn in any order.</param>
    /// <param name="drawn">Receives one number for each element.</param>
    public static void Draw<F>(this F f, ulong seed, long first, Span<float> drawn)
        where F : IDrawn
    {
        var draws = new CounterDraws(seed);
        for (var i = 0; i < drawn.Length; i++)
        {
            drawn[i] = (float)f.Drawn(draws.Uniform(first + i));
        }
    }

    private static void CheckParameter(ReadOnlySpan<float> parameter, int length)
    {
        if (parameter.Length != 1 && parameter.Length != length)
        {
            throw new ArgumentException(
                $"parameter has {parameter.Length} elements; it must have 1, or {length} as x has.", nameof(parameter));
        }
    }

    private static double Sum(ReadOnlySpan<float> terms)
    {
        double sum = 0;
        foreach (var term in terms)
        {
            sum += term;
        }

        return sum;
    }

    private static void Add(ReadOnlySpan<float> terms, Span<float> sums)
    {
        for (var i = 0; i < terms.Length; i++)
        {
            sums[i] += terms[i];
        }
    }
}
