using System.Globalization;
using System.Text;

namespace Hillock.Formulas;

/// <summary>ONNX's textual syntax: a model of two functions, the nodes of each one on a line.</summary>
internal sealed class Onnx() : Notation("onnx", "an ONNX model as text, for onnx.parser.parse_model")
{
    private const int Opset = 20;

    // Where ONNX has the function itself, which of our parameters are its attributes; its name stands in Elsewhere.
    private static readonly Dictionary<string, string> Attributes = new()
    {
        ["linear"] = "",
        ["relu"] = "",
        ["sigmoid"] = "",
        ["tanh"] = "",
        ["softplus"] = "",
        ["softsign"] = "",
        ["hard_swish"] = "",
        ["mish"] = "",
        ["exponential"] = "",
        ["absolute"] = "",
        ["leaky_relu"] = "alpha = {0}",
        ["elu"] = "alpha = {0}",
        ["celu"] = "alpha = {0}",
        ["gelu"] = "approximate = \"none\"",
        ["gelu_tanh"] = "approximate = \"tanh\"",
        ["thresholded_relu"] = "alpha = {0}",
        ["hard_shrink"] = "lambd = {0}, bias = 0.0",
        ["soft_shrink"] = "lambd = {0}, bias = {0}",
    };

    private static readonly Dictionary<Type, string> Nodes = new()
    {
        [typeof(Addition)] = "Add", [typeof(Subtraction)] = "Sub", [typeof(Multiplication)] = "Mul", [typeof(Division)] = "Div", [typeof(Negation)] = "Neg",
        [typeof(Greater)] = "Greater", [typeof(Less)] = "Less", [typeof(Where)] = "Where", [typeof(Max)] = "Max", [typeof(Min)] = "Min",
        [typeof(Abs)] = "Abs", [typeof(Sqrt)] = "Sqrt", [typeof(Exp)] = "Exp", [typeof(Log)] = "Log", [typeof(Tanh)] = "Tanh", [typeof(Sigmoid)] = "Sigmoid",
        [typeof(Softplus)] = "Softplus", [typeof(Erf)] = "Erf", [typeof(Sin)] = "Sin", [typeof(CosOfSin)] = "Cos", [typeof(Asinh)] = "Asinh", [typeof(Atan)] = "Atan",
    };

    private protected override string Write(Subject subject)
    {
        var known = KnownNode(subject);
        var names = subject.Parameters.Select(p => Identifier(p.Name)).ToList();
        var (forward, slope) = (known is null ? names : [], names);
        var comment = string.Join(' ', subject.Comment(Name)).Replace('"', '\'').Replace('\\', '/');
        var text = new StringBuilder().AppendLine("<").AppendLine("  ir_version: 9,")
            .AppendLine(CultureInfo.InvariantCulture, $"  opset_import: [\"\" : {Opset}, \"hillock\" : 1],")
            .AppendLine(CultureInfo.InvariantCulture, $"  doc_string: \"{comment}\"").AppendLine(">")
            .AppendLine(CultureInfo.InvariantCulture, $"{subject.Name}_and_slope (float[N] x) => (float[N] y, float[N] slope)");
        if (names.Count > 0)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"<{string.Join(", ", names.Zip(subject.Parameters, (n, p) => $"float {n} = {{{Digits(p.Value)}}}"))}>");
        }

        text.AppendLine("{").AppendLine(Call("y", subject.Name, forward)).AppendLine(Call("slope", subject.Name + "_slope", slope)).AppendLine("}");
        Function(text, subject.Name, forward, known is null ? LinesOf(subject.Value, names) : [$"y = {known}"]);
        Function(text, subject.Name + "_slope", slope, LinesOf(subject.Slope, names));
        return text.ToString();
    }

    private static string Call(string result, string name, IEnumerable<string> parameters) =>
        $"  {result} = hillock.{name} ({string.Join(", ", parameters.Prepend("x"))})";

    private static void Function(StringBuilder text, string name, IEnumerable<string> parameters, IEnumerable<string> lines)
    {
        text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"<domain: \"hillock\", opset_import: [\"\" : {Opset}]>")
            .AppendLine(CultureInfo.InvariantCulture, $"{name} ({string.Join(", ", parameters.Prepend("x"))}) => (y)").AppendLine("{");
        foreach (var line in lines)
        {
            text.Append("  ").AppendLine(line);
        }

        text.AppendLine("}");
    }

    /// <remarks>What is trained is no attribute.</remarks>
    private static string? KnownNode(Subject subject) =>
        Attributes.TryGetValue(subject.Name, out var attributes) && (subject.Activation.Trained is null || attributes.Length == 0) && subject.Function.Elsewhere.FirstOrDefault(e => e.Framework == "ONNX") is { } there
            ? $"{there.Name.Split('(')[0]} {(attributes.Length > 0 ? $"<{string.Format(CultureInfo.InvariantCulture, attributes, [.. subject.Parameters.Select(p => Digits(p.Value))])}> " : "")}(x)"
            : null;

    private static IEnumerable<string> LinesOf(Expression expression, List<string> parameters)
    {
        var lowered = OnnxLowering.Of(expression);
        var names = new Dictionary<Expression, string>();
        List<string> lines = [];
        foreach (var part in new Program(lowered).Expressions)
        {
            names[part] = part.Operation switch
            {
                Input => "x",
                Value value => parameters[value.Index],
                Number number => Added($"CastLike ({Added($"Constant <value = double {{{Digits(number.Constant.High)}}}> ()")}, x)"),
                var operation => Added($"{Nodes[operation.GetType()]} ({string.Join(", ", part.Operands.Select(o => names[o]))})"),
            };
        }

        // What does not depend on x has x's shape all the same.
        lines.Add(lowered.DependsOnInput ? $"y = Identity ({names[lowered]})" : $"y = Expand ({names[lowered]}, {Added("Shape (x)")})");
        return lines;

        string Added(string node)
        {
            var name = $"t{lines.Count + 1}";
            while (parameters.Contains(name))
            {
                name += "_";
            }

            lines.Add($"{name} = {node}");
            return name;
        }
    }

    private static string Identifier(string name) => name is "x" or "y" or "slope" ? name + "_" : name;

    private static string Digits(double value) => PythonGrammar.Decimal(value);
}

