using System.Runtime.CompilerServices;

namespace Hillock;

/// <summary>π·sinc(x − π): a sinc moved so that it passes through the origin.</summary>
/// <remarks>
/// Noel, Bharadwaj, Muthiah-Nakarajan, Dutta and Amali 2021, arXiv:2111.04020 (shifted sinc unit). Written −π·sin(x)/(x − π)
/// away from π, where x − π would lose the angle of a great x.
/// </remarks>
public readonly record struct Ssu : IActivation
{
    private static readonly Constant Pi = Dsu.Pi;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T>
    {
        var shifted = x - Pi;
        return Pi * T.Where(T.Abs(shifted) < 1, T.Sinc(shifted), -T.Sin(x) / shifted);
    }
}

/// <summary>½π·(sinc(x − π) − sinc(x + π)): two decaying waves, odd around 0.</summary>
/// <remarks>
/// Noel et al. 2021, arXiv:2111.04020 (decaying sine unit). Written π²·sin(x)/((π − |x|)(π + |x|)), the same function, in which
/// the two do not cancel.
/// </remarks>
public readonly record struct Dsu : IActivation
{
    /// <summary>π to twice the digits of a double.</summary>
    internal static readonly Constant Pi = Constant.Of("3.1415926535897932384626433832795029", "pi");

    private static readonly Constant PiSquared = Constant.Of("9.8696044010893586188344909998761511", "pi^2");

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T>
    {
        var (above, below) = (T.Abs(x) + Pi, Pi - T.Abs(x));
        var near = T.Sinc(below);
        return PiSquared / above * T.Where(T.Abs(below) < 1, T.Where(x > 0, near, -near), T.Sin(x) / below);
    }
}

/// <summary>min(x, sin x): the identity below 0, a wave above.</summary>
/// <remarks>Listed in Kunc and Kléma 2024, arXiv:2402.09092. Smooth at 0, where sine and identity touch.</remarks>
public readonly record struct Minsin : IActivation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        T.Where(x > 0, T.Sin(x), x);
}

/// <summary>max(x, 0) + a·sin(b·x): a rectifier that waves.</summary>
/// <remarks>Gupta and Ahuja 2021, arXiv:2110.12246 (variational linear unit; PVLU trains a and b).</remarks>
/// <param name="A">The height of the wave.</param>
/// <param name="B">Its angular frequency.</param>
public readonly record struct Vlu(double A, double B) : IVariable2
{
    /// <summary>Height and frequency 1.</summary>
    public Vlu()
        : this(1, 1)
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
        T.Max(x, 0) + (first * T.Sin(second * x));
}
