namespace Hillock;

/// <summary>What a function's values and slopes really are.</summary>
internal abstract class Truth
{
    /// <summary>Compares the kernels' results for floats with the truth; infinities are passed over.</summary>
    public abstract void Compare(ReadOnlySpan<float> x, ReadOnlySpan<float> y, ReadOnlySpan<float> dx, Tally tally);

    /// <summary>f, f′ and f″ to 80 binary digits; <c>null</c> where no number of digits is enough.</summary>
    public abstract ExactPoint? At(double x);

    /// <summary>Compares one result with the truth to any precision.</summary>
    public void Compare(double x, double y, double dx, Tally tally)
    {
        if (At(x) is not { } exact)
        {
            tally.Undecided++;
            return;
        }

        tally.Values.Add(x, y, (double)exact.Value, (double)(y - exact.Value));
        var (slope, difference) = ((double)exact.Slope, (double)(dx - exact.Slope));
        if (tally.HasSlope(x) && tally.Slopes.Add(x, dx, slope, difference))
        {
            tally.CountSlope(x, difference, slope, (double)exact.Curvature);
        }
    }
}

/// <summary>A function, its slope and its curvature at one place.</summary>
internal readonly record struct ExactPoint(BigReal Value, BigReal Slope, BigReal Curvature);

/// <inheritdoc/>
internal sealed class Truth<F>(F f) : Truth
    where F : struct, IActivation
{
    private const int FewestDigits = 160, MostDigits = 2560, Wanted = 80, WantedOfCurvature = 16;

    public override void Compare(ReadOnlySpan<float> x, ReadOnlySpan<float> y, ReadOnlySpan<float> dx, Tally tally) =>
        new BallComparison<F>(f, this, tally).Over(x, y, dx);

    /// <summary>With twice the digits until it makes no difference (Ziv 1991).</summary>
    public override ExactPoint? At(double x)
    {
        var (value, slope, curvature) = To(FewestDigits, x);
        for (var digits = 2 * FewestDigits; digits <= MostDigits; digits *= 2)
        {
            var better = To(digits, x);
            if (BigReal.Agree(value, better.Value, Wanted) && BigReal.Agree(slope, better.Slope, Wanted))
            {
                return better with { Curvature = BigReal.Agree(curvature, better.Curvature, WantedOfCurvature) ? better.Curvature : 0 };
            }

            (value, slope, curvature) = better;
        }

        return null;
    }

    private ExactPoint To(int digits, double x)
    {
        var result = f.Of(new Dual<Dual<BigReal>>(new(new(x, digits), 1), new(1, 0)));
        return new(result.Value.Value, result.Slope.Value, result.Slope.Slope);
    }
}
