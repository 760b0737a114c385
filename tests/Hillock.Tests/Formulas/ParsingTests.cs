namespace Hillock.Tests;

/// <summary>What people write, and the number it means, worked out by hand or with Python.</summary>
public class ParsingTests
{
    private const double Sigmoid2 = 0.88079707797788243, Tanh2 = 0.96402758007581690, Exp2 = 7.3890560989306495, ExpM1OfMinus2 = -0.86466471676338730;

    /// <summary>Formula, x, value.</summary>
    public static TheoryData<string, double, double> Precedence { get; } = new()
    {
        // Python's own reading of each, but for ^, which is a power here.
        { "-x**2", 3, -9 },
        { "(-x)**2", 3, 9 },
        { "2**3**2", 0, 512 },
        { "2**-1", 0, 0.5 },
        { "2**-x**2", 1, 0.5 },
        { "-2**-2", 0, -0.25 },
        { "2^3^2", 0, 512 },
        { "-x^2", 3, -9 },
        { "x*-1", 3, -3 },
        { "x - 1 - 1", 3, 1 },
        { "12/x/2", 3, 2 },
        { "12/2*x", 3, 18 },
        { "2 + 3 * x ** 2", 2, 14 },
        { "2*x**3", 2, 16 },
        { "- - x", 3, 3 },
        { "+x", 3, 3 },
        { "-x if x > 0 else x + 1", 3, -3 },
        { "-x if x > 0 else x + 1", -3, -2 },
        { "1 if x > 5 else 2 if x > 1 else 3", 3, 2 },
        { "x > 5 ? 1 : x > 1 ? 2 : 3", 0, 3 },
        { "1 + x if x > 0 else 0", 3, 4 },
        { "x > 1 and x < 5 or x > 100", 3, 1 },
        { "x > 100 or x > 1 and x < 5", 3, 1 },
        { "not x > 1 or x > 2", 3, 1 },
        { "not (x > 1 or x > 2)", 3, 0 },
        { "0 < x < 1", 0.5, 1 },
        { "0 < x < 1", 1.5, 0 },
        { "0 <= x <= 1 < 2", 1, 1 },
        { "x == 3", 3, 1 },
        { "x != 3", 3, 0 },
        { "3 == x", 4, 0 },
        { "x + 1 > 2 * x - 1", 1, 1 },
        { "x >= 0", 0, 1 },
        { "x > 0", 0, 0 },
        { "x <= 0", 0, 1 },
        { "x < 0", 0, 0 },
        { "!(x > 0)", 1, 0 },
        { "x > 0 && x < 2 || x < -5", -6, 1 },
        { "(x > 0) & (x < 2) | (x < -5)", 1, 1 },
        { "~(x > 0)", -1, 1 },
        { "x * (x > 0)", 3, 3 },
        { "x * (x > 0)", -3, 0 },

        // Products without a sign bind as * does, powers tighter.
        { "2x", 3, 6 },
        { "2x^2", 3, 18 },
        { "2x²", 3, 18 },
        { "2(x + 1)", 3, 8 },
        { "2(x + 1)^2", 3, 32 },
        { "x(x + 1)", 3, 12 },
        { "x(x + 1)**2", 3, 48 },
        { "(x + 1)(x - 1)", 3, 8 },
        { "2x(x + 1)", 3, 24 },
        { "3 - 2x", 3, -3 },
        { "x tanh(x)", 2, 2 * Tanh2 },
        { "2|x|", -3, 6 },
        { "|x|·|x - 1|", -3, 12 },
        { "||x| - 5|", -3, 2 },
        { "x|x|", -3, -9 },
        { "2π x", 1, 2 * Math.PI },
        { "e^x", 2, Exp2 },
        { "e**x", 2, Exp2 },
        { "eˣ", 2, Exp2 },
        { "1 − e⁻ˣ", 2, -ExpM1OfMinus2 },
        { "x³", 2, 8 },
        { "x⁻²", 2, 0.25 },
        { "√(x + 2)", 2, 2 },
        { "√x", 4, 2 },
        { "2√x²", 3, 6 },
        { "½x", 3, 1.5 },
        { "x × 2 ÷ 4", 3, 1.5 },
        { "x ≥ 0 ? x : 0", -1, 0 },
        { "x ≤ 3 ? 1 : 0", 3, 1 },
        { "1e3x", 2, 2000 },
        { "1.5e-3*x", 2, 0.003 },
        { "2e", 0, 2 * Math.E },
        { ".5x", 3, 1.5 },
        { "1_000x", 2, 2000 },
        { "0.5f * x", 2, 1 },
    };

