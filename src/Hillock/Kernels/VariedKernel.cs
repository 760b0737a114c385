using System.Runtime.InteropServices;

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
        Loop.Run<VariedForwardPass<F, float>, F, float>(
            new(
                f,
                in MemoryMarshal.GetReference(x),
                in MemoryMarshal.GetReference(parameter),
                Step(parameter, x.Length),
                ref MemoryMarshal.GetReference(y)),
            x.Length);
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
        var step = Step(parameter, x.Length);
        Span<float> terms = stackalloc float[Block];
        double sum = 0;
        for (var start = 0; start < x.Length; start += Block)
        {
            var length = Math.Min(Block, x.Length - start);
            Loop.Run<VariedBackwardPass<F, float>, F, float>(
                new(
                    f,
                    in MemoryMarshal.GetReference(x[start..]),
                    in MemoryMarshal.GetReference(step == 0 ? parameter : parameter[start..]),
                    step,
                    in MemoryMarshal.GetReference(dy[start..]),
                    ref MemoryMarshal.GetReference(dx[start..]),
                    ref MemoryMarshal.GetReference(terms)),
                length);
            if (step == 0)
            {
                sum += Sum(terms[..length]);
            }
            else
            {
                Add(terms[..length], dparameter[start..]);
            }
        }

        if (step == 0)
        {
            dparameter[0] = (float)(dparameter[0] + sum);
        }
    }

    private static nint Step(ReadOnlySpan<float> parameter, int length) =>
        parameter.Length == 1 ? 0
        : parameter.Length == length ? 1
        : throw new ArgumentException(
            $"parameter has {parameter.Length} elements; it must have 1, or {length} as x has.", nameof(parameter));

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
