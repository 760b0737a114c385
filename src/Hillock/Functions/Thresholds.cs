using System.Runtime.CompilerServices;

namespace Hillock;

/// <summary>x where above theta, otherwise 0: a rectifier that jumps.</summary>
/// <remarks>Konda, Memisevic and Krueger 2014, arXiv:1402.3337. The slope at theta is 0.</remarks>
/// <param name="Theta">Up to where it is 0.</param>
public readonly record struct ThresholdedRelu(double Theta) : IVariable
{
    /// <inheritdoc/>
    public bool NeedsDoubles => (float)Theta != Theta;

    /// <summary>Jumps at 1, as in ONNX.</summary>
    public ThresholdedRelu()
        : this(1)
    {
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        Of<T>(x, Theta);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x, T parameter)
        where T : struct, IReal<T> =>
        T.Where(x > parameter, x, 0 * x);
}

/// <summary>x where above theta, otherwise value.</summary>
/// <remarks>PyTorch has it without defaults; those here are its documentation's example.</remarks>
/// <param name="Theta">Up to where the output is constant.</param>
/// <param name="Value">The output there.</param>
public readonly record struct Threshold(double Theta, double Value) : IVariable2
{
    /// <inheritdoc/>
    public bool NeedsDoubles => (float)Theta != Theta;

    /// <summary>The example of PyTorch's documentation.</summary>
    public Threshold()
        : this(0.1, 20)
    {
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        Of<T>(x, Theta, Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x, T first, T second)
        where T : struct, IReal<T> =>
        T.Where(x > first, x, second);
}

/// <summary>max(x, −1): a rectifier whose mean can be 0.</summary>
/// <remarks>Clevert, Unterthiner and Hochreiter 2015, arXiv:1511.07289. The slope at −1 is 0.</remarks>
public readonly record struct ShiftedRelu : IActivation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        T.Max(x, -1);
}

/// <summary>max(x, 0) + bias: a rectifier whose floor is trained.</summary>
/// <remarks>Qiu, Xu and Cai 2017, arXiv:1706.08098.</remarks>
/// <param name="Bias">The floor before training.</param>
public readonly record struct FlexibleRelu(double Bias) : IVariable
{
    /// <inheritdoc/>
    public bool NeedsDoubles => (float)Bias != Bias;

    /// <summary>The mean of ReLU's output for a standard normal input, taken away.</summary>
    public FlexibleRelu()
        : this(-0.398)
    {
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        Of<T>(x, Bias);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x, T parameter)
        where T : struct, IReal<T> =>
        T.Max(x, 0) + parameter;
}

/// <summary>min(x, ceiling) where x is above theta, otherwise alpha·(x − theta): the rectifier with all of Keras's knobs.</summary>
/// <remarks>
/// keras.activations.relu(negative_slope, max_value, threshold). The slope at a corner is that of the left side, at the ceiling 0.
/// </remarks>
/// <param name="Alpha">The slope below theta.</param>
/// <param name="Ceiling">The greatest output.</param>
/// <param name="Theta">Where the positive part begins.</param>
public readonly record struct GeneralizedRelu(double Alpha, double Ceiling, double Theta) : IVariable3
{
    /// <inheritdoc/>
    public bool NeedsDoubles => (float)Theta != Theta;

    /// <summary>The same as <see cref="Relu6"/>.</summary>
    public GeneralizedRelu()
        : this(0, 6, 0)
    {
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        Of<T>(x, Alpha, Ceiling, Theta);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x, T first, T second, T third)
        where T : struct, IReal<T> =>
        T.Where(x > third, T.Min(x, second), first * (x - third));
}

/// <summary>x where positive, otherwise alpha·|x|.</summary>
/// <remarks>Kunc and Kléma 2024, arXiv:2402.09092, where it is AbsLU. The slope at 0 is −alpha.</remarks>
/// <param name="Alpha">The steepness below 0.</param>
public readonly record struct AbsRelu(double Alpha) : IVariable
{
    /// <summary>Half as steep below 0.</summary>
    public AbsRelu()
        : this(0.5)
    {
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        Of<T>(x, Alpha);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x, T parameter)
        where T : struct, IReal<T> =>
        T.Where(x > 0, x, -(parameter * x));
}

/// <summary>max(min(x, width − x), 0): a triangle from 0 to width.</summary>
/// <remarks>The hat function of finite elements. The slope at a corner is that of the right side, at 0 and width 0.</remarks>
/// <param name="Width">The base of the triangle.</param>
public readonly record struct Hat(double Width) : IVariable
{
    /// <inheritdoc/>
    public bool NeedsDoubles => (float)Width != Width;

    /// <summary>From 0 to 1.</summary>
    public Hat()
        : this(1)
    {
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        Of<T>(x, Width);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x, T parameter)
        where T : struct, IReal<T> =>
        T.Max(T.Min(x, parameter - x), 0);
}

/// <summary>max(1 − |x|, 0): a triangle around 0.</summary>
/// <remarks>The least of two mirrored rectifiers; Kunc and Kléma 2024, arXiv:2402.09092, have it as mReLU. The slope at 0 is 1.</remarks>
public readonly record struct Triangle : IActivation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        T.Max(1 - T.Abs(x), 0);
}
