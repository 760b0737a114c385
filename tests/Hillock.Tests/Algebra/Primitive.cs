namespace Hillock.Tests;

/// <summary>A primitive or one of its companions, over intervals and over reals of any precision.</summary>
public sealed class Primitive
{
    private Primitive(string name, Func<double, double> domain, Func<Interval, Interval> bounds, object truth)
    {
        (Name, Domain, Bounds, Truth) = (name, domain, bounds, truth);
    }

    public string Name { get; }

    /// <summary>Takes any double to one that the primitive takes.</summary>
    public Func<double, double> Domain { get; }

    public Func<Interval, Interval> Bounds { get; }

    // BigReal is internal, and test classes are public.
    internal object Truth { get; }

    internal BigReal At(double x) => ((Func<BigReal, BigReal>)Truth)(new(x, 160));

    public static IReadOnlyList<Primitive> All { get; } =
    [
        Of("sqrt", default(Root), Math.Abs),
        Of("exp", default(Exp)),
        Of("expm1", default(ExpM1)),
        Of("log", default(Log), Math.Abs),
        Of("log1p", default(Log1P), static x => x < 0 ? x / (1 - x) : x),
        Of("sigmoid", default(Sigmoid)),
        Of("sigmoid companion", default(SigmoidCompanion)),
        Of("tanh", default(Tanh)),
        Of("tanh companion", default(TanhCompanion)),
        Of("softplus", default(SoftplusOne)),
        Of("normcdf", default(NormalCdf)),
        Of("normcdf companion", default(NormalCdfCompanion)),
        Of("erf", default(Erf)),
        Of("erf companion", default(ErfCompanion)),
        Of("sin", default(Sin)),
        Of("cos", default(Cos)),
        Of("sinc", default(Sinc)),
        Of("sinc companion", default(SincCompanion)),
        Of("asinh", default(Asinh)),
        Of("asinh companion", default(AsinhCompanion)),
        Of("atan", default(Atan)),
        Of("softsign", default(Softsign)),
        Of("softsign companion", default(SoftsignCompanion)),
        Of("sigmoid gate", default(Silu)),
        Of("normal gate", default(Gelu)),
        Of("tanh softplus gate", default(Mish)),
        Of("sigmoid gate companion", default(SigmoidGateCompanion)),
        Of("normal gate companion", default(NormalGateCompanion)),
        Of("hypotenuse", default(Hypotenuse)),
        Of("abs", default(Absolute)),
        Of("clamp", default(HardTanh)),
    ];

    private static Primitive Of<F>(string name, F f, Func<double, double>? domain = null)
        where F : struct, IActivation =>
        new(name, domain ?? (static x => x), f.Of<Interval>, (Func<BigReal, BigReal>)f.Of<BigReal>);

    private readonly record struct Root : IActivation
    {
        public T Of<T>(T x)
            where T : struct, IReal<T> => T.Sqrt(x);
    }

    private readonly record struct Exp : IActivation
    {
        public T Of<T>(T x)
            where T : struct, IReal<T> => T.Exp(x);
    }

    private readonly record struct ExpM1 : IActivation
    {
        public T Of<T>(T x)
            where T : struct, IReal<T> => T.ExpM1(x);
    }

    private readonly record struct Log : IActivation
    {
        public T Of<T>(T x)
            where T : struct, IReal<T> => T.Log(x);
    }

    private readonly record struct Log1P : IActivation
    {
        public T Of<T>(T x)
            where T : struct, IReal<T> => T.Log1P(x);
    }

    private readonly record struct SigmoidCompanion : IActivation
    {
        public T Of<T>(T x)
            where T : struct, IReal<T>
        {
            T.Sigmoid(x, out var c);
            return c;
        }
    }

    private readonly record struct TanhCompanion : IActivation
    {
        public T Of<T>(T x)
            where T : struct, IReal<T>
        {
            T.Tanh(x, out var c);
            return c;
        }
    }

    private readonly record struct SoftplusOne : IActivation
    {
        public T Of<T>(T x)
            where T : struct, IReal<T> => T.Softplus(x);
    }

    private readonly record struct NormalCdf : IActivation
    {
        public T Of<T>(T x)
            where T : struct, IReal<T> => T.NormalCdf(x);
    }

    private readonly record struct NormalCdfCompanion : IActivation
    {
        public T Of<T>(T x)
            where T : struct, IReal<T>
        {
            T.NormalCdf(x, out var c);
            return c;
        }
    }

    private readonly record struct ErfCompanion : IActivation
    {
        public T Of<T>(T x)
            where T : struct, IReal<T>
        {
            T.Erf(x, out var c);
            return c;
        }
    }

    private readonly record struct Sin : IActivation
    {
        public T Of<T>(T x)
            where T : struct, IReal<T> => T.Sin(x);
    }

    private readonly record struct Cos : IActivation
    {
        public T Of<T>(T x)
            where T : struct, IReal<T> => T.Cos(x);
    }

    private readonly record struct SincCompanion : IActivation
    {
        public T Of<T>(T x)
            where T : struct, IReal<T>
        {
            T.Sinc(x, out var c);
            return c;
        }
    }

    private readonly record struct AsinhCompanion : IActivation
    {
        public T Of<T>(T x)
            where T : struct, IReal<T>
        {
            T.Asinh(x, out var c);
            return c;
        }
    }

    private readonly record struct Atan : IActivation
    {
        public T Of<T>(T x)
            where T : struct, IReal<T> => T.Atan(x);
    }

    private readonly record struct SoftsignCompanion : IActivation
    {
        public T Of<T>(T x)
            where T : struct, IReal<T>
        {
            T.Softsign(x, out var c);
            return c;
        }
    }

    private readonly record struct SigmoidGateCompanion : IActivation
    {
        public T Of<T>(T x)
            where T : struct, IReal<T>
        {
            T.SigmoidGate(x, out var c);
            return c;
        }
    }

    private readonly record struct NormalGateCompanion : IActivation
    {
        public T Of<T>(T x)
            where T : struct, IReal<T>
        {
            T.NormalGate(x, out var c);
            return c;
        }
    }

    private readonly record struct Hypotenuse : IActivation
    {
        public T Of<T>(T x)
            where T : struct, IReal<T> => T.Hypotenuse(x, 0.75);
    }
}
