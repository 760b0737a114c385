using Hillock.Formulas;

namespace Hillock.Tests;

/// <summary>What is rewritten is the same function, right for every magnitude.</summary>
public class RewritingTests
{
    private const double SlopeBound = 1.0 / (1 << 22);

    public static TheoryData<int> Rules { get; } = [.. Enumerable.Range(0, RuleTable.All.Count)];

    /// <summary>Every rule: the shape's truth to any number of digits, against the kernels of what it becomes.</summary>
    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_keeps_the_function_and_its_digits(int index)
    {
        var rule = RuleTable.All[index];
        var bindings = Candidates(rule).First(rule.Condition);
        var shape = Bound(rule.Shape, bindings);
        var result = rule.Result(bindings).Expression;
        ShouldBeRight(Activation(result), new Truth<Interpreted>(new(new(shape), [], 0, default)), $"{rule.Name}: {rule.Pattern}");
    }

    /// <summary>What people write, and what overflows or cancels in it.</summary>
    [Theory]
    [InlineData("(exp(x)-exp(-x))/(exp(x)+exp(-x))", "tanh(x)")]
    [InlineData("exp(x)-1", "expm1(x)")]
    [InlineData("1/(1+exp(-x))", "sigmoid(x)")]
    [InlineData("1/(1+exp(x))", "sigmoid(-x)")]
    [InlineData("exp(x)/(exp(x)+1)", "sigmoid(x)")]
    [InlineData("log(1+exp(x))", "softplus(x)")]
    [InlineData("np.log(np.exp(x) + 1)", "softplus(x)")]
    [InlineData("np.log1p(np.exp(-x))", "softplus(-x)")]
    [InlineData("(1-exp(-2*x))/(1+exp(-2*x))", "tanh(x)")]
    [InlineData("2/(1+exp(-2*x)) - 1", "tanh(x)")]
    [InlineData("(exp(2*x)-1)/(exp(2*x)+1)", "tanh(x)")]
    [InlineData("np.sinh(x)/np.cosh(x)", "tanh(x)")]
    [InlineData("1 - tanh(x)**2", "sech(x)^2")]
    [InlineData("4/(exp(x)+exp(-x))**2", "sech(x)^2")]
    [InlineData("s*(1-s); s = 1/(1+exp(-x))", "sigmoid(-x) * sigmoid(x)")]
    [InlineData("exp(-x)/(1+exp(-x))**2", "sigmoid(-x) * sigmoid(x)")]
    [InlineData("alpha*exp(x) - alpha; alpha = 2", "alpha * expm1(x)")]
    [InlineData("x + exp(x) - 1", "expm1(x) + x")]
    [InlineData("x/(1+exp(-1.5*x))", "x * sigmoid(1.5 * x)")]
    [InlineData("0.5*x*(1+erf(x/sqrt(2)))", "x * normcdf(x)")]
    [InlineData("0.5*x*erfc(-x/sqrt(2))", "x * normcdf(x)")]
    [InlineData("0.5*(1+erf(x/sqrt(2)))", "normcdf(x)")]
    [InlineData("x*tanh(log(1+exp(x)))", "x * tanh(softplus(x))")]
    [InlineData("x*((1+exp(x))**2-1)/((1+exp(x))**2+1)", "x * tanh(softplus(x))")]
    [InlineData("log(cosh(x))", "log_cosh(x)")]
    [InlineData("log((exp(x)+exp(-x))/2)", "log_cosh(x)")]
    [InlineData("abs(x) + log1p(exp(-2*abs(x))) - log(2)", "log_cosh(x)")]
    [InlineData("log(1/(1+exp(-x)))", "-softplus(-x)")]
    [InlineData("-log(1+exp(-x))", "-softplus(-x)")]
    [InlineData("log(exp(x) + exp(2*x))", "2 * x + softplus(x - 2 * x)")]
    [InlineData("sqrt(1 + x**2)", "sqrt(x * x + 1)")]
    [InlineData("x/sqrt(1 + x**2)", "isru(x, 1)")]
    [InlineData("0.5*(x + sqrt(x**2 + 4))", "squareplus(x, 4)")]
    [InlineData("1 - exp(-exp(x))", "cloglog(x)")]
    [InlineData("x*exp(-exp(-x))", "x * loglog(x)")]
    [InlineData("1 - cos(x)", "2 * sin(0.5 * x) * sin(0.5 * x)")]
    [InlineData("sin(x)/x", "sinc(x)")]
    [InlineData("log(1 + x*x)", "log1p(x * x)")]
    [InlineData("x/(1+|x|)", "x / (1 + abs(x))")]
    [InlineData("log(x + sqrt(x**2 + 1))", "asinh(x)")]
    [InlineData("log(2*cosh(x))", "log_cosh(x) + log(2)")]
    [InlineData("log(1+exp(-abs(x))) + max(x, 0)", "softplus(x)")]
    [InlineData("log(1+exp(-x)) + x", "softplus(x)")]
    [InlineData("x - log(1+exp(x))", "-softplus(-x)")]
    [InlineData("-log(1 - 1/(1+exp(-x)))", "softplus(x)")]
    [InlineData("log(1 - sigmoid(x))", "-softplus(x)")]
    [InlineData("x * (1 - 1/(1+exp(x)))", "x * sigmoid(x)")]
    [InlineData("1 - 1/(1 + x**2)", "isru(x, 1) * isru(x, 1)")]
    [InlineData("sqrt(x^2+1) - 1", "x * x / (sqrt(x * x + 1) + 1)")]
    [InlineData("1/(exp(x)+exp(-x))", "0.5 * sech(x)")]
    public void A_naive_form_is_right_for_every_magnitude(string text, string rewritten)
    {
        var formula = Formula.Parse(text, code: FormulaCode.Interpreted);
        formula.Rewritten.ShouldBe(rewritten);
        var f = formula.Create();
        ShouldBeRight(f, f.Truth, text);
        formula.FindGaps().ShouldBeEmpty();
    }

