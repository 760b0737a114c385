using System.Runtime.CompilerServices;

namespace Hillock;

/// <summary>eˣ.</summary>
public readonly record struct Exponential : IActivation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        T.Exp(x);
}

/// <summary>(a/b)·x where positive, otherwise a·(e^(x/b) − 1).</summary>
/// <remarks>Trottier, Giguère and Chaib-draa 2017, arXiv:1605.09332. With a = b = 1 it is ELU.</remarks>
/// <param name="A">How far below 0 it goes.</param>
/// <param name="B">How slowly.</param>
public readonly record struct Pelu(double A, double B) : IVariable2
{
    /// <summary>Slope ¾ at 0.</summary>
    public Pelu()
        : this(1.5, 2)
    {
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        Of<T>(x, A, B);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x, T first, T second)
        where T : struct, IReal<T> =>
        T.Where(x > 0, first / second * x, first * T.ExpM1(x / second));
}

/// <summary>x where positive, otherwise alpha·(e^(beta·x) − 1).</summary>
/// <remarks>Li, Fan, Li, Wu and Ming 2018, arXiv:1606.00305.</remarks>
/// <param name="Alpha">How far below 0 it goes.</param>
/// <param name="Beta">How fast.</param>
public readonly record struct Mpelu(double Alpha, double Beta) : IVariable2
{
    /// <summary>The start of the paper.</summary>
    public Mpelu()
        : this(0.25, 1)
    {
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        Of<T>(x, Alpha, Beta);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x, T first, T second)
        where T : struct, IReal<T> =>
        T.Where(x > 0, x, first * T.ExpM1(second * x));
}

/// <summary>alpha_p·x² + beta·x where positive, otherwise alpha_n·(eˣ − 1 − x) + beta·x.</summary>
/// <remarks>Huang and Schlag 2024, arXiv:2411.13010. Implementations that stop eˣ − 1 short of 0 differ by 1e-6 there.</remarks>
/// <param name="AlphaP">The curvature above 0.</param>
/// <param name="AlphaN">The curvature below 0.</param>
/// <param name="Beta">The slope at 0.</param>
public readonly record struct XiElu(double AlphaP, double AlphaN, double Beta) : IVariable3
{
    /// <inheritdoc/>
    public bool NeedsDoubles => true;

    /// <summary>The start of the paper.</summary>
    public XiElu()
        : this(0.8, 0.8, 0.5)
    {
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        Of<T>(x, AlphaP, AlphaN, Beta);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x, T first, T second, T third)
        where T : struct, IReal<T> =>
        T.Where(x > 0, x * ((first * x) + third), (second * (T.ExpM1(x) - x)) + (third * x));
}

/// <summary>(e^(alpha·x) − 1)/alpha + alpha: from linear (alpha towards 0) to exponential (1).</summary>
/// <remarks>
/// Godfrey and Gashler 2015, arXiv:1602.01321. Its logarithmic half, alpha below 0, has no value for some x and is left out.
/// </remarks>
/// <param name="Alpha">0 is linear, 1 exponential.</param>
public readonly record struct SoftExponential(double Alpha) : IVariable
{
    /// <inheritdoc/>
    public bool NeedsDoubles => true;

    /// <summary>Halfway.</summary>
    public SoftExponential()
        : this(0.5)
    {
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        (Constant.Inverse(Alpha) * T.ExpM1(T.Scaled(x, Alpha))) + Alpha;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x, T parameter)
        where T : struct, IReal<T> =>
        (T.ExpM1(parameter * x) / parameter) + parameter;
}
