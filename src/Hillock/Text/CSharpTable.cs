namespace Hillock.Formulas;

/// <summary>How C# without libraries writes operations, with the functions that <see cref="Math"/> lacks.</summary>
internal static class CSharpTable
{
    private static readonly Helper Erfc = new("ErfcOf", """
        // 1 - erf(x): by its continued fraction where that would cancel.
        private static double ErfcOf(double x)
        {
            if (x < 2)
            {
                return 1 - ErfOf(x);
            }

            double tail = x;
            for (int n = 120; n > 0; n--)
            {
                tail = x + n / 2.0 / tail;
            }

            return Math.Exp(-x * x) / (Math.Sqrt(Math.PI) * tail);
        }
        """);

    private static readonly Helper Erf = new("ErfOf", """
        // The error function: a series whose terms have one sign, so that nothing cancels.
        private static double ErfOf(double x)
        {
            if (Math.Abs(x) > 2)
            {
                return x > 0 ? 1 - ErfcOf(x) : ErfcOf(-x) - 1;
            }

            double term = x, sum = x;
            for (int n = 1; n < 60; n++)
            {
                term *= 2 * x * x / (2 * n + 1);
                sum += term;
            }

            return 2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x) * sum;
        }
        """);

    private static readonly Helper Log1P = new("Log1P", """
        // log(1 + x); the rounding error of 1 + x is divided out again.
        private static double Log1P(double x)
        {
            double sum = 1 + x;
            return sum == 1 || double.IsInfinity(sum) ? x : Math.Log(sum) * (x / (sum - 1));
        }
        """);

    /// <summary>The operations.</summary>
    public static IReadOnlyDictionary<Type, Form> Forms { get; } = new Dictionary<Type, Form>
    {
        [typeof(Input)] = "x",
        [typeof(Greater)] = new("{0} > {1}", Binding.Comparison, Binding.Sum),
        [typeof(Less)] = new("{0} < {1}", Binding.Comparison, Binding.Sum),
        [typeof(Where)] = new("{0} ? {1} : {2}", Binding.Choice, Binding.Comparison),
        [typeof(Abs)] = "Math.Abs({0})",
        [typeof(Max)] = "Math.Max({0}, {1})",
        [typeof(Min)] = "Math.Min({0}, {1})",
        [typeof(Sqrt)] = "Math.Sqrt({0})",
        [typeof(Exp)] = "Math.Exp({0})",
        [typeof(Log)] = "Math.Log({0})",
        [typeof(Tanh)] = "Math.Tanh({0})",
        [typeof(Sin)] = "Math.Sin({0})",
        [typeof(CosOfSin)] = "Math.Cos({0})",
        [typeof(Asinh)] = "Math.Asinh({0})",
        [typeof(Atan)] = "Math.Atan({0})",
        [typeof(Log1P)] = Form.Call(Log1P),
        [typeof(ExpM1)] = Form.Call(new("ExpM1", """
            // exp(x) - 1 without cancelling near 0, where it is 2 tanh(x/2) / (1 - tanh(x/2)).
            private static double ExpM1(double x)
            {
                if (Math.Abs(x) > 0.5)
                {
                    return Math.Exp(x) - 1;
                }

                double half = Math.Tanh(x / 2);
                return 2 * half / (1 - half);
            }
            """)),
        [typeof(Erf)] = Form.Call(Erf with { Needs = [Erfc] }),
        [typeof(NormalCdf)] = Form.Call(new("NormalCdf", """
            // The chance that a standard normal is smaller.
            private static double NormalCdf(double x) => 0.5 * ErfcOf(x * -0.7071067811865476);
            """, Erf, Erfc)),
        [typeof(Sigmoid)] = Form.Call(new("SigmoidOf", """
            // 1 / (1 + exp(-x)), whose exponential cannot overflow.
            private static double SigmoidOf(double x)
            {
                double e = Math.Exp(-Math.Abs(x));
                return (x >= 0 ? 1 : e) / (1 + e);
            }
            """)),
        [typeof(Softplus)] = Form.Call(new("SoftplusOf", """
            // log(1 + exp(x)), whose exponential cannot overflow.
            private static double SoftplusOf(double x) => Math.Max(x, 0) + Log1P(Math.Exp(-Math.Abs(x)));
            """, Log1P)),
        [typeof(SechSquaredOfTanh)] = Form.Call(new("SechSquared", """
            // 1 - tanh(x)^2 would cancel.
            private static double SechSquared(double x)
            {
                double e = Math.Exp(-2 * Math.Abs(x));
                return 4 * e / ((1 + e) * (1 + e));
            }
            """)),
        [typeof(Sinc)] = Form.Call(new("SincOf", "private static double SincOf(double x) => x == 0 ? 1 : Math.Sin(x) / x;")),
        [typeof(SlopeOfSinc)] = Form.Call(new("SincSlope", """
            // (cos(x) - sinc(x)) / x; near 0, where that cancels, its series.
            private static double SincSlope(double x)
            {
                if (Math.Abs(x) >= 0.5)
                {
                    return (Math.Cos(x) - Math.Sin(x) / x) / x;
                }

                double s = x * x;
                double series = 1 - s / 54 * (1 - s / 88 * (1 - s / 130 * (1 - s / 180)));
                return -x / 3 * (1 - s / 10 * (1 - s / 28 * series));
            }
            """)),
    };

    /// <summary>C#'s words.</summary>
    public static IReadOnlySet<string> Reserved { get; } = new HashSet<string>(
        ("abstract as base bool break byte case catch char checked class const continue decimal default delegate do double else enum event explicit extern "
        + "false finally fixed float for foreach goto if implicit in int interface internal is lock long namespace new null object operator out override "
        + "params private protected public readonly ref return sbyte sealed short sizeof stackalloc static string struct switch this throw true try typeof "
        + "uint ulong unchecked unsafe ushort using virtual void volatile while x Math T").Split(' '));
}