    /// <summary>SchNet's shifted softplus (Schütt et al. 2017, arXiv:1706.08566): 0 at 0, where a difference would lose all digits.</summary>
    [Theory]
    [InlineData("softplus(x) - log(2)")]
    [InlineData("log(1 + exp(x)) - log(2)")]
    [InlineData("log((1 + exp(x)) / 2)")]
    [InlineData("log(0.5 * exp(x) + 0.5)")]
    public void A_shifted_softplus_keeps_its_digits_at_0(string text)
    {
        var f = Formula.Parse(text, code: FormulaCode.Interpreted).Create();
        ShouldBeRight(f, f.Truth, text);
    }

    [Fact]
    public void What_was_rewritten_is_told_and_why()
    {
        var formula = Formula.Parse("alpha * (exp(x) - 1); alpha = 2");
        formula.AsWritten.ShouldBe("alpha * (exp(x) - 1)");
        formula.Rewritten.ShouldBe("alpha * expm1(x)");
        formula.Rewritings.ShouldBe([new("expm1", "exp(x) - 1", "expm1(x)", "near 0 the terms cancel: half the digits are lost at 1e-8")]);
    }

    [Fact]
    public void Exponentials_are_joined_before_one_of_them_overflows() =>
        Formula.Parse("x*x*exp(x)*exp(-x)", code: FormulaCode.Interpreted).Rewritten.ShouldBe("x * x");

    [Fact]
    public void On_request_it_stays_as_written()
    {
        var y = new float[1];
        var formula = Formula.Parse("exp(x) - 1", asWritten: true);
        formula.Rewritings.ShouldBeEmpty();
        formula.Create().Forward([1e-20f], y);
        y[0].ShouldBe(0);
        Formula.Parse("exp(x) - 1").Create().Forward([1e-20f], y);
        y[0].ShouldBe(1e-20f);
        Formula.Parse("(exp(x)-exp(-x))/(exp(x)+exp(-x))", asWritten: true).FindGaps()[0].To.ShouldBeLessThan(-700);
    }

