using System.Globalization;
using System.Text;

namespace Hillock.Formulas;

/// <summary>A library of arrays for Python: functions of arrays, which compute both branches of a choice.</summary>
/// <param name="name">The word that chooses it.</param>
/// <param name="summary">What is written.</param>
/// <param name="module">How its functions are reached: np, torch, jnp.</param>
/// <param name="imports">What stands on top.</param>
/// <param name="grammar">How it writes operations.</param>
internal abstract class Python(string name, string summary, string module, string[] imports, Grammar grammar)
    : ProgramText(name, summary, grammar)
{
    protected override IReadOnlySet<string> Reserved { get; } = new HashSet<string>
    {
        "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif", "else", "except",
        "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try",
        "while", "with", "yield", "np", "math", "torch", "jax", "jnp", "keras", "x", "self", "units", "f", "f_slope",
    };

    protected override Expression Lowered(Expression expression, Subject subject) =>
        new Guards(subject.Activation.Values).Of(base.Lowered(expression, subject)).Expression;

    private protected override string Write(Subject subject)
    {
        var text = new StringBuilder();
        Composer value = Compose(subject.Value, subject), slope = Compose(subject.Slope, subject);
        foreach (var helper in value.Helpers.Concat(slope.Helpers).DistinctBy(h => h.Name))
        {
            text.AppendLine().AppendLine().AppendLine(helper.Text);
        }

        Function(text, subject, subject.Name, $"f(x) = {OneLine(subject.Function.Formula)}", value, subject.Value);
        Function(text, subject, subject.Name + "_slope", "The derivative with respect to x.", slope, subject.Slope);
        var code = text.Append(Module(subject)).ToString();
        var lines = subject.Comment(Name).Select(line => "# " + line).Append("").Concat(imports.Where(i => IsNeeded(i, code)));
        return string.Join('\n', lines) + "\n" + code;
    }

    /// <summary>Whether code uses what a line imports.</summary>
    private static bool IsNeeded(string import, string code) => code.Contains($"{import.Split(' ')[^1]}.", StringComparison.Ordinal);

    /// <summary>What follows the two functions.</summary>
    protected virtual string Module(Subject subject) => "";

    /// <summary>Lines before the first of a function.</summary>
    protected virtual IEnumerable<string> Preparation(Subject subject, Expression expression) => [];

    /// <summary>x, and the parameters with their values: <c>x, alpha=0.01</c>.</summary>
    protected string Signature(Subject subject, string first) =>
        string.Join(", ", ParametersOf(subject).Zip(subject.Parameters, (n, p) => $"{n}={Grammar.Number(new(p.Value, 0, "")).Text}").Prepend(first));

    private void Function(StringBuilder text, Subject subject, string name, string doc, Composer composer, Expression expression)
    {
        text.AppendLine().AppendLine().AppendLine(CultureInfo.InvariantCulture, $"def {name}({Signature(subject, "x")}):")
            .AppendLine(CultureInfo.InvariantCulture, $"    \"\"\"{doc}\"\"\"");
        foreach (var line in Preparation(subject, expression).Concat(composer.Locals.Select(l => $"{l.Name} = {l.Text}")))
        {
            text.Append("    ").AppendLine(line);
        }

        var result = expression.DependsOnInput ? composer.Result.Text : Spread(module, composer.Result, expression, Grammar);
        text.AppendLine(CultureInfo.InvariantCulture, $"    return {result}");
    }

    /// <summary>What does not depend on x as an array of x's shape.</summary>
    protected static string Spread(string module, Phrase phrase, Expression expression, Grammar grammar) =>
        expression.IsConstant ? $"{module}.full_like(x, {phrase.Text})" : $"{grammar.Inside(phrase, Binding.Product)} * {module}.ones_like(x)";

    /// <summary>The operations that all these libraries call the same.</summary>
    protected static Dictionary<Type, Form> Shared(string module) => new()
    {
        [typeof(Input)] = "x",
        [typeof(Greater)] = new("{0} > {1}", Binding.Comparison, Binding.Sum),
        [typeof(Less)] = new("{0} < {1}", Binding.Comparison, Binding.Sum),
        [typeof(Where)] = $"{module}.where({{0}}, {{1}}, {{2}})",
        [typeof(Sqrt)] = $"{module}.sqrt({{0}})",
        [typeof(Exp)] = $"{module}.exp({{0}})",
        [typeof(Log)] = $"{module}.log({{0}})",
        [typeof(Log1P)] = $"{module}.log1p({{0}})",
        [typeof(ExpM1)] = $"{module}.expm1({{0}})",
        [typeof(Tanh)] = $"{module}.tanh({{0}})",
        [typeof(Sin)] = $"{module}.sin({{0}})",
        [typeof(CosOfSin)] = $"{module}.cos({{0}})",
        [typeof(SechSquaredOfTanh)] = Form.Call(new("_sech_squared", $"""
            def _sech_squared(x):
                # 1 - tanh(x)**2 would cancel.
                e = {module}.exp(-2.0 * {module}.abs(x))
                return 4.0 * e / ((1.0 + e) * (1.0 + e))
            """)),
        [typeof(Sinc)] = Form.Call(new("_sinc", $"""
            def _sinc(x):
                # sin(x) / x; near 0 its series, so that 0 / 0 has no part in it.
                near = {module}.abs(x) < 1e-4
                far = {module}.where(near, {module}.ones_like(x), x)
                return {module}.where(near, 1.0 - x * x / 6.0, {module}.sin(far) / far)
            """)),
        [typeof(SlopeOfSinc)] = Form.Call(new("_sinc_slope", $"""
            def _sinc_slope(x):
                # (cos(x) - sinc(x)) / x; near 0, where that cancels, its series.
                near = {module}.abs(x) < 0.5
                far = {module}.where(near, {module}.ones_like(x), x)
                s = x * x
                series = 1.0 - s / 54.0 * (1.0 - s / 88.0 * (1.0 - s / 130.0 * (1.0 - s / 180.0)))
                series = -x / 3.0 * (1.0 - s / 10.0 * (1.0 - s / 28.0 * series))
                return {module}.where(near, series, ({module}.cos(far) - {module}.sin(far) / far) / far)
            """)),
    };

    /// <summary>The operations whose slopes at 0 libraries choose otherwise than we do: |x| has −1 there, max(x, c) that of c.</summary>
    protected static IEnumerable<KeyValuePair<Type, Form>> WithOurSlopes(string module) =>
    [
        new(typeof(Abs), Form.Call(new("_abs", $"""
            def _abs(x):
                # Its slope at 0 is -1: the two branches of odd functions written with it then meet.
                return {module}.where(x > 0, x, -x)
            """))),
        new(typeof(Max), new("_max({0}, {1})", Helper: new("_max", $"""
            def _max(x, other):
                # Where both are equal, the slope is that of the second.
                return {module}.where(x > other, x, other)
            """))),
        new(typeof(Min), new("_min({0}, {1})", Helper: new("_min", $"""
            def _min(x, other):
                # Where both are equal, the slope is that of the second.
                return {module}.where(x < other, x, other)
            """))),
    ];

    private static string OneLine(string text) => text.ReplaceLineEndings(" ").Replace("\\", "/", StringComparison.Ordinal);
}

/// <summary>How Python writes numbers.</summary>
internal class PythonGrammar(IReadOnlyDictionary<Type, Form> forms) : Grammar(forms)
{
    protected override string Literal(double value) =>
        double.IsFinite(value) ? Decimal(value) : $"float(\"{value.ToString(CultureInfo.InvariantCulture)}\")";

    /// <summary>Digits that say that it is no integer.</summary>
    public static string Decimal(double value)
    {
        var digits = value.ToString(CultureInfo.InvariantCulture);
        return digits.AsSpan().ContainsAny('.', 'E') ? digits.Replace('E', 'e') : digits + ".0";
    }
}
