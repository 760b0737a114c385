namespace Hillock.Formulas;

/// <summary>A function that formulas know by name.</summary>
/// <param name="Inputs">The names of its inputs, in order; those with a question mark may be left out.</param>
/// <param name="Build">Its expression; inputs left out are <c>null</c>.</param>
internal sealed record Word(string[] Inputs, Func<Symbol?[], Symbol> Build)
{
    /// <summary>How it is called: clamp(x, min, max).</summary>
    public string Usage(string name) => $"{name}({string.Join(", ", Inputs.Select(i => i.TrimEnd('?')))})";
}

/// <summary>The functions that formulas know beside those of the catalog: arithmetic, and what NumPy, PyTorch, TensorFlow and C# call it.</summary>
internal static class Words
{
    // Where libraries name an input otherwise.
    private static readonly Dictionary<string, string> InputNames = new()
    {
        ["a_min"] = "min", ["a_max"] = "max", ["clip_value_min"] = "min", ["clip_value_max"] = "max", ["low"] = "min", ["high"] = "max", ["lo"] = "min", ["hi"] = "max",
        ["input"] = "x", ["other"] = "b", ["exponent"] = "b", ["y"] = "b",
    };

    private static readonly (string Names, string Inputs, Func<Symbol?[], Symbol> Build)[] Table =
    [
        ("exp", "x", a => Symbol.Exp(X(a))),
        ("exp2", "x", a => Arithmetic.Exp2(X(a))),
        ("expm1", "x", a => Symbol.ExpM1(X(a))),
        ("log ln", "x base?", a => a[1] is { } b ? Arithmetic.Log(X(a), b) : Symbol.Log(X(a))),
        ("log1p", "x", a => Symbol.Log1P(X(a))),
        ("log2", "x", a => Arithmetic.Log(X(a), 2)),
        ("log10", "x", a => Arithmetic.Log(X(a), 10)),
        ("sqrt", "x", a => Arithmetic.Root(X(a))),
        ("rsqrt", "x", a => Arithmetic.Divide(1, Arithmetic.Root(X(a)))),
        ("cbrt", "x", a => Arithmetic.Operation(new CubeRoot(), X(a))),
        ("abs absolute fabs", "x", a => Symbol.Abs(X(a))),
        ("sign sgn", "x", a => Arithmetic.Operation(new Sign(), X(a))),
        ("sin", "x", a => Symbol.Sin(X(a))),
        ("cos", "x", a => Symbol.Cos(X(a))),
        ("tan", "x", a => Arithmetic.Operation(new Tan(), X(a))),
        ("sinh", "x", a => Arithmetic.Operation(new Sinh(), X(a))),
        ("cosh", "x", a => Arithmetic.Operation(new Cosh(), X(a))),
        ("sech", "x", a => Arithmetic.Operation(new Sech(), X(a))),
        ("tanh", "x", a => Symbol.Tanh(X(a))),
        ("atan arctan", "x", a => Symbol.Atan(X(a))),
        ("asinh arcsinh", "x", a => Symbol.Asinh(X(a))),
        ("atanh arctanh artanh", "x", a => Arithmetic.Operation(new Artanh(), X(a))),
        ("erf", "x", a => Symbol.Erf(X(a))),
        ("erfc", "x", a => Arithmetic.Multiply(2, Symbol.NormalCdf(Product.Of(X(a).Expression).Times(Product.Of(Arithmetic.Negate(Root2).Expression)).ToSymbol()))),
        ("normcdf ndtr cdf", "x", a => Symbol.NormalCdf(X(a))),
        ("normpdf pdf", "x", a => Arithmetic.Operation(new DensityOfNormalCdf(), X(a))),
        ("sigmoid logistic expit σ", "x", a => Symbol.Sigmoid(X(a))),
        ("softplus", "x", a => Symbol.Softplus(X(a))),
        ("logaddexp", "x b", a => Arithmetic.Add(B(a), Symbol.Softplus(Arithmetic.Subtract(X(a), B(a))))),
        ("softsign soft_sign", "x", a => Symbol.Softsign(X(a))),
        ("sinc", "x", a => Symbol.Sinc(X(a))),
        ("relu", "x", a => Symbol.Max(X(a), 0)),
        ("hypot", "x b", a => Arithmetic.Operation(new Hypotenuse(), X(a), Arithmetic.Power(B(a), 2))),
        ("pow power", "x b", a => Arithmetic.Power(X(a), B(a))),
        ("square", "x", a => Arithmetic.Power(X(a), 2)),
        ("reciprocal", "x", a => Arithmetic.Divide(1, X(a))),
        ("negative neg", "x", a => Arithmetic.Negate(X(a))),
        ("add", "x b", a => Arithmetic.Add(X(a), B(a))),
        ("subtract sub", "x b", a => Arithmetic.Subtract(X(a), B(a))),
        ("multiply mul", "x b", a => Arithmetic.Multiply(X(a), B(a))),
        ("divide div true_divide truediv", "x b", a => Arithmetic.Divide(X(a), B(a))),
        ("clamp clip clip_by_value", "x min? max?", a => Clamp(X(a), a[1], a[2])),
        ("heaviside", "x b", a => Condition.Compare(">", X(a), 0).Choose(1, Condition.Compare("<", X(a), 0).Choose(0, B(a)))),
        ("zeros_like", "x", _ => 0),
        ("ones_like", "x", _ => 1),
        ("array asarray tensor as_tensor constant Variable float double float32 float64 cast", "x dtype?", X),
    ];

    private static readonly Dictionary<string, Word> All = Table
        .SelectMany(row => row.Names.Split(' ').Select(name => (name, word: new Word(row.Inputs.Split(' '), row.Build))))
        .ToDictionary(pair => pair.name, pair => pair.word, StringComparer.OrdinalIgnoreCase);

    private static Symbol Root2 => Arithmetic.Root(2);

    /// <summary>Every name, for suggestions.</summary>
    public static IEnumerable<string> Names => All.Keys.Where(name => name.Length > 1).Append("where").Append("maximum").Append("minimum");

    /// <summary>The function of that name; <c>null</c> for none. NumPy's sinc is of πx, and so is PyTorch's.</summary>
    public static Word? Find(string library, string name) =>
        name == "Φ" ? All["normcdf"] : name == "φ" ? All["normpdf"] : name == "sinc" && library.Length > 0 ? new(["x"], a => Symbol.Sinc(Arithmetic.Multiply(Arithmetic.Pi, X(a)))) : All.GetValueOrDefault(name);

    /// <summary>The name that an input has here.</summary>
    public static string InputNamed(Word word, string name) => word.Inputs.Any(i => i.TrimEnd('?') == name) ? name : InputNames.GetValueOrDefault(name, name);

    private static Symbol X(Symbol?[] inputs) => inputs[0]!.Value;

    private static Symbol B(Symbol?[] inputs) => inputs[1]!.Value;

    private static Symbol Clamp(Symbol x, Symbol? low, Symbol? high)
    {
        var floored = low is { } l ? Arithmetic.Max(x, l) : x;
        return high is { } h ? Arithmetic.Min(floored, h) : floored;
    }
}
