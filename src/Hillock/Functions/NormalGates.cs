using System.Runtime.CompilerServices;

namespace Hillock;

/// <summary>x·Φ(lambda·x): GELU with a gate of any sharpness.</summary>
/// <remarks>Pérez-Corral, Fernández-Hernández, Mestre, Dolz and Quintana-Ortí 2026, arXiv:2603.21991; lambda from 1 on.</remarks>
/// <param name="Lambda">How sharply the gate opens.</param>
public readonly record struct LambdaGelu(double Lambda) : IVariable
{
    /// <summary>Twice as sharp as GELU.</summary>
    public LambdaGelu()
        : this(2)
    {
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        Of<T>(x, Lambda);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x, T parameter)
        where T : struct, IReal<T> =>
        x * T.NormalCdf(parameter * x);
}

/// <summary>min(max(x·Φ(x), −10), 10): GELU with a ceiling.</summary>
/// <remarks>Hugging Face has it for quantised models. The slope from 10 on is 0.</remarks>
public readonly record struct Gelu10 : IActivation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        T.Min(T.NormalGate(x), 10);
}