    /// <summary>Formula, x, value.</summary>
    public static TheoryData<string, double, double> Dialects { get; } = new()
    {
        // NumPy and Python's math
        { "np.where(x > 0, x, alpha * (np.exp(x) - 1)); alpha = 0.5", -2, 0.5 * ExpM1OfMinus2 },
        { "np.maximum(0, x)", -2, 0 },
        { "np.maximum(0.01 * x, x)", -2, -0.02 },
        { "numpy.minimum(np.maximum(0, x), 6)", 8, 6 },
        { "max(0, x)", 3, 3 },
        { "max(x, 1, 2)", 0, 2 },
        { "np.clip(x, 0, 6)", 8, 6 },
        { "np.clip(x, None, 6)", -8, -8 },
        { "np.clip(x, a_min=-1, a_max=1)", -8, -1 },
        { "np.sqrt(2 / np.pi) * x", 1, 0.79788456080286536 },
        { "math.exp(x)", 2, Exp2 },
        { "math.log(x, 2)", 8, 3 },
        { "math.pow(x, 3)", 2, 8 },
        { "np.power(x, 2)", 3, 9 },
        { "np.abs(x)", -3, 3 },
        { "np.sign(x) * np.log1p(np.abs(x))", -2, -1.0986122886681098 },
        { "np.sinc(x)", 0.5, 2 / Math.PI },
        { "np.heaviside(x, 0.5)", 0, 0.5 },
        { "scipy.special.expit(x)", 2, Sigmoid2 },
        { "x * (x > 0).astype(float)", 3, 3 },
        { "np.where((x > -1) & (x < 1), x, np.sign(x))", -3, -1 },
        { "np.where(x >= 0, x, alpha * (np.exp(x) - 1)); alpha = 1", -2, ExpM1OfMinus2 },

        // PyTorch, JAX, TensorFlow
        { "torch.sigmoid(x)", 2, Sigmoid2 },
        { "F.softplus(x)", 2, 2.1269280110429727 },
        { "torch.clamp(x, 0, 6)", 7, 6 },
        { "torch.clamp(x, min=0)", -7, 0 },
        { "x.clamp(0, 6)", 7, 6 },
        { "x.sigmoid().mul(x)", 2, 2 * Sigmoid2 },
        { "torch.where(x > 0, x, torch.zeros_like(x))", -1, 0 },
        { "x * F.tanh(F.softplus(x))", 2, 1.9439589595339946 },
        { "torch.nn.functional.leaky_relu(x, negative_slope=0.2)", -2, -0.4 },
        { "F.elu(x, alpha=1.0, inplace=True)", -2, ExpM1OfMinus2 },
        { "F.hardtanh(x, min_val=-2, max_val=2)", 3, 2 },
        { "F.softshrink(x, lambd=0.5)", 2, 1.5 },
        { "F.gelu(x)", 2, 1.9544997361036416 },
        { "F.gelu(x, approximate='tanh')", 2, 1.9545976940877750 },
        { "jax.nn.gelu(x, approximate=True)", 2, 1.9545976940877750 },
        { "jnp.logaddexp(x, 0)", 2, 2.1269280110429727 },
        { "tf.math.softplus(x)", 2, 2.1269280110429727 },
        { "tf.nn.relu(x)", 2, 2 },
        { "K.sigmoid(x)", 2, Sigmoid2 },
        { "nn.Sigmoid()(x)", 2, Sigmoid2 },
        { "nn.LeakyReLU(0.2)(x)", -2, -0.4 },
        { "nn.Hardtanh(min_val=-2, max_val=2)(x)", 3, 2 },
        { "def forward(self, x): return self.beta * x\nbeta = 2", 3, 6 },
        { "tf.clip_by_value(x, -1.0, 1.0)", -3, -1 },

        // C#
        { "x > 0 ? x : 0", 3, 3 },
        { "x > 0 ? x : Math.Exp(x) - 1", -2, ExpM1OfMinus2 },
        { "Math.Pow(x, 2)", 3, 9 },
        { "Math.Max(0, x)", 3, 3 },
        { "MathF.Tanh(x)", 2, Tanh2 },
        { "(float)Math.Exp(x)", 2, Exp2 },
        { "Math.PI * x", 1, Math.PI },
        { "Math.Clamp(x, -1, 1)", 3, 1 },
        { "x => x > 0 ? x : 0.1 * x", -2, -0.2 },
        { "(double x) => Math.Max(x, 0)", 2, 2 },
        { "static double F(double x) => x > 0 ? x : 0;", 3, 3 },
        { "x => { return x > 0 ? x : 0.1 * x; }", -2, -0.2 },
        { "function f(x) { return Math.max(0, x); }", 3, 3 },
        { "static float Relu(float x) { return Math.Max(0f, x); }", 3, 3 },
        { "double F(double x) { if (x > 0) return x; else return 0; }", -3, 0 },

        // Steps, parameters, functions
        { "u = softplus(x); x * tanh(u)", 2, 1.9439589595339946 },
        { "let u = x + 1; u * u", 2, 9 },
        { "alpha == x ? 1 : alpha * x; alpha = 0.5", 2, 1 },
        { "x * tanh(u); u = softplus(x)", 2, 1.9439589595339946 },
        { "x * sigmoid(beta * x); beta = 1.5", 2, 2 * 0.95257412682243336 },
        { "x * sigmoid(beta * x); beta = trainable(1.5)", 2, 2 * 0.95257412682243336 },
        { "α(x + 1); α = -2", 2, -6 },
        { "α₁·x; α₁ = 3", 2, 6 },
        { "lambda x: x * 2", 3, 6 },

        // As textbooks have them, which tell the value beside: that which the known function has
        { "np.where(x > 0, x, alpha * (np.exp(x) - 1))", -2, ExpM1OfMinus2 },
        { "np.where(x >= 0, x, alpha * (np.exp(x) - 1))", -2, ExpM1OfMinus2 },
        { "np.maximum(alpha * x, x)", -2, -0.02 },
        { "x if x > 0 else α·(eˣ − 1)", -2, ExpM1OfMinus2 },
        { "def leaky(x, slope): return x if x > 0 else slope * x", -2, -0.02 },
        { "x * sigmoid(beta * x)", 2, 2 * Sigmoid2 },
        { "lambda z: z + 1", 3, 4 },
        { "lambda x, alpha=0.5: alpha * x", 3, 1.5 },
        { "swish = lambda x: x / (1 + np.exp(-x))", 2, 2 * Sigmoid2 },
        { "f(x) = x² + 1", 3, 10 },
        { "f(t, a) = a·t; a = 3", 2, 6 },
        { "def f(x): return x + 1", 3, 4 },
        { "def f(x, alpha=0.1): return x if x > 0 else alpha * x", -3, -0.3 },
        { "def f(x: torch.Tensor, beta: float = 2.0) -> torch.Tensor: return x * beta", 3, 6 },
        { "def f(x): return x + 1\nf(2 * x)", 3, 7 },
        { "def sq(a): return a * a\ndef f(x): return sq(x + 1)", 3, 16 },
        { "y = x + 1\ny * 2", 3, 8 },
        {
            """
            import numpy as np

            def selu(x, scale=1.0507, alpha=1.6733):
                \"\"\"Scaled exponential linear unit.\"\"\"
                # two pieces
                if x > 0:
                    return scale * x
                else:
                    return scale * alpha * (np.exp(x) - 1)
            """.Replace("\\", "", StringComparison.Ordinal), 2, 2.1014
        },
        {
            """
            def f(x):
                y = x * x
                if x < -1:
                    y = 1
                elif x > 1:
                    y = 2 * y
                z = y + 1
                return z
            """, 2, 9
        },
        { "def f(x):\n    if x > 0: return x\n    return 0", -2, 0 },
        { "def f(x):\n\tu = np.exp(-x)\n\treturn 1 / (1 + u)\n", 2, Sigmoid2 },

        // Names of the catalog, of any expression, with their parameters
        { "gelu(x)", 2, 1.9544997361036416 },
        { "silu(2*x)", 1, 2 * Sigmoid2 },
        { "SiLU(x)", 2, 2 * Sigmoid2 },
        { "leaky_relu(x, 0.2)", -2, -0.4 },
        { "leaky_relu(x, alpha=0.2)", -2, -0.4 },
        { "leaky_relu(x - 1, x / 10)", -2, 0.6 },
        { "hard_tanh(x, low=-2, high=2) + 1", 5, 3 },
        { "softplus(x, beta=2)", 0, 0.34657359027997264 },
        { "σ(x)", 2, Sigmoid2 },
        { "Φ(x)", 0, 0.5 },
        { "erfc(x)", 0, 1 },
        { "tan(x)", 1, 1.5574077246549023 },
        { "sinh(x) + cosh(x)", 2, Exp2 },
        { "log2(x) + log10(100) + exp2(x)", 8, 261 },
        { "cbrt(x)", -8, -2 },
        { "atanh(x)", 0.5, 0.54930614433405489 },
        { "x^1.5", 4, 8 },
        { "x^-0.5", 4, 0.5 },
        { "x^2.25", 16, 512 },
        { "2^x", 3, 8 },
        { "x^x", 3, 27 },
    };

