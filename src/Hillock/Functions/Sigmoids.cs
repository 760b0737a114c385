using System.Runtime.CompilerServices;

namespace Hillock;

/// <summary>1/(1 + e⁻ˣ): a chance from a logit.</summary>
/// <remarks>Verhulst 1838. Its slope is at most ¼.</remarks>
public readonly record struct Sigmoid : IActivation, IOutputSlope<Sigmoid>
{
    /// <inheritdoc/>
    public FloatRange Floats => FloatRange.Within(87);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        T.Sigmoid(x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T SlopeOfOutput<T>(T y)
        where T : struct, IReal<T> =>
        y * (1 - y);
}

/// <summary>tanh x: a sigmoid centred on 0.</summary>
/// <remarks>Recommended by LeCun, Bottou, Orr and Müller 1998, "Efficient BackProp".</remarks>
public readonly record struct Tanh : IActivation, IOutputSlope<Tanh>
{
    /// <inheritdoc/>
    public FloatRange Floats => FloatRange.Finite;

    /// <inheritdoc/>
    public FloatRange SlopeFloats => FloatRange.Within(43);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        T.Tanh(x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T SlopeOfOutput<T>(T y)
        where T : struct, IReal<T> =>
        (1 - y) * (1 + y);
}

/// <summary>min(max(x/6 + ½, 0), 1): a sigmoid from straight lines, as PyTorch, Keras 3 and JAX have it (ONNX has slope 0.2).</summary>
/// <remarks>Written with x + 3 first, which is exact near −3 where x/6 + ½ would cancel; x itself is held, since x + 3 rounds to 6 below 3. The slope at ±3 is 0.</remarks>
public readonly record struct HardSigmoid : IActivation, IOutputSlope<HardSigmoid>
{
    /// <summary>A sixth, with which a product takes a third of a division's time.</summary>
    internal static readonly Constant Sixth = Constant.Of("0.16666666666666666666666666666666667", "1/6");

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        Sixth * (T.Clamp(x, -3, 3) + 3);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T SlopeOfOutput<T>(T y)
        where T : struct, IReal<T> =>
        T.Where(y > 0, T.Where(y < 1, Sixth, 0), 0);
}

/// <summary>min(max(x, low), high): tanh from straight lines.</summary>
/// <remarks>Collobert 2004, "Large scale machine learning". The slope at both ends is 0.</remarks>
/// <param name="Low">The floor.</param>
/// <param name="High">The ceiling.</param>
public readonly record struct HardTanh(double Low, double High) : IVariable2, IOutputSlope<HardTanh>
{
    /// <summary>From −1 to 1.</summary>
    public HardTanh()
        : this(-1, 1)
    {
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        Of<T>(x, Low, High);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x, T first, T second)
        where T : struct, IReal<T> =>
        T.Clamp(x, first, second);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T SlopeOfOutput<T>(T y)
        where T : struct, IReal<T> =>
        T.Where(y > Low, T.Where(y < High, 1, 0), 0);
}

/// <summary>ln σ(x) = −ln(1 + e⁻ˣ): the logarithm of a chance.</summary>
/// <remarks>The negative log-likelihood of a logit; never taken as log(sigmoid(x)), which is −∞ from x = −104 on in float32.</remarks>
public readonly record struct LogSigmoid : IActivation
{
    /// <inheritdoc/>
    public FloatRange Floats => FloatRange.Within(87);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        -T.Softplus(-x);
}

/// <summary>x/(1 + |x|): a sigmoid that approaches its ends as 1/x, so it never quite saturates.</summary>
/// <remarks>Bergstra, Desjardins, Lamblin and Bengio 2009, Université de Montréal TR 1337.</remarks>
public readonly record struct Softsign : IActivation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        T.Softsign(x);
}
