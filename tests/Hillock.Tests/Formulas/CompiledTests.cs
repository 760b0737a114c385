using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Hillock.Tests;

/// <summary>Formulas become code like that of the built-in functions.</summary>
public class CompiledTests
{
    public static TheoryData<string> Names => EveryFunction.Names;

    public static TheoryData<string> Parameters => EveryFunction.Parameters;

    /// <summary>Called by name, a function has the same body: so it must have the same bits.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void The_same_body_gives_the_same_bits_compiled_and_interpreted(string name)
    {
        var builtIn = EveryFunction.Named(name).Create();
        foreach (var code in new[] { FormulaCode.Compiled, FormulaCode.Interpreted })
        {
            var formula = Formula.Parse($"{name}(x)", code: code);
            formula.IsCompiled.ShouldBe(code == FormulaCode.Compiled);
            var typed = formula.Create();
            Bits<float>(typed.Forward).ShouldBe(Bits<float>(builtIn.Forward));
            Bits<double>(typed.Forward).ShouldBe(Bits<double>(builtIn.Forward));
            Bits<float>((x, y) => typed.Backward(x, Ones<float>(x.Length), y)).ShouldBe(Bits<float>((x, y) => builtIn.Backward(x, Ones<float>(x.Length), y)));
        }
    }

    [Theory]
    [MemberData(nameof(Parameters))]
    public void A_parameter_of_a_formula_is_trained_as_that_of_a_built_in_function(string which)
    {
        var (name, parameter) = (which.Split('.')[0], which.Split('.')[1]);
        var function = EveryFunction.Named(name);
        var inputs = function.Parameters.Select((p, i) => $"p{i}");
        var values = function.Parameters.Select((p, i) => FormattableString.Invariant($"p{i} = {(p.Name == parameter ? $"trainable({p.Default:R})" : p.Default):R}"));
        var builtIn = function.Create().Train(parameter);
        var typed = Formula.Parse($"{name}(x, {string.Join(", ", inputs)}); {string.Join("; ", values)}").Create();
        typed.Trained.ShouldBe(builtIn.Trained);
        Bits<float>((x, y) => typed.Forward(x, [0.75f], y)).ShouldBe(Bits<float>((x, y) => builtIn.Forward(x, [0.75f], y)));
        Gradients(typed).ShouldBe(Gradients(builtIn));
    }

    [Fact]
    public void Any_of_many_parameters_can_be_trained()
    {
        var formula = Formula.Parse("a*x + b*tanh(c*x) + d*sigmoid(e1*x) + g; a=1; b=2; c=3; d=4; e1=5; g=trainable(6)");
        var g = formula.Create();
        float[] dx = new float[1], dp = new float[1];
        g.Backward([0.5f], [6f], [2f], dx, dp);
        dp[0].ShouldBe(2);
        g.Train("d").Backward([0.5f], [4f], [1f], dx, dp = new float[1]);
        dp[0].ShouldBe(0.92414182f, 1e-7f);
        formula.Function.Parameters.Count.ShouldBe(6);
    }

    [Theory]
    [InlineData("0.5 * x * (1 + np.tanh(np.sqrt(2 / np.pi) * (x + 0.044715 * x**3)))", "gelu_tanh")]
    [InlineData("0.5 * x * (1 + erf(x / sqrt(2)))", "gelu")]
    [InlineData("x / (1 + exp(-x))", "silu")]
    [InlineData("x * tanh(exp(x))", "tanh_exp")]
    [InlineData("x * np.tanh(np.log(1 + np.exp(x)))", "mish")]
    [InlineData("np.maximum(0, x)", "relu")]
    [InlineData("x > 0 ? x : 0.5 * x", "leaky_relu(alpha=0.5)")]
    [InlineData("np.where(x > 0, x, a * (np.exp(x) - 1)); a = 2", "elu(alpha=2)")]
    [InlineData("tanh(a * x); a = 0.5", "dyt")]
    [InlineData("x * sigmoid(1.702 * x)", "quick_gelu")]
    [InlineData("(exp(x)-exp(-x))/(exp(x)+exp(-x))", "tanh")]
    [InlineData("x * exp(-exp(-x))", "golu")]
    [InlineData("x - tanh(x)", "tanh_shrink")]
    public void A_known_function_is_recognised_and_has_its_bits(string text, string name)
    {
        var formula = Formula.Parse(text);
        formula.Same.ShouldNotBeNull().Name.ShouldBe(name);
        var (typed, builtIn) = (formula.Create(), Catalog.Parse(name));
        Bits<float>(typed.Forward).ShouldBe(Bits<float>(builtIn.Forward));
        Bits<float>((x, y) => typed.Backward(x, Ones<float>(x.Length), y)).ShouldBe(Bits<float>((x, y) => builtIn.Backward(x, Ones<float>(x.Length), y)));
    }

