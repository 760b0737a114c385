namespace Hillock.Tests;

/// <summary>What <c>shared/reference/functions.md</c>, section 2.3, says is the same.</summary>
public class Identities
{
    /// <summary>Everywhere a function bends, and far into its tails; beyond, e^−x has no place in a formula of the other side.</summary>
    private static readonly float[] Inputs =
    [
        .. Enumerable.Range(-1600, 3201).Select(i => i / 32f),
        .. Enumerable.Range(-40, 40).SelectMany(n => new[] { MathF.ScaleB(1.25f, n), -MathF.ScaleB(1.25f, n) }),
    ];

    /// <summary>Functions of the catalog and what they are made of, written as the reference writes it.</summary>
    private static readonly Dictionary<string, Truth> Made = new()
    {
        ["reu"] = Of(new PReu()),
        ["sign_relu"] = Of(new PolyLu()),
        ["gelu_tanh"] = Of(new GeluOfTanh()),
        ["sparse_sigmoid"] = Of(new SlopeOf<SparsePlus>(new())),
        ["dsilu"] = Of(new SlopeOf<Silu>(new())),
        ["elliott"] = Of(new HalfSoftsign()),
        ["eanaf"] = Of(new HalfMish()),
        ["tbsrelu"] = Of(new BipolarGate()),
        ["snake"] = Of(new SnakeOfCosine()),
        ["golu"] = Of(new GompertzGate()),
        ["log_sigmoid"] = Of(new SoftRelu(-1)),
        ["hard_tanh(low=0, high=1)"] = Of(new Clip()),
        ["bipolar_sigmoid"] = Of(new Bipolar()),
    };

    public static TheoryData<string> MadeNames => [.. Made.Keys];

    [Theory]
    [InlineData("telu", "tanh_exp")]
    [InlineData("expexpish", "golu")]
    [InlineData("suish", "reu")]
    [InlineData("sqreu", "hard_mish")]
    [InlineData("dlu", "sign_relu")]
    [InlineData("polylu", "sign_relu")]
    [InlineData("vrelu", "absolute")]
    [InlineData("gompertz", "loglog")]
    public void One_function_under_two_names_is_one_entry(string alias, string name) => Catalog.Find(alias).Name.ShouldBe(name);

    /// <summary>The same bits where both sides are computed the same way: what rounding does cannot tell them apart.</summary>
    [Theory]
    [InlineData("pelu(a=1, b=1)", "elu", false)]
    [InlineData("pelu(a=1, b=1)", "celu", false)]
    [InlineData("elu", "celu", true)]
    [InlineData("smelu(beta=1)", "sparse_plus", true)]
    [InlineData("smu1(alpha=0, mu=2)", "squareplus", false)]
    [InlineData("acon_c(p1=1, p2=0, beta=2)", "swish(beta=2)", false)]
    [InlineData("quick_gelu", "swish(beta=1.702)", false)]
    [InlineData("abs_relu(alpha=1)", "absolute", true)]
    [InlineData("bipolar_sigmoid", "dyt", true)]
    [InlineData("silu", "swish", false)]
    [InlineData("prelu(alpha=0.01)", "leaky_relu", true)]
    public void Two_entries_agree(string one, string other, bool exactly)
    {
        var (left, right) = (Catalog.Parse(one), Catalog.Parse(other));
        var (y, dx) = Computed(left);
        var (otherY, otherDx) = Computed(right);
        if (exactly)
        {
            y.ShouldBe(otherY);
            dx.ShouldBe(otherDx);
        }

        Held(left, right.Truth);
        Held(right, left.Truth);
    }

    [Theory]
    [MemberData(nameof(MadeNames))]
    public void A_function_is_what_it_is_made_of(string name) => Held(Catalog.Parse(name), Made[name]);

    /// <summary>The kernels of one side keep the promise that the other side makes.</summary>
    private static void Held(Activation f, Truth truth)
    {
        var tally = new Tally(Promise.Float32, f.Function!.Kinks);
        var (y, dx) = Computed(f);
        truth.Compare(Inputs, y, dx, tally);
        var accuracy = tally.Result(f.Name);
        accuracy.IsKept.ShouldBeTrue($"{accuracy}");
    }

    private static (float[] Y, float[] Dx) Computed(Activation f)
    {
        float[] y = new float[Inputs.Length], dx = new float[Inputs.Length];
        f.ForwardBackward(Inputs, [.. Inputs.Select(_ => 1f)], y, dx);
        return (y, dx);
    }

    private static Truth<F> Of<F>(F f)
        where F : struct, IActivation =>
        new(f);

    /// <summary>The derivative of a function as a function.</summary>
    private readonly record struct SlopeOf<F>(F Function) : IActivation
        where F : struct, IActivation
    {
        public T Of<T>(T x)
            where T : struct, IReal<T> =>
            Function.Of(new Dual<T>(x, 1)).Slope;
    }

    /// <summary>PREU(1, 1): αx above 0, αx·e^βx below.</summary>
    private readonly record struct PReu : IActivation
    {
        public T Of<T>(T x)
            where T : struct, IReal<T> =>
            T.Where(x > 0, x, x * T.Exp(x));
    }

    private readonly record struct PolyLu : IActivation
    {
        public T Of<T>(T x)
            where T : struct, IReal<T> =>
            T.Where(x > 0, x, (1 / (1 - x)) - 1);
    }

    private readonly record struct GeluOfTanh : IActivation
    {
        private static readonly Constant Cubic = Constant.Of("0.044715"), RootOfTwoOverPi = Constant.Of("0.79788456080286535587989211986876");

        public T Of<T>(T x)
            where T : struct, IReal<T> =>
            0.5 * x * (1 + T.Tanh(RootOfTwoOverPi * (x + (Cubic * x * x * x))));
    }

    private readonly record struct HalfSoftsign : IActivation
    {
        public T Of<T>(T x)
            where T : struct, IReal<T> =>
            0.5 * (T.Softsign(x) + 1);
    }

    private readonly record struct HalfMish : IActivation
    {
        public T Of<T>(T x)
            where T : struct, IReal<T> =>
            x * T.Tanh(0.5 * T.Softplus(x));
    }

    private readonly record struct Bipolar : IActivation
    {
        public T Of<T>(T x)
            where T : struct, IReal<T> =>
            (1 - T.Exp(-x)) / (1 + T.Exp(-x));
    }

    private readonly record struct BipolarGate : IActivation
    {
        public T Of<T>(T x)
            where T : struct, IReal<T> =>
            x * T.Tanh(default(Bipolar).Of(x));
    }

    private readonly record struct SnakeOfCosine : IActivation
    {
        public T Of<T>(T x)
            where T : struct, IReal<T> =>
            x + (0.5 * (1 - T.Cos(2 * x)));
    }

    private readonly record struct GompertzGate : IActivation
    {
        public T Of<T>(T x)
            where T : struct, IReal<T> =>
            x * default(LogLog).Of(x);
    }

    /// <summary>oneDNN's ln(1 + e^αx)/α.</summary>
    private readonly record struct SoftRelu(double Alpha) : IActivation
    {
        public T Of<T>(T x)
            where T : struct, IReal<T> =>
            T.Log(1 + T.Exp(Alpha * x)) / Alpha;
    }

    private readonly record struct Clip : IActivation
    {
        public T Of<T>(T x)
            where T : struct, IReal<T> =>
            T.Where(x > 0, T.Where(x < 1, x, 1), 0);
    }
}
