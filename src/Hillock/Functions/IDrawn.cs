using System.Diagnostics.CodeAnalysis;

namespace Hillock;

/// <summary>A function that is random in training: a number of its own is drawn for each element, anew at each step.</summary>
/// <remarks>f(x) is what evaluation takes; f(x; parameter) is the function with the number that was drawn, the same forward and backward.</remarks>
public interface IDrawn : IVariable
{
    /// <summary>The number that a uniform draw stands for: the quantile function of its distribution.</summary>
    /// <param name="uniform">Between 0 and 1, both excluded.</param>
    double Drawn(double uniform);

    /// <summary>y = f(x; drawn).</summary>
    internal void ForwardDrawn(ReadOnlySpan<float> x, ReadOnlySpan<float> drawn, Span<float> y);

    /// <summary>dx = ∂f/∂x·dy.</summary>
    internal void BackwardDrawn(ReadOnlySpan<float> x, ReadOnlySpan<float> drawn, ReadOnlySpan<float> dy, Span<float> dx);
}

/// <summary><see cref="IDrawn"/> with its kernels.</summary>
/// <typeparam name="F">The function itself.</typeparam>
[SuppressMessage("Design", "CA1033", Justification = "Not for callers: a function has the kernels as extensions.")]
public interface IDrawn<F> : IDrawn
    where F : struct, IDrawn<F>
{
    void IDrawn.ForwardDrawn(ReadOnlySpan<float> x, ReadOnlySpan<float> drawn, Span<float> y) => ((F)this).Forward(x, drawn, y);

    void IDrawn.BackwardDrawn(ReadOnlySpan<float> x, ReadOnlySpan<float> drawn, ReadOnlySpan<float> dy, Span<float> dx) =>
        ((F)this).Backward(x, drawn, dy, dx);
}
