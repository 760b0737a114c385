using System.Runtime.CompilerServices;

namespace Hillock;

/// <summary>The values of one function with the slope of another: how a step learns.</summary>
/// <remarks>Bengio, Léonard and Courville 2013, arXiv:1308.3432; Neftci, Mostafa and Zenke 2019, arXiv:1901.09948.</remarks>
/// <typeparam name="F">The function whose values count, such as <see cref="Step"/>.</typeparam>
/// <typeparam name="S">The function whose slope stands in, such as <see cref="Sigmoid"/>.</typeparam>
/// <param name="Function">The function whose values count.</param>
/// <param name="Smooth">The function whose slope stands in.</param>
public readonly record struct WithSlopeOf<F, S>(F Function, S Smooth) : IActivation
    where F : struct, IActivation
    where S : struct, IActivation
{
    /// <inheritdoc/>
    public bool NeedsDoubles => Function.NeedsDoubles || Smooth.NeedsDoubles;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        T.Surrogate(Function.Of(x), Smooth.Of(x));
}
