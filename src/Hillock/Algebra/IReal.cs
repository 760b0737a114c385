using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Hillock;

/// <summary>
/// The algebra in which activation functions are written: a number type <typeparamref name="T"/> with arithmetic, a
/// choice, and the primitives that must not be composed from others because composing them loses accuracy.
/// </summary>
/// <remarks>
/// <para>One expression over <c>T</c> is a kernel when <c>T</c> is a vector of floats, a slope when <c>T</c> is
/// <see cref="Dual{T}"/>, a number when it is <see cref="Real"/>, a formula when it is <see cref="Term"/>.</para>
/// <para>Primitives give their companion along: the value that their slope is made of and that would cancel if it were
/// computed from the result (1 − tanh² is 0 from |x| = 9 on in float32, sech² is not).</para>
/// <para>There is one convention at kinks: <see cref="Where"/> takes value and slope of the branch it takes, and every
/// piecewise function comes from it. Arguments are finite; kernels treat infinities as limits and NaN as NaN.</para>
/// </remarks>
/// <typeparam name="T">The number type itself.</typeparam>
[SuppressMessage("Design", "CA1045", Justification = "A companion is a second result, not state.")]
public partial interface IReal<T>
    where T : struct, IReal<T>
{
    /// <summary>A constant.</summary>
    static abstract implicit operator T(double value);

    /// <summary>A constant with more digits than a double has.</summary>
    static abstract implicit operator T(Constant value);

    /// <summary>left + right.</summary>
    static abstract T operator +(T left, T right);

    /// <summary>left − right.</summary>
    static abstract T operator -(T left, T right);

    /// <summary>left · right.</summary>
    static abstract T operator *(T left, T right);

    /// <summary>left / right.</summary>
    static abstract T operator /(T left, T right);

    /// <summary>−value.</summary>
    static abstract T operator -(T value);

    /// <summary>Whether left is greater, as a condition for <see cref="Where"/>.</summary>
    static abstract T operator >(T left, T right);

    /// <summary>Whether left is smaller, as a condition for <see cref="Where"/>.</summary>
    static abstract T operator <(T left, T right);

    /// <summary>One of two values, with its slope; the other has no influence, whatever it is.</summary>
    static abstract T Where(T condition, T whenTrue, T whenFalse);

    /// <summary>√x.</summary>
    static abstract T Sqrt(T x);

    /// <summary>eˣ.</summary>
    static abstract T Exp(T x);

    /// <summary>eˣ − 1, accurate near 0.</summary>
    static abstract T ExpM1(T x, out T exp);

    /// <summary>ln x.</summary>
    static abstract T Log(T x);

    /// <summary>ln(1 + x), accurate near 0.</summary>
    static abstract T Log1P(T x);

    /// <summary>σ(x) = 1 / (1 + e⁻ˣ); its companion is σ(−x) = 1 − σ(x), and its slope the product of the two.</summary>
    static abstract T Sigmoid(T x, out T complement);

    /// <summary>tanh x; its companion and slope is sech² x = 1 − tanh² x.</summary>
    static abstract T Tanh(T x, out T sechSquared);

    /// <summary>ln(1 + eˣ); its companions are its slope σ(x) and σ(−x).</summary>
    static abstract T Softplus(T x, out T sigmoid, out T complement);

    /// <summary>Φ(x), the chance that a standard normal is smaller than x; its companion and slope is the density e^(−x²/2)/√(2π).</summary>
    static abstract T NormalCdf(T x, out T density);

    /// <summary>erf x; its companion and slope is 2e^(−x²)/√π.</summary>
    static abstract T Erf(T x, out T slope);

    /// <summary>sin x; its companion and slope is cos x.</summary>
    static abstract T Sin(T x, out T cos);

    /// <summary>sin(x)/x, 1 at 0 (not NumPy's, which is of πx); its companion and slope is (cos x − sinc x)/x.</summary>
    static abstract T Sinc(T x, out T slope);

    /// <summary>asinh x; its companion and slope is 1/√(1 + x²).</summary>
    static abstract T Asinh(T x, out T slope);

    /// <summary>atan x.</summary>
    static abstract T Atan(T x);

    /// <summary>x / (1 + |x|); its companion is 1 / (1 + |x|), and its slope the square of that.</summary>
    static abstract T Softsign(T x, out T complement);

    /// <summary>x·σ(x): composed, the product would be rounded once more. Its companion is its slope.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual T SigmoidGate(T x, out T slope)
    {
        // With σ outside: near the minimum the two terms nearly cancel.
        var sigmoid = T.Sigmoid(x, out var complement);
        slope = sigmoid * ((T)1 + (x * complement));
        return x * sigmoid;
    }

    /// <summary>x·σ(kx), as <see cref="SigmoidGate(T, out T)"/>; composed, the rounding error of kx would be multiplied by its size.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual T SigmoidGate(T x, Constant steepness, out T slope)
    {
        var sigmoid = T.Sigmoid(steepness * x, out var complement);
        slope = sigmoid * ((T)1 + (x * (steepness * complement)));
        return x * sigmoid;
    }

    /// <summary>x·σ(k·(x + cx³)), as <see cref="SigmoidGate(T, Constant, out T)"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual T SigmoidGate(T x, Constant steepness, Constant cubic, out T slope)
    {
        var argument = steepness * CubicArgument(new Dual<T>(x, 1), cubic);
        var sigmoid = T.Sigmoid(argument.Value, out var complement);
        slope = sigmoid * ((T)1 + (x * (argument.Slope * complement)));
        return x * sigmoid;
    }

    /// <summary>x·Φ(x): composed, the product would be rounded once more. Its companion is its slope.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual T NormalGate(T x, out T slope)
    {
        var cdf = T.NormalCdf(x, out var density);
        slope = cdf + (x * density);
        return x * cdf;
    }

    /// <summary>x·tanh(ln(1 + eˣ)): composed, five roundings would add up. Its companion is its slope.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual T TanhSoftplusGate(T x, out T slope)
    {
        var tanh = T.Tanh(T.Softplus(x, out var sigmoid, out _), out var sechSquared);
        slope = tanh + (x * (sechSquared * sigmoid));
        return x * tanh;
    }

    /// <inheritdoc cref="NormalGate(T, out T)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual T NormalGate(T x) => T.NormalGate(x, out _);

    /// <inheritdoc cref="SigmoidGate(T, out T)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual T SigmoidGate(T x) => T.SigmoidGate(x, out _);

    /// <inheritdoc cref="SigmoidGate(T, Constant, out T)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual T SigmoidGate(T x, Constant steepness) => T.SigmoidGate(x, steepness, out _);

    /// <inheritdoc cref="SigmoidGate(T, Constant, Constant, out T)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual T SigmoidGate(T x, Constant steepness, Constant cubic) => T.SigmoidGate(x, steepness, cubic, out _);

    /// <inheritdoc cref="TanhSoftplusGate(T, out T)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual T TanhSoftplusGate(T x) => T.TanhSoftplusGate(x, out _);

    /// <summary>A multiple by a parameter: a number that is known when the kernel runs, not when it is compiled.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual T Scaled(T x, double parameter) => parameter * x;

    /// <summary>A multiple, whose slope needs one product.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual T operator *(Constant left, T right) => (T)left * right;

    /// <inheritdoc cref="op_Multiply(Constant, T)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual T operator *(double left, T right) => (T)left * right;

    /// <inheritdoc cref="ExpM1(T, out T)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual T ExpM1(T x) => T.ExpM1(x, out _);

    /// <inheritdoc cref="Sigmoid(T, out T)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual T Sigmoid(T x) => T.Sigmoid(x, out _);

    /// <inheritdoc cref="Tanh(T, out T)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual T Tanh(T x) => T.Tanh(x, out _);

    /// <inheritdoc cref="Softplus(T, out T, out T)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual T Softplus(T x) => T.Softplus(x, out _, out _);

    /// <inheritdoc cref="NormalCdf(T, out T)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual T NormalCdf(T x) => T.NormalCdf(x, out _);

    /// <inheritdoc cref="Erf(T, out T)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual T Erf(T x) => T.Erf(x, out _);

    /// <inheritdoc cref="Sin(T, out T)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual T Sin(T x) => T.Sin(x, out _);

    /// <inheritdoc cref="Sinc(T, out T)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual T Sinc(T x) => T.Sinc(x, out _);

    /// <inheritdoc cref="Asinh(T, out T)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual T Asinh(T x) => T.Asinh(x, out _);

    /// <summary>cos x, with slope −sin x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual T Cos(T x)
    {
        T.Sin(x, out var cos);
        return cos;
    }

    /// <inheritdoc cref="Softsign(T, out T)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual T Softsign(T x) => T.Softsign(x, out _);

    /// <summary>The greater of two; <paramref name="otherwise"/> where they are equal, so a constant belongs there: max(x, 0) has slope 0 at 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual T Max(T x, T otherwise) => T.Where(x > otherwise, x, otherwise);

    /// <summary>The smaller of two; <paramref name="otherwise"/> where they are equal.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual T Min(T x, T otherwise) => T.Where(x < otherwise, x, otherwise);

    /// <summary>x, not below <paramref name="low"/> and not above <paramref name="high"/>; slope 0 at both.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual T Clamp(T x, T low, T high) => T.Min(T.Max(x, low), high);

    /// <summary>|x|, with slope −1 at 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual T Abs(T x) => T.Where(x > 0, x, -x);

    /// <summary>x + cx³, with its slope.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Dual<T> CubicArgument(Dual<T> x, Constant cubic) => x + (cubic * (x * x * x));
}
