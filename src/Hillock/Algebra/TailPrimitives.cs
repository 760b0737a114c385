namespace Hillock;

// Where the argument tends to a limit, the mean value theorem; where it grows, what each primitive does far out.
internal readonly partial record struct Tail
{
    // Powers stay so small that their sums are exact.
    private const double GreatestPower = 1 << 20;

    private static readonly Interval HalfPi = Interval.Around(0.5 * Math.PI);

    public static Tail Sqrt(Tail x)
    {
        if (!TryGrow(x, out var least, out var growth))
        {
            return Of(x, Dual<Interval>.Sqrt);
        }

        // √(rt² + b) is √r·t + b/(√(rt² + b) + √r·t), where r is one number.
        if (x.Power == 2 && IsNone(x.Linear) && x.Rest.Width == 0 && x.Constant.Low >= 0)
        {
            var root = Interval.Sqrt(x.Rest);
            return new(root, 0, new(0, (x.Constant / (root + root)).High), -1);
        }

        var most = Most(x, out var highest);
        return new(0, 0, new(Interval.Sqrt(least).Low, highest == growth ? Interval.Sqrt(most).High : double.PositiveInfinity), Half(growth));
    }

    public static Tail Hypotenuse(Tail x, Tail square)
    {
        // √(x² + s) is |x| + s/(|x| + √(x² + s)).
        var magnitude = TryGrow(-x, out _, out _) ? -x : x;
        return TryGrow(magnitude, out var least, out var growth) && square.Values is { Low: >= 0, High: < double.PositiveInfinity } s
            ? magnitude + new Tail(0, 0, new(0, (s / (2 * (Interval)least)).High), -growth)
            : Sqrt((x * x) + square);
    }

    public static Tail Exp(Tail x)
    {
        if (TryGrow(x, out var least, out var growth))
        {
            return new(0, 0, new(Interval.Exp(least).Low, double.PositiveInfinity), Floor(least * growth));
        }

        return TryGrow(-x, out least, out growth) ? Decay(1, least, growth) : Of(x, Dual<Interval>.Exp);
    }

    public static Tail ExpM1(Tail x, out Tail exp)
    {
        exp = Exp(x);
        return TryGrow(x, out _, out _) || TryGrow(-x, out _, out _) ? exp - 1 : Of(x, static v => Dual<Interval>.ExpM1(v, out _));
    }

    public static Tail Log(Tail x)
    {
        if (!TryGrow(x, out var least, out _))
        {
            return Of(x, Dual<Interval>.Log);
        }

        // ln(most·tᵍ/least) is at most ln(most/least) + g·√t.
        var most = Most(x, out var growth);
        var above = Interval.Log((Interval)most / least).High + growth;
        return new(0, Interval.Log(least), new(0, Math.Max(0, double.IsNaN(above) ? double.PositiveInfinity : above)), 0.5) { Drift = 1 };
    }

    public static Tail Log1P(Tail x) => TryGrow(x, out _, out _) ? Log(1 + x) : Of(x, Dual<Interval>.Log1P);

    public static Tail Sigmoid(Tail x, out Tail complement)
    {
        if (TryGrow(x, out var least, out var growth))
        {
            complement = Decay(1, least, growth);
            return 1 - complement;
        }

        if (TryGrow(-x, out _, out _))
        {
            complement = Sigmoid(-x, out var sigmoid);
            return sigmoid;
        }

        complement = Of(-x, static v => Dual<Interval>.Sigmoid(v, out _));
        return Of(x, static v => Dual<Interval>.Sigmoid(v, out _));
    }

    public static Tail Tanh(Tail x, out Tail sechSquared)
    {
        if (TryGrow(x, out var least, out var growth))
        {
            sechSquared = Decay(4, 2 * least, growth);
            return 1 - Decay(2, 2 * least, growth);
        }

        if (TryGrow(-x, out _, out _))
        {
            return -Tanh(-x, out sechSquared);
        }

        sechSquared = Of(x, static v => Companion(Dual<Interval>.Tanh(v, out var c), c));
        return Of(x, static v => Dual<Interval>.Tanh(v, out _));
    }

    public static Tail Softplus(Tail x, out Tail sigmoid, out Tail complement)
    {
        sigmoid = Sigmoid(x, out complement);
        return TryGrow(x, out var least, out var growth) ? x + Decay(1, least, growth)
            : TryGrow(-x, out least, out growth) ? Shared(Decay(1, least, growth), sigmoid, 1 + Decay(1, least, growth))
            : Of(x, static v => Dual<Interval>.Softplus(v, out _, out _));
    }

    public static Tail NormalCdf(Tail x, out Tail density)
    {
        if (TryGrow(x, out var least, out var growth))
        {
            density = Decay(0.5, 0.5 * least * least, 2 * growth);
            return 1 - density;
        }

        if (TryGrow(-x, out least, out growth))
        {
            // Mills' ratio Φ(−u)/φ(u) lies between 1/u − 1/u³ and 1/u.
            NormalCdf(-x, out density);
            var most = Most(-x, out var highest);
            var low = highest == growth ? (1 / (Interval)most * (1 - (1 / ((Interval)least * least)))).Low : 0;
            return Shared(density, density, new(0, 0, new(Math.Max(0, low), (1 / (Interval)least).High), -growth));
        }

        density = Of(x, static v => Companion(Dual<Interval>.NormalCdf(v, out var c), c));
        return Of(x, static v => Dual<Interval>.NormalCdf(v, out _));
    }

    public static Tail Erf(Tail x, out Tail slope)
    {
        if (TryGrow(x, out var least, out var growth))
        {
            slope = Decay(2, least * least, 2 * growth);
            return 1 - Decay(1, least * least, 2 * growth);
        }

        if (TryGrow(-x, out _, out _))
        {
            return -Erf(-x, out slope);
        }

        slope = Of(x, static v => Companion(Dual<Interval>.Erf(v, out var c), c));
        return Of(x, static v => Dual<Interval>.Erf(v, out _));
    }

    public static Tail Sin(Tail x, out Tail cos)
    {
        cos = Of(x, static v => Companion(Dual<Interval>.Sin(v, out var c), c));
        return Of(x, static v => Dual<Interval>.Sin(v, out _));
    }

    public static Tail Sinc(Tail x, out Tail slope)
    {
        if (TryGrow(x, out var least, out var growth) || TryGrow(-x, out least, out growth))
        {
            var most = (1 / (Interval)least).High;
            var steepest = ((1 + (Interval)most) * most).High;
            slope = new(0, 0, new(-steepest, steepest), -growth);
            return new(0, 0, new(-most, most), -growth);
        }

        slope = Of(x, static v => Companion(Dual<Interval>.Sinc(v, out var c), c));
        return Of(x, static v => Dual<Interval>.Sinc(v, out _));
    }

    public static Tail Asinh(Tail x, out Tail slope)
    {
        slope = 1 / Hypotenuse(x, 1);
        if (TryGrow(x, out var least, out var growth))
        {
            // ln 2x and at most 1/(4x²) more.
            return Log(2 * x) + new Tail(0, 0, new(0, (1 / (4 * (Interval)least * least)).High), -2 * growth);
        }

        return TryGrow(-x, out _, out _) ? -Asinh(-x, out _) : Of(x, static v => Dual<Interval>.Asinh(v, out _));
    }

    public static Tail Atan(Tail x) =>
        TryGrow(x, out var least, out var growth) ? new(0, HalfPi, new(-(1 / (Interval)least).High, 0), -growth)
        : TryGrow(-x, out _, out _) ? -Atan(-x)
        : Of(x, Dual<Interval>.Atan);

    public static Tail Softsign(Tail x, out Tail complement)
    {
        complement = 1 / (1 + Magnitude(x));
        return TryGrow(x, out _, out _) ? 1 - complement
            : TryGrow(-x, out _, out _) ? complement - 1
            : Of(x, static v => Dual<Interval>.Softsign(v, out _));
    }

    private static Tail Magnitude(Tail x) => Where(x > 0, x, -x);

    /// <summary>A smooth function of what stays within bounds.</summary>
    private static Tail Of(Tail x, Func<Dual<Interval>, Dual<Interval>> f)
    {
        var all = f(new(x.Values, 1));
        if (!x.Settles || double.IsInfinity((all.Slope * x.Rest).Width))
        {
            return new(0, 0, all.Value, 0);
        }

        var limit = f(new(x.Constant, 1)).Value;
        return new(0, limit, all.Slope * x.Rest, x.Power)
        {
            Multiple = IsNone(x.Constant) && IsNone(limit) && x.Multiple is { } m ? m with { Of = m.Of * new Tail(0, 0, all.Slope, 0) } : null,
        };
    }

    /// <summary>The same, known to be that multiple of another, which is positive.</summary>
    private static Tail Shared(Tail x, Tail positive, Tail multiple) =>
        x with { Multiple = positive.Multiple is { } m ? m with { Of = m.Of * multiple } : null };

    /// <summary>Positive, and at most size·e^(−least·t^growth); least may have been rounded once.</summary>
    private static Tail Decay(double size, double least, double growth)
    {
        var safe = Math.BitDecrement(least);
        return new(0, 0, new(0, (size * Interval.Exp(-safe)).High), -Floor(safe * growth)) { Multiple = Common.New(1) };
    }

    /// <summary>A whole power that is surely not above this one.</summary>
    private static double Floor(double power) => power > 0 ? Math.Floor(Math.BitDecrement(Math.Min(power, GreatestPower))) : 0;

    /// <summary>A power of a root, which must be a multiple of ½: of others a lower one, for nothing is known of how they grow.</summary>
    private static double Half(double power) => Math.Floor(power) / 2;

    private static Dual<Interval> Companion(Dual<Interval> unused, Dual<Interval> companion) => companion;
}
