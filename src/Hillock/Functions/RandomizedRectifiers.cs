using System.Runtime.CompilerServices;

namespace Hillock;

/// <summary>x where positive, otherwise x times a slope: their mean in evaluation, drawn anew for each element in training.</summary>
/// <remarks>Xu, Wang, Chen and Li 2015, arXiv:1505.00853.</remarks>
/// <param name="Lower">The least slope below 0.</param>
/// <param name="Upper">The greatest slope below 0.</param>
public readonly record struct RRelu(double Lower, double Upper) : IVariable2, IDrawn<RRelu>
{
    /// <summary>The range of the paper, from ⅛ to ⅓.</summary>
    public RRelu()
        : this(1.0 / 8, 1.0 / 3)
    {
    }

    /// <summary>The slope below 0, uniform from <see cref="Lower"/> to <see cref="Upper"/>.</summary>
    /// <param name="uniform">Between 0 and 1.</param>
    public double Drawn(double uniform) => Lower + ((Upper - Lower) * uniform);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        new LeakyRelu(0.5 * (Lower + Upper)).Of(x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x, T parameter)
        where T : struct, IReal<T> =>
        default(LeakyRelu).Of(x, parameter);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x, T first, T second)
        where T : struct, IReal<T> =>
        default(LeakyRelu).Of(x, 0.5 * (first + second));
}
