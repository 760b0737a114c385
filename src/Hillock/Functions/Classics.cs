using System.Runtime.CompilerServices;

namespace Hillock;

/// <summary>1 where x is positive, otherwise 0: the neuron of 1943.</summary>
/// <remarks>McCulloch and Pitts 1943. Its slope is 0 everywhere, so gradients cannot train what lies before it.</remarks>
public readonly record struct Step : IActivation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        T.Where(x > 0, 1, 0);
}

/// <summary>x: no activation.</summary>
/// <remarks>Layers with nothing between them are one layer.</remarks>
public readonly record struct Linear : IActivation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        x;
}
