using System.Diagnostics.CodeAnalysis;

namespace Hillock;

/// <summary>A function whose slope can be had from its output, so that a network need not keep the input.</summary>
/// <remarks>
/// What it loses: where the function saturates, the output has forgotten how far it is from its end. Of sigmoid, y(1 − y) is 0 from x = 17
/// on and tanh's (1 − y)(1 + y) from x = 9.01, where the slopes from the input keep all their digits; at a kink, the branch is told by the output.
/// </remarks>
public interface IOutputSlope
{
    /// <summary>f′(x) as a function of y = f(x).</summary>
    /// <typeparam name="T">The algebra in which the expression is read.</typeparam>
    T SlopeOfOutput<T>(T y)
        where T : struct, IReal<T>;

    /// <summary>dx = f′(x)·dy from y = f(x).</summary>
    internal void Backward(ReadOnlySpan<float> y, ReadOnlySpan<float> dy, Span<float> dx);
}

/// <summary><see cref="IOutputSlope"/> with its kernel.</summary>
/// <typeparam name="F">The function itself.</typeparam>
public interface IOutputSlope<F> : IOutputSlope
    where F : struct, IActivation, IOutputSlope<F>
{
    [SuppressMessage("Design", "CA1033", Justification = "Not for callers: a function has the kernel as an extension.")]
    void IOutputSlope.Backward(ReadOnlySpan<float> y, ReadOnlySpan<float> dy, Span<float> dx) => ((F)this).BackwardFromOutput(y, dy, dx);
}
