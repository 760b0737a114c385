namespace Hillock.Cli;

/// <summary>y = f(x) for elements of a format.</summary>
internal delegate void ForwardPass<E>(ReadOnlySpan<E> x, Span<E> y);

/// <summary>dx = f′(x)·dy for elements of a format.</summary>
internal delegate void BackwardPass<E>(ReadOnlySpan<E> x, ReadOnlySpan<E> dy, Span<E> dx);

/// <summary>The directions of a function in a format; from the output it has a slope where that is worth having.</summary>
internal readonly record struct Passes<E>(ForwardPass<E> Forward, BackwardPass<E> Backward, BackwardPass<E>? BackwardFromOutput = null);
