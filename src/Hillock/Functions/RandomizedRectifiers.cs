using System.Runtime.CompilerServices;

namespace Hillock;

/// <summary>x where positive, otherwise x times a slope: their mean in evaluation, drawn anew for each element in training.</summary>
/// <remarks>
/// Xu, Wang, Chen and Li 2015, arXiv:1505.00853. For training draw slopes with <see cref="Draw"/> and hand them to the kernels of
/// <see cref="LeakyRelu"/> that take one parameter for each element, forward and backward.
/// </remarks>
/// <param name="Lower">The least slope below 0.</param>
/// <param name="Upper">The greatest slope below 0.</param>
public readonly record struct RRelu(double Lower, double Upper) : IVariable2
{
    /// <summary>The range of the paper, from ⅛ to ⅓.</summary>
    public RRelu()
        : this(1.0 / 8, 1.0 / 3)
    {
    }

    /// <summary>Draws the slopes of training, uniform between the two.</summary>
    /// <param name="seed">The same seed gives the same slopes.</param>
    /// <param name="first">The number of the first element, so that parts of a batch can be drawn in any order.</param>
    /// <param name="slopes">Receives one slope for each element.</param>
    public void Draw(ulong seed, long first, Span<float> slopes)
    {
        var draws = new CounterDraws(seed);
        for (var i = 0; i < slopes.Length; i++)
        {
            slopes[i] = (float)(Lower + ((Upper - Lower) * draws.Uniform(first + i)));
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        T.Where(x > 0, x, T.Scaled(x, 0.5 * (Lower + Upper)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x, T first, T second)
        where T : struct, IReal<T> =>
        T.Where(x > 0, x, 0.5 * (first + second) * x);
}