/// <summary>What ONNX has no operator for, made of those that it has.</summary>
internal static class OnnxLowering
{
    /// <summary>The expression in ONNX's operators.</summary>
    public static Expression Of(Expression expression) => Replay.Of(expression, (operation, o) => operation switch
    {
        Prefer => Term.Where(o[0], o[1], o[2]),
        Surrogate => o[0],
        Clamp => Term.Min(Term.Max(o[0], o[1]), o[2]),

        // Without cancelling near 0: tanh(x/2)·(eˣ + 1).
        ExpM1 => Term.Tanh(0.5 * o[0], out _) * (Term.Exp(o[0]) + 1),
        Log1P => Log1POf(o[0]),
        SechSquaredOfTanh => SechSquaredOf(o[0]),
        NormalCdf => 0.5 * (1 + Term.Erf(Half * o[0], out _)),
        DensityOfNormalCdf => Balls.InverseRootOfTwoPi * Term.Exp(-0.5 * (o[0] * o[0])),
        SlopeOfErf => Balls.TwoOverRootPi * Term.Exp(-(o[0] * o[0])),
        SlopeOfAsinh => 1 / Term.Sqrt(1 + (o[0] * o[0])),
        Sinc => Term.Where(Term.Abs(o[0]) < 1e-4, 1 - (o[0] * o[0] / 6), Term.Sin(o[0], out _) / o[0]),
        SlopeOfSinc => SincSlopeOf(o[0]),
        _ => null,
    }).Expression;

    private static Term Half => Math.Sqrt(0.5);

    /// <summary>log(1 + x), whose rounding error is divided out again.</summary>
    private static Term Log1POf(Term x)
    {
        var sum = 1 + x;
        var rest = sum - 1;
        return Term.Where(Term.Abs(rest) > 0, Term.Log(sum) * (x / rest), x);
    }

    private static Term SechSquaredOf(Term x)
    {
        var e = Term.Exp(-2 * Term.Abs(x));
        return 4 * e / ((1 + e) * (1 + e));
    }

    private static Term SincSlopeOf(Term x)
    {
        var square = x * x;
        var series = 1 - (square / 54 * (1 - (square / 88 * (1 - (square / 130)))));
        series = -x / 3 * (1 - (square / 10 * (1 - (square / 28 * series))));
        var sin = Term.Sin(x, out var cos);
        return Term.Where(Term.Abs(x) < 0.5, series, (cos - (sin / x)) / x);
    }
}
