using System.Runtime.CompilerServices;

namespace Hillock;

/// <summary>x where positive, otherwise alpha·(eˣ − 1): negative outputs pull the mean towards 0.</summary>
/// <remarks>Clevert, Unterthiner and Hochreiter 2015, arXiv:1511.07289.</remarks>
/// <param name="Alpha">How far below 0 it saturates.</param>
public readonly record struct Elu(double Alpha) : IVariable, IOutputSlope<Elu>
{
    /// <inheritdoc/>
    public FloatRange Floats => FloatRange.WithinIfExact(87, 1);

    /// <summary>Saturates at −1, without a kink.</summary>
    public Elu()
        : this(1)
    {
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        T.Where(x > 0, x, T.Scaled(T.ExpM1(x), Alpha));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x, T parameter)
        where T : struct, IReal<T> =>
        T.Where(x > 0, x, parameter * T.ExpM1(x));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T SlopeOfOutput<T>(T y)
        where T : struct, IReal<T> =>
        T.Where(y > 0, 1, y + Alpha);
}

/// <summary>1.0507·(x where positive, otherwise 1.6733·(eˣ − 1)): keeps mean 0 and variance 1 from layer to layer.</summary>
/// <remarks>Klambauer, Unterthiner, Mayr and Hochreiter 2017, arXiv:1706.02515; needs weights of variance 1/fan-in.</remarks>
public readonly record struct Selu : IActivation, IOutputSlope<Selu>
{
    /// <inheritdoc/>
    public FloatRange Floats => FloatRange.Within(87);

    private static readonly Constant Scale = Constant.Of("1.0507009873554804934193349852946");
    private static readonly Constant ScaledAlpha = Constant.Of("1.7580993408473768599402175208123", "1.0507009873554805 * 1.6732632423543772");

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        T.Where(x > 0, Scale * x, ScaledAlpha * T.ExpM1(x));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T SlopeOfOutput<T>(T y)
        where T : struct, IReal<T> =>
        T.Where(y > 0, Scale, y + ScaledAlpha);
}

/// <summary>x where positive, otherwise alpha·(e^(x/alpha) − 1): as ELU, without a kink for every alpha.</summary>
/// <remarks>Barron 2017, arXiv:1704.07483.</remarks>
/// <param name="Alpha">How far below 0 it saturates, and how slowly.</param>
public readonly record struct Celu(double Alpha) : IVariable, IOutputSlope<Celu>
{
    /// <inheritdoc/>
    public FloatRange Floats => FloatRange.WithinIfExact(87, Alpha);

    /// <summary>The same as <see cref="Elu"/>.</summary>
    public Celu()
        : this(1)
    {
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        T.Where(x > 0, x, T.Scaled(T.ExpM1(Constant.Inverse(Alpha) * x), Alpha));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x, T parameter)
        where T : struct, IReal<T> =>
        T.Where(x > 0, x, parameter * T.ExpM1(x / parameter));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T SlopeOfOutput<T>(T y)
        where T : struct, IReal<T> =>
        T.Where(y > 0, 1, (y / Alpha) + 1);
}
