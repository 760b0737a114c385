using System.Runtime.CompilerServices;

namespace Hillock;

/// <summary>max(x, 0): lets the positive pass.</summary>
/// <remarks>Nair and Hinton 2010, ICML. The slope at 0 is 0.</remarks>
public readonly record struct Relu : IActivation, IOutputSlope<Relu>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        T.Max(x, 0);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T SlopeOfOutput<T>(T y)
        where T : struct, IReal<T> =>
        T.Where(y > 0, 1, 0);
}

/// <summary>min(max(x, 0), 6): a rectifier with a ceiling, for low-precision arithmetic.</summary>
/// <remarks>Krizhevsky 2010, "Convolutional deep belief networks on CIFAR-10".</remarks>
public readonly record struct Relu6 : IActivation, IOutputSlope<Relu6>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        T.Clamp(x, 0, 6);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T SlopeOfOutput<T>(T y)
        where T : struct, IReal<T> =>
        T.Where(y > 0, T.Where(y < 6, 1, 0), 0);
}

/// <summary>x where positive, otherwise alpha·x: a rectifier that never dies.</summary>
/// <remarks>Maas, Hannun and Ng 2013, ICML workshop. The slope at 0 is alpha.</remarks>
/// <param name="Alpha">The slope below 0.</param>
public readonly record struct LeakyRelu(double Alpha) : IVariable
{
    /// <summary>The slope of the paper.</summary>
    public LeakyRelu()
        : this(0.01)
    {
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        T.Where(x > 0, x, T.Scaled(x, Alpha));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x, T parameter)
        where T : struct, IReal<T> =>
        T.Where(x > 0, x, parameter * x);
}

/// <summary><see cref="LeakyRelu"/> whose slope is trained with the network.</summary>
/// <remarks>He, Zhang, Ren and Sun 2015, arXiv:1502.01852.</remarks>
/// <param name="Alpha">The slope below 0 before training.</param>
public readonly record struct PRelu(double Alpha) : IVariable
{
    /// <summary>The start of the paper.</summary>
    public PRelu()
        : this(0.25)
    {
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        new LeakyRelu(Alpha).Of(x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x, T parameter)
        where T : struct, IReal<T> =>
        default(LeakyRelu).Of(x, parameter);
}

/// <summary>ln(1 + e^(beta·x))/beta: a rectifier without the corner, nearer to it the greater beta is.</summary>
/// <remarks>Dugas, Bengio, Bélisle, Nadeau and Garcia 2000, NIPS 13. Its slope is σ(beta·x).</remarks>
/// <param name="Beta">How sharp the bend is.</param>
public readonly record struct Softplus(double Beta) : IVariable
{
    /// <inheritdoc/>
    public FloatRange Floats => FloatRange.WithinIfExact(87, 1 / Beta);

    /// <summary>ln(1 + eˣ).</summary>
    public Softplus()
        : this(1)
    {
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        T.Scaled(T.Softplus(T.Scaled(x, Beta)), 1 / Beta);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x, T parameter)
        where T : struct, IReal<T> =>
        T.Softplus(parameter * x) / parameter;
}
