using System.Runtime.CompilerServices;

namespace Hillock;

/// <summary>0 up to −1, x from 1 on, ¼(x + 1)² between: softplus with exact zeros.</summary>
/// <remarks>As in JAX and Keras 3. Its slope is <see cref="SparseSigmoid"/>.</remarks>
public readonly record struct SparsePlus : IActivation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        T.Where(x > 1, x, T.Where(x > -1, 0.25 * ((x + 1) * (x + 1)), 0));
}

/// <summary>0 up to −beta, x from beta on, (x + beta)²/(4·beta) between.</summary>
/// <remarks>Shamir, Lin and Coviello 2020, arXiv:2010.09931. With beta = 1 it is <see cref="SparsePlus"/>.</remarks>
/// <param name="Beta">Half the width of the bend.</param>
public readonly record struct SmeLu(double Beta) : IVariable
{
    /// <inheritdoc/>
    public bool NeedsDoubles => (float)Beta != Beta;

    /// <summary>A bend of width 1.</summary>
    public SmeLu()
        : this(0.5)
    {
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        Of<T>(x, Beta);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x, T parameter)
        where T : struct, IReal<T> =>
        T.Where(x > parameter, x, T.Where(x > -parameter, (x + parameter) * (x + parameter) / (4 * parameter), 0));
}

/// <summary>max(x, 0)².</summary>
/// <remarks>So, Mańke, Liu, Dai, Shazeer and Le 2021, arXiv:2109.08668.</remarks>
public readonly record struct SquaredRelu : IActivation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T>
    {
        var r = T.Max(x, 0);
        return r * r;
    }
}

/// <summary>s·max(x, 0)² + b: squared ReLU with mean 0 and variance 1 for a standard normal input.</summary>
/// <remarks>Yu et al. 2022, arXiv:2210.13452. The defaults are 2/√5 and −1/√5 to four digits.</remarks>
/// <param name="Scale">The factor.</param>
/// <param name="Bias">The floor.</param>
public readonly record struct StarRelu(double Scale, double Bias) : IVariable2
{
    /// <inheritdoc/>
    public bool NeedsDoubles => true;

    /// <summary>The constants of the paper.</summary>
    public StarRelu()
        : this(0.8944, -0.4472)
    {
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        Of<T>(x, Scale, Bias);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x, T first, T second)
        where T : struct, IReal<T>
    {
        var r = T.Max(x, 0);
        return (first * (r * r)) + second;
    }
}

/// <summary>x where positive, x + ¼x² down to −2, otherwise −1: ELU from a parabola.</summary>
/// <remarks>Wuraola and Patel 2018, "SQNL: a new computationally efficient activation function".</remarks>
public readonly record struct Sqlu : IActivation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        T.Where(x > 0, x, T.Where(x > -2, x * (1 + (0.25 * x)), -1));
}

/// <summary>x + x²/32 where positive, x + ½x² down to −2, otherwise 0: swish from parabolas.</summary>
/// <remarks>Wuraola, Patel and Nguang 2021, "Efficient activation functions for embedded inference engines".</remarks>
public readonly record struct Squish : IActivation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        T.Where(x > 0, x * (1 + (0.03125 * x)), T.Where(x > -2, x * (1 + (0.5 * x)), 0));
}

/// <summary>|x| − a/2 outside [−a, a], x²/(2a) inside: |x| without the corner.</summary>
/// <remarks>Li, Ding and Gao 2013: the Huber loss as an activation.</remarks>
/// <param name="A">Half the width of the bend.</param>
public readonly record struct BiFiring(double A) : IVariable
{
    /// <summary>Bends between −1 and 1.</summary>
    public BiFiring()
        : this(1)
    {
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        Of<T>(x, A);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x, T parameter)
        where T : struct, IReal<T> =>
        T.Where(T.Abs(x) > parameter, T.Abs(x) - (0.5 * parameter), x * x / (2 * parameter));
}

/// <summary>|x| outside [−1, 1], x²·(2 − |x|) inside.</summary>
/// <remarks>Vallés-Pérez et al. 2022, where it is SoftModulusQ.</remarks>
public readonly record struct SoftModulus : IActivation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        T.Where(T.Abs(x) > 1, T.Abs(x), x * x * (2 - T.Abs(x)));
}