    /// <summary>As papers are written.</summary>
    public static TheoryData<string, double, double> Latex { get; } = new()
    {
        { @"\frac{1}{1+e^{-x}}", 2, Sigmoid2 },
        { @"\dfrac{e^{x}-e^{-x}}{e^{x}+e^{-x}}", 2, Tanh2 },
        { @"\max(0, x)", 3, 3 },
        { @"\max\{0, x\}", -3, 0 },
        { @"x \cdot \sigma(x)", 2, 2 * Sigmoid2 },
        { @"\tanh(x)", 2, Tanh2 },
        { @"\tanh x", 2, Tanh2 },
        { @"\tanh x + 1", 2, Tanh2 + 1 },
        { @"\exp 2x", 1, Exp2 },
        { @"\exp{(-x)} \times 2", 0, 2 },
        { @"e^{-x^2}", 0, 1 },
        { @"x\tanh\left(\ln\left(1+e^{x}\right)\right)", 0, 0 },
        { @"\text{GELU}(x) = x\Phi(x)", 0, 0 },
        { @"$\mathrm{ReLU}(x)=\max(0,\,x)$", 3, 3 },
        { @"f(x) = \frac{x}{1+\left|x\right|}", -3, -0.75 },
        { @"\frac{x}{2}\left(1+x\right)", 3, 6 },
        { @"\sqrt{x}", 9, 3 },
        { @"\sqrt[3]{x}", -8, -2 },
        { @"\sqrt[4]{x}", 16, 2 },
        { @"\operatorname{Leaky ReLU}(x)", -2, -0.02 },
        { @"\max(0, x) + \lambda\min(0, x); \lambda = 0.5", -4, -2 },
        { @"\begin{cases} x & \text{if } x > 0 \\ \alpha x & \text{otherwise} \end{cases}; \alpha = 0.25", -4, -1 },
        { @"\begin{cases} x & \text{if } x > 0 \\ \alpha x & \text{otherwise} \end{cases}; \alpha = 0.25", 3, 3 },
        { "f(x) = \\begin{cases}\n 0, & x \\leq -3, \\\\\n x, & x \\geq 3, \\\\\n x(x+3)/6, & -3 < x < 3.\n\\end{cases}", 1, 2.0 / 3 },
        { "std::exp(x) + std::max(0.0f, x)", 0, 1 },
    };

