using System.Globalization;

namespace Hillock;

/// <summary>An expression and a sign before it, written so that f(−x) can be told to be f(x) or −f(x): tanh(−x) is −tanh(x), x·x is x·x again.</summary>
/// <remarks>A proof by rewriting: signs come out of products, quotients and odd functions, sums have one order. Conditions are decided for x &gt; 0 where bounds decide them.</remarks>
internal readonly partial record struct Mirrored : IReal<Mirrored>
{
    private readonly string text;
    private readonly bool isNegative;
    private readonly Interval values;

    private Mirrored(string text, bool isNegative, Interval values)
    {
        (this.text, this.isNegative, this.values) = (text, isNegative, values);
    }

    /// <summary>The variable, above 0: no double lies between 0 and its lower bound.</summary>
    public static Mirrored X { get; } = new("x", false, new(double.Epsilon, double.PositiveInfinity));

    public static implicit operator Mirrored(double value) =>
        new(Math.Abs(value).ToString("R", CultureInfo.InvariantCulture), value < 0, value);

    public static implicit operator Mirrored(Constant value) =>
        new(FormattableString.Invariant($"{Math.Abs(value.High):R}~{value.Low * Math.Sign(value.High):R}"), value.High < 0, value);

    /// <summary>Whether two expressions are the same.</summary>
    public bool Is(Mirrored other) => text == other.text && (isNegative == other.isNegative || IsZero);

    public static Mirrored operator +(Mirrored left, Mirrored right)
    {
        if (left.IsZero || right.IsZero)
        {
            return left.IsZero ? right : left;
        }

        if (left.Is(-right))
        {
            return 0;
        }

        var (first, second) = string.CompareOrdinal(left.text, right.text) <= 0 ? (left, right) : (right, left);
        var sign = first.isNegative == second.isNegative ? '+' : '-';
        return new($"({first.text}{sign}{second.text})", first.isNegative, left.values + right.values);
    }

    public static Mirrored operator -(Mirrored left, Mirrored right) => left + -right;

    public static Mirrored operator -(Mirrored value) => new(value.text, !value.isNegative, -value.values);

    public static Mirrored operator *(Mirrored left, Mirrored right)
    {
        if (left.IsZero || right.IsZero)
        {
            return 0;
        }

        var (first, second) = string.CompareOrdinal(left.text, right.text) <= 0 ? (left, right) : (right, left);
        return new(
            first.text == One ? second.text : second.text == One ? first.text : $"({first.text}*{second.text})",
            left.isNegative != right.isNegative,
            left.values * right.values);
    }

    public static Mirrored operator /(Mirrored left, Mirrored right) => left.IsZero ? 0 : new Mirrored(
        right.text == One ? left.text : $"({left.text}/{right.text})", left.isNegative != right.isNegative, left.values / right.values);

    public static Mirrored operator >(Mirrored left, Mirrored right)
    {
        var difference = left - right;
        return new($"{difference}>0", false, left.values > right.values);
    }

    public static Mirrored operator <(Mirrored left, Mirrored right) => right > left;

    public static Mirrored Where(Mirrored condition, Mirrored whenTrue, Mirrored whenFalse)
    {
        if (condition.values.Low == 1 || whenTrue.Is(whenFalse))
        {
            return whenTrue;
        }

        if (condition.values.High == 0)
        {
            return whenFalse;
        }

        var isNegative = whenTrue.IsZero ? whenFalse.isNegative : whenTrue.isNegative;
        var (a, b) = isNegative ? (-whenTrue, -whenFalse) : (whenTrue, whenFalse);
        return new($"where({condition},{a},{b})", isNegative, Interval.Hull(whenTrue.values, whenFalse.values));
    }

    public static Mirrored Prefer(Mirrored condition, Mirrored better, Mirrored written) => written;

    public static Mirrored Abs(Mirrored x) => x.values.Low >= 0 ? x : x.values.High <= 0 ? -x : Even("abs", x, Interval.Abs(x.values));

    public override string ToString() => (isNegative && !IsZero ? "-" : "") + text;

    private const string One = "1";

    private bool IsZero => text == "0";
}
