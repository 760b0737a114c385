using System.Numerics;

namespace Hillock;

/// <summary>A real to any number of binary digits: significand · 2^exponent, rounded after each operation to the precision of its operands.</summary>
/// <remarks>
/// Slow and plain, for truths only: its series share nothing with the kernels. How precise a result is shows by doing everything again
/// with more digits (Ziv 1991, doi:10.1145/114697.116813). What exceeds every power of two that a <c>long</c> can count is infinite.
/// </remarks>
internal readonly partial struct BigReal : IReal<BigReal>
{
    // Doubles, and constants of two doubles, are exact with this many digits.
    private const int LeastPrecision = 128;
    private const long Beyond = long.MaxValue;

    private readonly BigInteger significand;
    private readonly long exponent;
    private readonly int precision;

    private BigReal(BigInteger significand, long exponent, int precision) =>
        (this.significand, this.exponent, this.precision) = (significand, exponent, precision);

    /// <summary>A number that is to be computed with to so many binary digits.</summary>
    public BigReal(double value, int precision)
    {
        if (!double.IsFinite(value))
        {
            (significand, exponent, this.precision) = (double.IsNaN(value) ? 0 : Math.Sign(value), Beyond, precision);
            return;
        }

        // Every finite double is a whole multiple of 2^-1074.
        var scale = value == 0 ? 0 : Math.Max(Math.ILogB(value) - 52, -1074);
        (significand, exponent, this.precision) = (new BigInteger(Math.ScaleB(Math.ScaleB(value, -scale / 2), -scale - (-scale / 2))), scale, precision);
    }

    /// <summary>A whole number that is to be computed with to so many binary digits.</summary>
    public static BigReal Of(BigInteger value, int precision) => Rounded(value, 0, precision);

    public bool IsFinite => exponent != Beyond;

    public bool IsNaN => !IsFinite && significand.IsZero;

    private int Sign => significand.Sign;

    /// <summary>The number is below 2 to this power.</summary>
    private long Top => exponent + (long)significand.GetBitLength();

    private static BigReal NaN => new(0, Beyond, LeastPrecision);

    public static implicit operator BigReal(double value) => new(value, LeastPrecision);

    public static implicit operator BigReal(Constant value) => (BigReal)value.High + value.Low;

    /// <summary>The nearest double, or one beside it.</summary>
    public static explicit operator double(BigReal x)
    {
        const int Enough = 62;
        if (!x.IsFinite)
        {
            return x.IsNaN ? double.NaN : x.Sign * double.PositiveInfinity;
        }

        var top = x.To(Enough);
        return top.Sign == 0 || x.Top < -1100 ? 0
            : x.Top > 1100 ? x.Sign * double.PositiveInfinity
            : Math.ScaleB((double)top.significand, (int)top.exponent);
    }

    public static BigReal operator +(BigReal left, BigReal right)
    {
        var precision = Math.Max(left.precision, right.precision);
        if (!left.IsFinite || !right.IsFinite)
        {
            return left.IsNaN || right.IsNaN || (!left.IsFinite && !right.IsFinite && left.Sign != right.Sign) ? NaN
                : left.IsFinite ? right : left;
        }

        if (left.Sign == 0 || right.Sign == 0)
        {
            return (left.Sign == 0 ? right : left).To(precision);
        }

        var (greater, lesser) = left.Top >= right.Top ? (left, right) : (right, left);
        if (greater.Top - lesser.Top > precision + 2L)
        {
            return greater.To(precision);
        }

        var common = Math.Min(left.exponent, right.exponent);
        return Rounded(
            (left.significand << (int)(left.exponent - common)) + (right.significand << (int)(right.exponent - common)), common, precision);
    }

    public static BigReal operator -(BigReal left, BigReal right) => left + -right;

    public static BigReal operator *(BigReal left, BigReal right)
    {
        var precision = Math.Max(left.precision, right.precision);

        // 0 is e to a power beyond counting, and stays 0 whatever e to an ordinary great power it meets.
        return (left.IsFinite && (right.IsFinite || left.Sign == 0) && !right.IsNaN) || (right.IsFinite && right.Sign == 0 && !left.IsNaN)
            ? Rounded(left.significand * right.significand, left.IsFinite && right.IsFinite ? left.exponent + right.exponent : 0, precision)
            : new(left.Sign * right.Sign, Beyond, precision);
    }

    public static BigReal operator /(BigReal left, BigReal right)
    {
        var precision = Math.Max(left.precision, right.precision);
        if (!left.IsFinite || !right.IsFinite || right.Sign == 0)
        {
            return left.IsFinite && !right.IsFinite && !right.IsNaN ? new(0, 0, precision)
                : new(left.IsFinite || right.IsFinite ? left.Sign * (right.Sign < 0 ? -1 : 1) : 0, Beyond, precision);
        }

        var shift = (int)Math.Max(0, precision + 2 - (left.significand.GetBitLength() - right.significand.GetBitLength()));
        return Rounded((left.significand << shift) / right.significand, left.exponent - shift - right.exponent, precision);
    }

    public static BigReal operator -(BigReal value) => new(-value.significand, value.exponent, value.precision);

    public static BigReal operator >(BigReal left, BigReal right) =>
        !left.IsNaN && !right.IsNaN && (!left.IsFinite || !right.IsFinite ? Order(left) > Order(right) : (left - right).Sign > 0) ? 1 : 0;

    public static BigReal operator <(BigReal left, BigReal right) => right > left;

    public static BigReal Where(BigReal condition, BigReal whenTrue, BigReal whenFalse) => condition.Sign != 0 ? whenTrue : whenFalse;

    /// <summary>The same number, rounded to so many digits or computed with to so many from here on.</summary>
    public BigReal To(int digits) => IsFinite ? Rounded(significand, exponent, digits) : new(significand, exponent, digits);

    /// <summary>Whether two numbers agree to so many binary digits; NaN agrees with nothing.</summary>
    public static bool Agree(BigReal a, BigReal b, int digits) =>
        a.IsFinite && b.IsFinite ? (a - b).Sign == 0 || (a - b).Top <= b.Top - digits : a.IsFinite == b.IsFinite && !a.IsNaN && a.Sign == b.Sign;

    private static int Order(BigReal x) => x.IsFinite ? 0 : x.Sign;

    private static BigReal Magnitude(BigReal x) => x.Sign < 0 ? -x : x;

    private static BigReal Scale(BigReal x, long power) => x.IsFinite ? new(x.significand, x.exponent + power, x.precision) : x;

    private static BigReal Rounded(BigInteger significand, long exponent, int precision)
    {
        var excess = (int)(significand.GetBitLength() - precision);
        return significand.IsZero ? new(0, 0, precision)
            : excess <= 0 ? new(significand, exponent, precision)
            : new((significand + (BigInteger.One << (excess - 1))) >> excess, exponent + excess, precision);
    }
}