    [Theory]
    [MemberData(nameof(Precedence))]
    [MemberData(nameof(Dialects))]
    [MemberData(nameof(Latex))]
    public void A_formula_means_what_its_author_means(string text, double x, double value) =>
        Formula.Parse(text, code: FormulaCode.Interpreted).Create().Of(x).ShouldBe(value, Math.Max(4e-16 * Math.Abs(value), 1e-300), text);

    /// <summary>The outputs that documentation and courses print.</summary>
    [Theory]
    [InlineData("1 / (1 + np.exp(-x))", "0.26894142 0.5 0.73105858")]
    [InlineData("(math.exp(x)-math.exp(-x))/(math.exp(x)+math.exp(-x))", "-0.76159416 0 0.76159416")]
    [InlineData("np.maximum(alpha * x, x)", "-0.01 0 1")]
    [InlineData("np.where(x >= 0, x, alpha * (np.exp(x) - 1))", "-0.63212056 0 1")]
    [InlineData("0.5 * x * (1 + np.tanh(np.sqrt(2 / np.pi) * (x + 0.044715 * x**3)))", "-0.15880801 0 0.84119199")]
    public void Published_outputs_are_reproduced(string text, string outputs)
    {
        var y = new float[3];
        Formula.Parse(text).Create().Forward([-1f, 0f, 1f], y);
        float[] expected = [.. outputs.Split(' ').Select(v => float.Parse(v, System.Globalization.CultureInfo.InvariantCulture))];
        for (var i = 0; i < y.Length; i++)
        {
            y[i].ShouldBe(expected[i], 5e-9f);
        }
    }

    [Fact]
    public void Parameters_have_names_values_and_one_may_be_trained()
    {
        var function = Formula.Parse("a * x * sigmoid(beta * x); beta = trainable_per_unit(1.5); a = -2").Function;
        function.Parameters.ShouldBe([new("beta", 1.5), new("a", -2)]);
        function.Trained.ShouldBe(new TrainedParameter(0, PerUnit: true));
        var activation = function.Create().With("a", 3);
        activation.Values.ShouldBe([1.5, 3]);
        activation.Of(1).ShouldBe(3 * 0.81757447619364363, 1e-15);
    }

    [Fact]
    public void Decimal_numbers_keep_more_digits_than_a_double()
    {
        var third = Formula.Parse("x * (1 / 3)").Create();
        third.Of(3).ShouldBe(1);
        Formula.Parse("x * 0.1").Create().Of(10).ShouldBe(1);
        Formula.Parse("sin(pi * x)").Create().Of(1).ShouldBe(0, 1e-31);
    }
}
