namespace Hillock.Formulas;

/// <summary>The rules. Each is proved by a test over all magnitudes against truths of any precision.</summary>
internal static class RuleTable
{
    private const string Overflows = "eᵘ overflows, and infinity over infinity is NaN";
    private const string Cancels = "the terms cancel";
    private const string SlopeOverflows = "eᵘ overflows, and its infinite slope times 0 is NaN";
    private const string RoundsTwice = "the product would be rounded once more than needed";

    /// <summary>In the order in which they are tried: great shapes before the small ones within them.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        .. Hyperbolic, .. Sigmoids, .. Logarithms, .. Gates, .. Normals, .. Roots, .. Bounded, .. Differences,
    ];

    private static IEnumerable<Rule> Hyperbolic =>
    [
        new("tanh", "(exp(u) - exp(-u)) / (exp(u) + exp(-u))", b => Tanh(b.U), Overflows),
        new("tanh(softplus)", "((1 + exp(u))**2 - 1) / ((1 + exp(u))**2 + 1)", b => Symbol.Tanh(Symbol.Softplus(b.U)), Overflows),
        new("tanh(softplus)", "exp(u) * (exp(u) + 2) / (exp(u) * (exp(u) + 2) + 2)", b => Symbol.Tanh(Symbol.Softplus(b.U)), Overflows),
        new("tanh(softplus)", "(exp(2*u) + 2*exp(u)) / (exp(2*u) + 2*exp(u) + 2)", b => Symbol.Tanh(Symbol.Softplus(b.U)), Overflows),
        new("tanh", "(exp(u) - 1) / (exp(u) + 1)", b => Tanh(Times(0.5, b.U)), Overflows),
        new("tanh", "expm1(u) / (exp(u) + 1)", b => Tanh(Times(0.5, b.U)), Overflows),
        new("tanh", "sinh(u) / cosh(u)", b => Tanh(b.U), Overflows),
        new("sech²", "1 / cosh(u)**2", b => Arithmetic.Operation(new SechSquared(), b.U), SlopeOverflows),
        new("sech", "1 / cosh(u)", b => Arithmetic.Operation(new Sech(), b.U), SlopeOverflows),
        new("sech²", "1 / (exp(u) + exp(-u))**2", b => Times(0.25, Arithmetic.Operation(new SechSquared(), b.U)), SlopeOverflows),
        new("sech", "1 / (exp(u) + exp(-u))", b => Times(0.5, Arithmetic.Operation(new Sech(), b.U)), SlopeOverflows),
        new("sech²", "1 - tanh(u)**2", b => Arithmetic.Operation(new SechSquared(), b.U), "tanh² is 1 from |u| = 9 on in float32, where sech² still has all its digits"),
        new("sinh", "exp(u) - exp(-u)", b => Times(2, Arithmetic.Operation(new Sinh(), b.U)), Cancels),
        new("1 + tanh", "1 + tanh(u)", b => Times(2, Symbol.Sigmoid(Times(2, b.U))), Cancels) { IsLast = true },
        new("1 - tanh", "1 - tanh(u)", b => Times(2, Symbol.Sigmoid(Times(-2, b.U))), Cancels) { IsLast = true },
    ];

    private static IEnumerable<Rule> Sigmoids =>
    [
        new("slope of a sigmoid", "exp(u) / (1 + exp(u))**2", b => Arithmetic.Multiply(Symbol.Sigmoid(b.U), Complement(b.U)), Overflows),
        new("sigmoid", "exp(u) / (1 + exp(u))", b => Symbol.Sigmoid(b.U), Overflows),
        new("sigmoid", "1 / (1 + exp(-u))", b => Symbol.Sigmoid(b.U), SlopeOverflows),
        new("tanh", "2 * sigmoid(u) - 1", b => Tanh(Times(0.5, b.U)), Cancels),
        new("1 - sigmoid", "1 - sigmoid(u)", b => Complement(b.U), Cancels),
        new("power of a sigmoid", "sigmoid(u)**v", b => Symbol.Exp(Arithmetic.Negate(Arithmetic.Multiply(b.V, Symbol.Softplus(Arithmetic.Negate(b.U))))), "σ underflows before its power does"),
    ];

    private static IEnumerable<Rule> Logarithms =>
    [
        new("softplus", "log(1 + exp(u))", b => Symbol.Softplus(b.U), "eᵘ overflows above, and below 1 + eᵘ is 1"),
        new("softplus", "log1p(exp(u))", b => Symbol.Softplus(b.U), "eᵘ overflows"),
        new("log cosh", "log(exp(u) + exp(-u))", b => Arithmetic.Add(Call("log_cosh", b.U), SoftPlusPlus.Ln2), "eᵘ overflows"),
        new("log cosh", "log(c * (exp(u) + exp(-u)))", b => Arithmetic.Add(Call("log_cosh", b.U), LogOfTwice(b.C)), "eᵘ overflows") { Condition = b => b.C.High > 0 },
        new("log cosh", "log(cosh(u))", b => Call("log_cosh", b.U), "cosh overflows, and near 0 its logarithm has no digits left"),
        new("log cosh", "abs(u) + softplus(-2*abs(u)) - log(2)", b => Call("log_cosh", b.U), Cancels),
        new("log cosh", "u + softplus(-2*u) - log(2)", b => Call("log_cosh", b.U), Cancels),
        new("log cosh", "log(c * cosh(u))", b => Arithmetic.Add(Call("log_cosh", b.U), LogOf(b.C)), "cosh overflows") { Condition = b => b.C.High > 0 },
        new("softplus", "log(c * (1 + exp(u)))", b => Arithmetic.Add(Symbol.Softplus(b.U), LogOf(b.C)), "eᵘ overflows") { Condition = b => b.C.High > 0 },
        new("shifted softplus", "softplus(u) - log(2)", b => Arithmetic.Operation(new ShiftedSoftplus(), b.U), Cancels),
        new("log of a sum", "log(exp(u) + exp(v))", b => Arithmetic.Add(b.V, Symbol.Softplus(Arithmetic.Subtract(b.U, b.V))), "eᵘ overflows"),
        new("log of a sum", "log(c + exp(u))", LogOfSum, "eᵘ overflows") { Condition = b => b.C.High > 0 },
        new("log of a sigmoid", "log(sigmoid(u))", b => Arithmetic.Negate(Symbol.Softplus(Arithmetic.Negate(b.U))), "σ underflows, and its logarithm is −∞"),
        new("log of a sigmoid", "log(1 - sigmoid(u))", b => Arithmetic.Negate(Symbol.Softplus(b.U)), "1 − σ underflows, and its logarithm is −∞"),
        new("log of a sigmoid", "log(1 - 1 / (1 + exp(-u)))", b => Arithmetic.Negate(Symbol.Softplus(b.U)), "1 − σ cancels, and its logarithm is −∞"),
        new("log of an exponential", "log(exp(u))", b => b.U, "eᵘ overflows"),
        new("asinh", "log(u + sqrt(u**2 + 1))", b => Symbol.Asinh(b.U), "below 0 the terms cancel"),
        new("log of a quotient", "log((1 + u) / (1 - u))", b => Arithmetic.Subtract(Symbol.Log1P(b.U), Symbol.Log1P(Arithmetic.Negate(b.U))), "near 0 the quotient is 1"),
        new("log1p", "log(1 + u)", b => Symbol.Log1P(b.U), "1 + u loses the digits of a small u") { IsLast = true },
        new("symlog", "sign(u) * log1p(abs(u))", b => Call("symlog", b.U), "at 0 the slope would be lost with the sign"),
    ];

    private static IEnumerable<Rule> Gates =>
    [
        new("gate", "u * sigmoid(c * (u + d * u**3))", b => Symbol.SigmoidGate(b.U, b.C, b.D), RoundsTwice) { IsSilent = true, IsLast = true },
        new("gate", "u * sigmoid(c*u + d * u**3)", b => Symbol.SigmoidGate(b.U, b.C, Quotient(b.D, b.C)), RoundsTwice) { IsSilent = true, IsLast = true },
        new("gate", "u * sigmoid(u)", b => Symbol.SigmoidGate(b.U), RoundsTwice) { IsSilent = true, IsLast = true, Condition = b => Product.Of(b.U.Expression).Number.IsOne },
        new("gate", "u * sigmoid(c*u)", b => Symbol.SigmoidGate(b.U, b.C), "the rounding error of c·u would be multiplied by its size") { IsSilent = true, IsLast = true },
        new("gate", "u * tanh(softplus(u))", b => Symbol.TanhSoftplusGate(b.U), RoundsTwice) { IsSilent = true, IsLast = true },
    ];

    private static IEnumerable<Rule> Normals =>
    [
        new("Φ", "1 + erf(u)", b => Times(2, Symbol.NormalCdf(Times(Root2, b.U))), "for negative u the terms cancel: GELU as commonly written is 0 from −5.5 on"),
        new("Φ", "1 - erf(u)", b => Times(2, Symbol.NormalCdf(Arithmetic.Negate(Times(Root2, b.U)))), "for positive u the terms cancel"),
        new("1 - Φ", "1 - normcdf(u)", b => Symbol.NormalCdf(Arithmetic.Negate(b.U)), "for positive u the terms cancel"),
        new("gate", "u * normcdf(u)", b => Symbol.NormalGate(b.U), RoundsTwice) { IsSilent = true, IsLast = true },
    ];

    private static IEnumerable<Rule> Roots =>
    [
        new("absolute value", "sqrt(u**2)", b => Symbol.Abs(b.U), "u² over- and underflows, and the root's slope at 0 is NaN"),
        new("root of a sum", "1 + u / sqrt(1 + u**2)", b => Arithmetic.Operation(new OneAndRatio(), b.U), "for negative u the terms cancel"),
        new("root of a sum", "sqrt(u**2 + 1) - 1", b => Arithmetic.Divide(Arithmetic.Power(b.U, 2), Arithmetic.Add(Hypotenuse(b.U, 1), 1)), "near 0 the terms cancel"),
        new("root of a sum", "u + sqrt(u**2 + c)", b => Times(2, Arithmetic.Operation(new VariedCatalogCall(Listed("squareplus")), b.U, b.C)), "for negative u the terms cancel") { Condition = b => b.C.High > 0 },
        new("root of a sum", "u + sqrt(u**2 + v)", b => Times(2, Arithmetic.Operation(new VariedCatalogCall(Listed("squareplus")), b.U, b.V)), "for negative u the terms cancel") { Condition = HasFixedV },
        new("inverse root", "u / sqrt(1 + u**2)", b => Arithmetic.Operation(new VariedCatalogCall(Listed("isru")), b.U, 1), "u² overflows, and far out the slope cancels"),
        new("inverse root", "u / sqrt(1 + v * u**2)", b => Arithmetic.Operation(new VariedCatalogCall(Listed("isru")), b.U, b.V), "u² overflows, and far out the slope cancels") { Condition = HasFixedV },
        new("inverse root", "u / sqrt(1 + c * u**2)", b => Arithmetic.Operation(new VariedCatalogCall(Listed("isru")), b.U, b.C), "u² overflows, and far out the slope cancels") { Condition = b => b.C.High > 0 },
        new("root of a sum", "sqrt(u**2 + c)", b => Hypotenuse(b.U, b.C), "u² overflows") { Condition = b => b.C.High > 0 },
        new("root of a sum", "sqrt(u**2 + v)", b => Hypotenuse(b.U, b.V), "u² overflows") { Condition = HasFixedV },
        new("softsign", "u / (1 + abs(u))", b => Symbol.Softsign(b.U), "far out the slope cancels"),
    ];

    private static IEnumerable<Rule> Bounded =>
    [
        new("Vagerwal's quotient", "u / (1 - u * exp(-(u + exp(u))))", b => Call("colu", b.U), SlopeOverflows),
        new("double exponential", "exp(-exp(u))", b => Call("loglog", Arithmetic.Negate(b.U)), SlopeOverflows),
        new("double exponential", "expm1(-exp(u))", b => Arithmetic.Negate(Call("cloglog", b.U)), SlopeOverflows),
        new("tanh of an exponential", "tanh(exp(u))", b => Arithmetic.Operation(new TanhOfExp(), b.U), SlopeOverflows),
        new("tanh of an exponential", "tanh(c * exp(u))", b => Symbol.Tanh(Times(b.C, Capped(b.U))), SlopeOverflows),
        new("erf of an exponential", "erf(exp(u))", b => Symbol.Erf(Capped(b.U)), SlopeOverflows),
        new("erf of an exponential", "erf(c * exp(u))", b => Symbol.Erf(Times(b.C, Capped(b.U))), SlopeOverflows),
        new("double exponential", "exp(c * exp(u))", b => Symbol.Exp(Times(b.C, Capped(b.U))), SlopeOverflows) { Condition = b => b.C.High < 0 },
        new("double exponential", "expm1(c * exp(u))", b => Symbol.ExpM1(Times(b.C, Capped(b.U))), SlopeOverflows) { Condition = b => b.C.High < 0 },
        new("sigmoid of an exponential", "sigmoid(exp(u))", b => Symbol.Sigmoid(Capped(b.U)), SlopeOverflows),
        new("sigmoid of an exponential", "sigmoid(-exp(u))", b => Symbol.Sigmoid(Arithmetic.Negate(Capped(b.U))), SlopeOverflows),
        new("atan of an exponential", "atan(exp(u))", b => Symbol.Atan(Capped(b.U)), SlopeOverflows),
    ];

    private static IEnumerable<Rule> Differences =>
    [
        new("expm1 less its argument", "exp(u) - 1 - u", b => Arithmetic.Operation(new ExpM1Rest(), b.U), Cancels),
        new("expm1 less its argument", "expm1(u) - u", b => Arithmetic.Operation(new ExpM1Rest(), b.U), Cancels),
        new("expm1", "exp(u) - 1", b => Symbol.ExpM1(b.U), "near 0 the terms cancel: half the digits are lost at 1e-8"),
        new("tanh shrink", "u - tanh(u)", b => Call("tanh_shrink", b.U), Cancels),
        new("softplus", "softplus(-abs(u)) + max(u, 0)", b => Symbol.Softplus(b.U), "at 0 both have a kink, and the sum has none"),
        new("softplus", "u + softplus(-u)", b => Symbol.Softplus(b.U), "for negative u the terms cancel"),
        new("softplus", "u - softplus(u)", b => Arithmetic.Negate(Symbol.Softplus(Arithmetic.Negate(b.U))), "for positive u the terms cancel"),
        new("square over one more", "1 - 1 / (1 + u**2)", b => Arithmetic.Power(Arithmetic.Operation(new VariedCatalogCall(Listed("isru")), b.U, 1), 2), "near 0 the terms cancel"),
        new("difference of softplus", "softplus(u) - softplus(v)", DifferenceOfSoftplus, Cancels) { Condition = b => IsFixed(Expanded.Difference(b.U, b.V)) },
        new("1 - cos", "1 - cos(u)", b => Times(2, Arithmetic.Power(Symbol.Sin(Times(0.5, b.U)), 2)), "near 0 the terms cancel"),
        new("sinc", "sin(u) / u", b => Symbol.Sinc(b.U), "0/0 is NaN; the limit at 0 is 1"),
        new("product of exponentials", "exp(u) * exp(v)", b => Arithmetic.Folded(Symbol.Exp(Expanded.Difference(b.U, Arithmetic.Negate(b.V)))), "one factor may overflow where the other vanishes"),
    ];

    private static Constant Root2 => Constants.Fold(Arithmetic.Root(2).Expression)!.Value;

    private static Symbol Times(Constant number, Symbol u) => Product.Of(u.Expression).Times(number).ToSymbol();

    private static Symbol Times(double number, Symbol u) => Times(new Constant(number, 0, ""), u);

    private static Constant Quotient(Constant a, Constant b) => Constants.Fold(Arithmetic.Divide(a, b).Expression)!.Value;

    /// <summary>tanh u, of −u the opposite.</summary>
    private static Symbol Tanh(Symbol u) => (double)Arithmetic.Value(Product.Of(u.Expression).Number.ToSymbol())! < 0
        ? Arithmetic.Negate(Symbol.Tanh(Times(-1, u)))
        : Symbol.Tanh(u);

    private static Symbol Complement(Symbol u) => Arithmetic.Operation(new SigmoidComplement(), u);

    private static Symbol Hypotenuse(Symbol u, Symbol square) => Arithmetic.Operation(new Hypotenuse(), u, square);

    private static Symbol Capped(Symbol u) => Arithmetic.Operation(new CappedExp(), u);

    private static Function Listed(string name) => (Function)Catalog.Find(name);

    private static Symbol Call(string name, Symbol u) => Arithmetic.Operation(new CatalogCall(Listed(name), []), u);

    private static bool HasFixedV(Bindings b) => IsFixed(b.V);

    private static bool IsFixed(Symbol u) => !u.Expression.DependsOnInput;

    private static Symbol LogOf(Symbol c) => Arithmetic.Folded(Symbol.Log(c));

    private static Symbol LogOfTwice(Constant c) => LogOf(Arithmetic.Multiply(2, c));

    /// <summary>ln c + softplus(u − ln c).</summary>
    private static Symbol LogOfSum(Bindings b)
    {
        var log = Arithmetic.Folded(Symbol.Log(b.C));
        return Arithmetic.Add(log, Symbol.Softplus(Arithmetic.Subtract(b.U, log)));
    }

    /// <summary>ln((1 + eᵘ)/(1 + eᵛ)) = ln(1 + (e^(u − v) − 1)·σ(v)), where u − v does not depend on x.</summary>
    private static Symbol DifferenceOfSoftplus(Bindings b) =>
        Symbol.Log1P(Arithmetic.Multiply(Arithmetic.Folded(Symbol.ExpM1(Expanded.Difference(b.U, b.V))), Symbol.Sigmoid(b.V)));
}