    [Theory]
    [InlineData("x * 2 + 1")]
    [InlineData("exp(x) - 2")]
    [InlineData("1 / (2 + exp(-x))")]
    [InlineData("where(x > 0, x, 0.01 * x)")]
    [InlineData("log(2 + x)")]
    [InlineData("x * tanh(x)")]
    public void What_needs_no_rewriting_has_none(string text) => Formula.Parse(text, code: FormulaCode.Interpreted).Rewritings.ShouldBeEmpty();

    [Fact]
    public void Where_a_value_cannot_be_had_is_told()
    {
        // x²⁰ overflows even in doubles, and infinity times 0 is NaN.
        var gaps = Formula.Parse("x**20 * exp(-abs(x))", code: FormulaCode.Interpreted).FindGaps();
        gaps.Count.ShouldBe(2);
        gaps[0].To.ShouldBeLessThan(-1e15);
        gaps[1].From.ShouldBeGreaterThan(1e15);
    }

    private static IEnumerable<Bindings> Candidates(Rule rule) =>
        from v in (Symbol[])[0.5 * Symbol.X, Symbol.X - 1, 1.5]
        from c in (double[])[1.75, -1.75]
        select Bindings.None.With("u", Symbol.X.Expression).With("v", v.Expression)
            .With("c", ((Symbol)c).Expression).With("d", ((Symbol)0.3125).Expression);

    private static Expression Bound(Expression shape, Bindings bindings) =>
        shape.Operation is Wildcard or NumberWildcard ? bindings.Find((shape.Operation as Wildcard)?.Label ?? ((NumberWildcard)shape.Operation).Label)!
        : Expression.Of(shape.Operation, [.. shape.Operands.Select(o => Bound(o, bindings))]);

    private static Activation Activation(Expression e)
    {
        var program = new Formulas.Program(e.Of(new Arguments<Symbol>(Symbol.X, default(ReadOnlySpan<double>))).Expression);
        var f = new Interpreted(program, [], 0, new FormulaBody(program, null).LanesFor([]));
        return new Elementwise<Interpreted, Interpreted>(EveryFunction.Named("relu"), [], null, f, f);
    }

    private static void ShouldBeRight(Activation f, Truth truth, string what)
    {
        float[] x = Magnitudes, y = new float[x.Length], dx = new float[x.Length];
        f.Forward(x, y);
        f.Backward(x, [.. x.Select(_ => 1f)], dx);
        for (var i = 0; i < x.Length; i++)
        {
            // Where the function has no value, or no number of digits says it, there is nothing to be held against.
            if (truth.At(x[i]) is not { Value.IsFinite: true, Slope.IsFinite: true } exact)
            {
                continue;
            }

            var (value, slope, curvature) = ((double)exact.Value, (double)exact.Slope, (double)exact.Curvature);
            // A number such as log(2) has 32 digits, in what is held against as well.
            (Math.Abs(y[i] - value) < 1e-32 ? 0 : Ulp.OfSingle(y[i], value)).ShouldBeLessThanOrEqualTo(2, $"{what} at {x[i]:R} is {value:R}, got {y[i]:R}");
            var bound = (SlopeBound * (Math.Abs(slope) + Math.Abs(curvature))) + float.Epsilon;
            (dx[i] == (float)slope || Math.Abs(dx[i] - slope) <= bound).ShouldBeTrue($"{what}: slope at {x[i]:R} is {slope:R}, got {dx[i]:R}");
        }
    }

    /// <summary>Both signs, from the least to the greatest float, more of them where functions bend.</summary>
    private static readonly float[] Magnitudes =
    [
        .. from k in (int[])[-149, -126, -80, -40, -24, -20, -12, -8, -5, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 14, 20, 60, 100, 127]
           from m in (double[])[1, 1.3]
           from sign in (int[])[-1, 1]
           select (float)(sign * m * Math.ScaleB(1, k)),
    ];
}
