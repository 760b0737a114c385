namespace Hillock;

// Functions that rise, and companions that fall with |x|: the kernels at both ends, a little outwards.
public readonly partial record struct Interval
{
    private static readonly Interval HalfPi = Around(0.5 * Math.PI);

    /// <inheritdoc/>
    public static Interval Sqrt(Interval x) =>
        new(Outward.RootBelow(Math.Max(0, x.Low)), Outward.RootAbove(Math.Max(0, x.High)), x.IsBroken);

    /// <inheritdoc/>
    public static Interval Exp(Interval x) => Rising(x, static v => Real.Exp(v), 0, double.PositiveInfinity);

    /// <inheritdoc/>
    public static Interval ExpM1(Interval x, out Interval exp)
    {
        exp = Exp(x);
        return Rising(x, static v => Real.ExpM1(v, out _), -1, double.PositiveInfinity);
    }

    /// <inheritdoc/>
    public static Interval Log(Interval x) =>
        Rising(x, static v => v > 0 ? Real.Log(v) : double.NegativeInfinity, double.NegativeInfinity, double.PositiveInfinity);

    /// <inheritdoc/>
    public static Interval Log1P(Interval x) =>
        Rising(x, static v => v > -1 ? Real.Log1P(v) : double.NegativeInfinity, double.NegativeInfinity, double.PositiveInfinity);

    /// <inheritdoc/>
    public static Interval Sigmoid(Interval x, out Interval complement)
    {
        complement = Rising(-x, static v => Real.Sigmoid(v, out _), 0, 1);
        return Rising(x, static v => Real.Sigmoid(v, out _), 0, 1);
    }

    /// <inheritdoc/>
    public static Interval Tanh(Interval x, out Interval sechSquared)
    {
        sechSquared = Bump(x, static v => Companion(Real.Tanh(v, out var c), c), 1);
        return Rising(x, static v => Real.Tanh(v, out _), -1, 1);
    }

    /// <inheritdoc/>
    public static Interval Softplus(Interval x, out Interval sigmoid, out Interval complement)
    {
        sigmoid = Sigmoid(x, out complement);
        return Rising(x, static v => Real.Softplus(v, out _, out _), 0, double.PositiveInfinity);
    }

    /// <inheritdoc/>
    public static Interval NormalCdf(Interval x, out Interval density)
    {
        density = Bump(x, static v => Companion(Real.NormalCdf(v, out var c), c), 1);
        return Rising(x, static v => Real.NormalCdf(v, out _), 0, 1);
    }

    /// <inheritdoc/>
    public static Interval Erf(Interval x, out Interval slope)
    {
        slope = Bump(x, static v => Companion(Real.Erf(v, out var c), c), 2);
        return Rising(x, static v => Real.Erf(v, out _), -1, 1);
    }

    /// <inheritdoc/>
    public static Interval Asinh(Interval x, out Interval slope)
    {
        slope = Bump(x, static v => Companion(Real.Asinh(v, out var c), c), 1);
        return Rising(x, static v => Real.Asinh(v, out _), double.NegativeInfinity, double.PositiveInfinity);
    }

    /// <inheritdoc/>
    public static Interval Atan(Interval x) => Rising(x, static v => Real.Atan(v), -HalfPi.High, HalfPi.High);

    /// <inheritdoc/>
    public static Interval Softsign(Interval x, out Interval complement)
    {
        complement = Bump(x, static v => 1 / (1 + v), 1);
        return Rising(x, static v => double.IsInfinity(v) ? Math.Sign(v) : Real.Softsign(v, out _), -1, 1);
    }

    /// <summary>A function that rises; what is 0 at 0 is so exactly.</summary>
    private static Interval Rising(Interval x, Func<double, double> kernel, double least, double most)
    {
        var (low, high) = (kernel(x.Low), kernel(x.High));
        return new(
            x.Low == 0 && low == 0 ? 0 : Math.Max(least, Outward.KernelBelow(low)),
            x.High == 0 && high == 0 ? 0 : Math.Min(most, Outward.KernelAbove(high)),
            x.IsBroken);
    }

    /// <summary>An even function that falls from its value at 0 towards 0.</summary>
    private static Interval Bump(Interval x, Func<double, double> kernel, double most)
    {
        var magnitude = Magnitude(x);
        return new(
            Math.Max(0, Outward.KernelBelow(kernel(magnitude.High))), Math.Min(most, Outward.KernelAbove(kernel(magnitude.Low))), x.IsBroken);
    }

    /// <summary>The second of two results.</summary>
    private static double Companion(Real unused, Real companion) => companion;
}