    /// <summary>The same values, though perhaps another slope at a kink or another rounding.</summary>
    [Theory]
    [InlineData("x > 0 ? x : 0", "relu")]
    [InlineData("x * (x > 0)", "relu")]
    [InlineData("0 if x < 0 else x", "relu")]
    [InlineData("min(max(0, x), 6)", "relu6")]
    [InlineData("np.maximum(0.2 * x, x)", "leaky_relu(alpha=0.2)")]
    [InlineData("np.maximum(2 * x, x)", null)]
    [InlineData("np.where(x >= 0, x, 2 * (np.exp(x) - 1))", "elu(alpha=2)")]
    [InlineData("x * sigmoid(1.7 * x)", "swish(beta=1.7)")]
    [InlineData("x / (1 + exp(-1.7 * x))", "swish(beta=1.7)")]
    [InlineData("x * sin(x) + 1", null)]
    public void A_function_is_known_by_its_values(string text, string? name) =>
        (Formula.Parse(text, code: FormulaCode.Interpreted).SameValues?.Name).ShouldBe(name);

    [Theory]
    [InlineData("x * sigmoid(x) + sin(3 * x)")]
    [InlineData("u = softplus(x); v = tanh(u) * u; v / (1 + v * v) + u")]
    [InlineData("x**5 - 3*x**3 + 0.1")]
    [InlineData("sigmoid(x) * (1 - sigmoid(x)) + 1 - tanh(x)**2")]
    [InlineData("where((x > -1) & (x < 1), x**3, sign(x) * sqrt(abs(x)))")]
    [InlineData("a * x + cos(b * x) * sin(b * x); a = 0.3; b = 7")]
    public void Interpreting_gives_the_bits_of_compiling(string text)
    {
        var (compiled, read) = (Formula.Parse(text, code: FormulaCode.Compiled).Create(), Formula.Parse(text, code: FormulaCode.Interpreted).Create());
        Bits<float>(read.Forward).ShouldBe(Bits<float>(compiled.Forward));
        Bits<double>(read.Forward).ShouldBe(Bits<double>(compiled.Forward));
        Bits<float>((x, y) => read.Backward(x, Ones<float>(x.Length), y)).ShouldBe(Bits<float>((x, y) => compiled.Backward(x, Ones<float>(x.Length), y)));
    }

    /// <summary>Where a part of a formula has no value, the whole has none, in any format.</summary>
    [Theory]
    [InlineData("2 * sqrt(x)")]
    [InlineData("x * log(x)")]
    [InlineData("x**1.5")]
    [InlineData("tanh(x) * sqrt(x)")]
    public void No_number_times_a_number_is_no_number(string text)
    {
        var f = Formula.Parse(text).Create();
        var (y, exact) = (new float[9], new double[9]);
        f.Forward([.. Enumerable.Repeat(-2f, 9)], y);
        f.Forward([.. Enumerable.Repeat(-2.0, 9)], exact);
        y.ShouldAllBe(v => float.IsNaN(v));
        exact.ShouldAllBe(v => double.IsNaN(v));
        f.Of(-2).ShouldBe(double.NaN);
    }

    [Fact]
    public void What_is_written_twice_is_computed_once() =>
        Formula.Parse("sin(x) * sin(x) + sin(x)").Function.Cost.ShouldBe(new OperationCount(2, 0, 1));

    [Fact]
    public void A_thousand_formulas_are_forgotten()
    {
        var code = Enumerable.Range(0, 1000).Select(Make).ToList();
        for (var i = 0; i < 20 && code.Any(c => c.IsAlive); i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        // The last may still be in a register.
        code.Count(c => c.IsAlive).ShouldBeLessThan(5);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Make(int i)
    {
        var f = Formula.Parse(FormattableString.Invariant($"x * {i} + tanh(x)"), code: FormulaCode.Compiled).Create();
        if (i % 100 == 0)
        {
            f.Forward([1f], new float[1]);
        }

        return new(f.GetType().GetGenericArguments()[0].Assembly);
    }

    private delegate void Pass<T>(ReadOnlySpan<T> x, Span<T> y);

    private static byte[] Bits<T>(Pass<T> pass)
        where T : unmanaged, System.Numerics.INumber<T>
    {
        T[] x = [.. Inputs.Select(T.CreateSaturating)];
        var y = new T[x.Length];
        pass(x, y);
        return [.. MemoryMarshal.AsBytes<T>(y)];
    }

    private static T[] Ones<T>(int length)
        where T : System.Numerics.INumber<T> =>
        [.. Enumerable.Repeat(T.One, length)];

    private static byte[] Gradients(Activation f)
    {
        var dp = new float[1];
        return [.. Bits<float>((x, dx) => f.Backward(x, [0.75f], Ones<float>(x.Length), dx, dp)), .. MemoryMarshal.AsBytes<float>(dp)];
    }

    private static readonly double[] Inputs =
    [
        .. Enumerable.Range(-60, 121).Select(i => i * 0.37), 0, -0.0, 1, -1, 1e-20, -1e-20, 1e-40, 88.7, -88.7, 200, -200, 1e10, -1e10, 3e38, -3e38,
    ];
}
