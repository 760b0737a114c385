namespace Hillock;

/// <summary>How an expression goes on for ever: linear·t + constant + rest·t^power for all t ≥ 1, where t is |x| in units of where the tail begins.</summary>
/// <remarks>
/// Linear and constant are numbers that do not change with t, known to lie in an interval; the rest may be anything in its interval, another for
/// each t. So x·σ(x) − x is a rest that decays, and that the limit, or the asymptote, exists is proved. Decay by a power is all that is kept
/// of e⁻ᶜᵗ ≤ e⁻ᶜ·t⁻ᶜ. Powers are multiples of ½, so their sums are exact.
/// </remarks>
/// <param name="Linear">What grows with t.</param>
/// <param name="Constant">What stays.</param>
/// <param name="Rest">The rest at t = 1.</param>
/// <param name="Power">How the rest grows or decays.</param>
internal readonly partial record struct Tail(Interval Linear, Interval Constant, Interval Rest, double Power) : IReal<Tail>
{
    /// <summary>1 or −1 where it is known to tend to ∞ or −∞ more slowly than any power, as a logarithm.</summary>
    public int Drift { get; private init; }

    /// <summary>The same as a multiple of something positive; <c>null</c> where that is not known.</summary>
    public Common? Multiple { get; private init; }

    /// <summary>|x|, from a place on.</summary>
    public static Tail From(double place) => new(place, 0, 0, 0);

    /// <summary>Whether there is a limit; then it is <see cref="Constant"/>.</summary>
    public bool Settles => IsNone(Linear) && IsStraight;

    /// <summary>Whether there is an asymptote.</summary>
    public bool IsStraight => Drift == 0 && (IsNone(Rest) || Power < 0);

    /// <summary>All values.</summary>
    public Interval Values
    {
        get
        {
            var (low, high) = (Least(this), -Least(-this));
            return new(low, Math.Max(low, high));
        }
    }

    /// <summary>1 where no value is negative, −1 where none is positive, 0 where that is not known; 2 where all are 0.</summary>
    public int Sign
    {
        get
        {
            if (Multiple is { } multiple)
            {
                return multiple.Of.Sign;
            }

            var values = IsNone(Linear) && IsNone(Constant) ? Rest : Values;
            return IsNone(values) ? 2 : values.Low >= 0 ? 1 : values.High <= 0 ? -1 : 0;
        }
    }

    /// <summary>∞ or −∞ where it tends there, otherwise 0.</summary>
    public double Infinity => TryGrow(this, out _, out _) ? double.PositiveInfinity : TryGrow(-this, out _, out _) ? double.NegativeInfinity : 0;

    public static implicit operator Tail(double value) => new(0, value, 0, 0);

    public static implicit operator Tail(Constant value) => new(0, value, 0, 0);

    public static Tail operator +(Tail left, Tail right)
    {
        var (rest, power) = Join((left.Rest, left.Power), (right.Rest, right.Power));
        return new(left.Linear + right.Linear, left.Constant + right.Constant, rest, power)
        {
            Drift = DriftOfSum(left, right),
            Multiple = Common.Sum(left, right),
        };
    }

    public static Tail operator -(Tail left, Tail right) => left + -right;

    public static Tail operator -(Tail value) => new(-value.Linear, -value.Constant, -value.Rest, value.Power)
    {
        Drift = -value.Drift,
        Multiple = value.Multiple is { } m ? m with { Of = -m.Of } : null,
    };

    public static Tail operator *(Tail left, Tail right)
    {
        var (rest, power) = Join(
            (left.Linear * right.Linear, 2),
            (left.Linear * right.Rest, 1 + right.Power),
            (right.Linear * left.Rest, 1 + left.Power),
            (left.Constant * right.Rest, right.Power),
            (right.Constant * left.Rest, left.Power),
            (left.Rest * right.Rest, left.Power + right.Power));
        return new Tail((left.Linear * right.Constant) + (right.Linear * left.Constant), left.Constant * right.Constant, rest, power)
        {
            Drift = left.Drift != 0 ? left.Drift * right.FixedSign : right.Drift * left.FixedSign,
            Multiple = right.Multiple is { } of ? of with { Of = left * of.Of } : left.Multiple is { } m ? m with { Of = m.Of * right } : null,
        }.OfSign(left.Sign * right.Sign);
    }

    public static Tail operator /(Tail left, Tail right)
    {
        if (!TryGrow(right, out var least, out var growth))
        {
            return TryGrow(-right, out _, out _) ? -left / -right : left * Of(right, static v => 1 / v);
        }

        // Divided as polynomials are: what is left over is divided by what grows.
        var ratio = !IsNone(left.Linear) && right.Linear.Low > 0 && right.IsStraight ? left.Linear / right.Linear : 0;
        var over = (left - (new Tail(0, ratio, 0, 0) * right)) with { Linear = IsNone(ratio) ? left.Linear : 0 };
        var most = Most(right, out var highest);
        var inverse = new Interval(highest == growth ? (1 / (Interval)most).Low : 0, (1 / (Interval)least).High);
        return new Tail(0, ratio, 0, 0) + (over * new Tail(0, 0, inverse, -growth));
    }

    public static Tail operator >(Tail left, Tail right)
    {
        var difference = (left - right).Values;
        return new(0, difference > 0, 0, 0);
    }

    public static Tail operator <(Tail left, Tail right) => right > left;

    public static Tail Where(Tail condition, Tail whenTrue, Tail whenFalse) =>
        condition.Constant.Low == 1 ? whenTrue
        : condition.Constant.High == 0 ? whenFalse
        : new(0, 0, Interval.Hull(whenTrue.Values, whenFalse.Values), 0);

    /// <summary>Where a number stands for all that no format tells from it, the reals need none to.</summary>
    public static Tail Prefer(Tail condition, Tail better, Tail written) =>
        condition.Constant.Low == 1 && (!better.IsFixed || written.IsFixed) ? better : written;

    public bool IsZero => IsFixed && IsNone(Constant);

    private bool IsFixed => IsNone(Linear) && IsNone(Rest);

    /// <summary>The sign of what tends to a limit other than 0; 0 where that is not known.</summary>
    private int FixedSign => Settles && Values.Low > 0 ? 1 : Settles && Values.High < 0 ? -1 : 0;

    /// <summary>The same, known to have a sign: what is nothing but a rest has the rest's.</summary>
    private Tail OfSign(int sign) => sign == 0 || !IsNone(Linear) || !IsNone(Constant) ? this
        : this with { Rest = sign > 0 ? new(Math.Max(0, Rest.Low), Math.Max(0, Rest.High)) : new(Math.Min(0, Rest.Low), Math.Min(0, Rest.High)) };

    private static bool IsNone(Interval x) => x.Low == 0 && x.High == 0;

    private static int DriftOfSum(Tail left, Tail right) =>
        left.Drift == right.Drift ? left.Drift : left.Drift != 0 && right.Settles ? left.Drift : right.Drift != 0 && left.Settles ? right.Drift : 0;

    /// <summary>The sum of rests, to the greatest of their powers: t to a lower one is a share of that, since t ≥ 1.</summary>
    private static (Interval Sum, double Power) Join(params ReadOnlySpan<(Interval Bounds, double Power)> rests)
    {
        var (sum, power) = ((Interval)0, 0.0);
        foreach (var (rest, p) in rests)
        {
            if (IsNone(rest))
            {
                continue;
            }

            (sum, power) = IsNone(sum) || p == power ? (sum + rest, p)
                : p > power ? (rest + Interval.Hull(0, sum), p)
                : (sum + Interval.Hull(0, rest), power);
        }

        return (sum, power);
    }

    /// <summary>The greatest lower bound that the three terms show.</summary>
    private static double Least(Tail x)
    {
        var (linear, rest) = (x.Linear.Low, x.Rest.Low);
        if (IsNone(x.Rest) || x.Power <= 0)
        {
            rest = x.Power < 0 ? Math.Min(0, rest) : rest;
            return linear < 0 ? double.NegativeInfinity : ((Interval)linear + x.Constant + rest).Low;
        }

        // Whichever of the two grows faster outweighs the other from the start on, or not for certain.
        var both = (Interval)linear + rest;
        var (faster, slower) = x.Power > 1 ? (rest, linear) : (linear, rest);
        return faster >= 0 && (slower >= 0 || both.Low >= 0) ? (both + x.Constant).Low : double.NegativeInfinity;
    }

    /// <summary>Whether it tends to ∞, and what it is at least: least·t^growth.</summary>
    private static bool TryGrow(Tail x, out double least, out double growth)
    {
        var (linear, rest) = (x.Linear.Low, IsNone(x.Rest) ? 0 : x.Rest.Low);
        var below = Interval.Min(x.Constant, 0);
        if (rest > 0 && x.Power > (linear == 0 ? 0 : 1))
        {
            growth = x.Power;
            least = (rest + below + Interval.Min(linear, 0)).Low;
        }
        else if (linear > 0 && (rest >= 0 || x.Power <= 1))
        {
            growth = 1;
            least = (linear + below + Interval.Min(rest, 0)).Low;
        }
        else
        {
            growth = 0;
            least = x.Drift == 1 ? Least(x) : 0;
        }

        return least > 0;
    }

    /// <summary>What its size is at most: the result times t^growth.</summary>
    private static double Most(Tail x, out double growth)
    {
        growth = Math.Max(IsNone(x.Linear) ? 0 : 1, IsNone(x.Rest) ? 0 : Math.Max(0, x.Power));
        return (Interval.Abs(x.Linear) + Interval.Abs(x.Constant) + Interval.Abs(x.Rest)).High;
    }
}
