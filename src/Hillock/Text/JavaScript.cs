using System.Globalization;
using System.Text;

namespace Hillock.Formulas;

/// <summary>JavaScript: a module of functions of one number.</summary>
internal sealed class JavaScript() : BraceText("javascript", "a JavaScript module that needs nothing", new Grammar(Table))
{
    private static readonly Helper Erfc = new("_erfc", """
        // 1 - erf(x): by its continued fraction where that would cancel.
        function _erfc(x) {
          if (x < 2) {
            return 1 - _erf(x);
          }
          let tail = x;
          for (let n = 120; n > 0; n--) {
            tail = x + n / 2 / tail;
          }
          return Math.exp(-x * x) / (Math.sqrt(Math.PI) * tail);
        }
        """);

    private static readonly Helper Erf = new("_erf", """
        // The error function: a series whose terms have one sign, so that nothing cancels.
        function _erf(x) {
          if (Math.abs(x) > 2) {
            return Math.sign(x) * (1 - _erfc(Math.abs(x)));
          }
          let [term, sum] = [x, x];
          for (let n = 1; n < 60; n++) {
            term *= 2 * x * x / (2 * n + 1);
            sum += term;
          }
          return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x) * sum;
        }
        """);

    private static readonly Dictionary<Type, Form> Table = new(Shared)
    {
        [typeof(Abs)] = "Math.abs({0})",
        [typeof(Max)] = "Math.max({0}, {1})",
        [typeof(Min)] = "Math.min({0}, {1})",
        [typeof(Sqrt)] = "Math.sqrt({0})",
        [typeof(Exp)] = "Math.exp({0})",
        [typeof(Log)] = "Math.log({0})",
        [typeof(Log1P)] = "Math.log1p({0})",
        [typeof(ExpM1)] = "Math.expm1({0})",
        [typeof(Tanh)] = "Math.tanh({0})",
        [typeof(Sin)] = "Math.sin({0})",
        [typeof(CosOfSin)] = "Math.cos({0})",
        [typeof(Asinh)] = "Math.asinh({0})",
        [typeof(Atan)] = "Math.atan({0})",
        [typeof(Erf)] = Form.Call(Erf with { Needs = [Erfc] }),
        [typeof(NormalCdf)] = Form.Call(new("_normcdf", """
            // The chance that a standard normal is smaller.
            function _normcdf(x) {
              return 0.5 * _erfc(-x * Math.SQRT1_2);
            }
            """, Erf, Erfc)),
        [typeof(Sigmoid)] = Form.Call(new("_sigmoid", """
            // 1 / (1 + exp(-x)), whose exponential cannot overflow.
            function _sigmoid(x) {
              const e = Math.exp(-Math.abs(x));
              return (x >= 0 ? 1 : e) / (1 + e);
            }
            """)),
        [typeof(Softplus)] = Form.Call(new("_softplus", """
            // log(1 + exp(x)), whose exponential cannot overflow.
            function _softplus(x) {
              return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
            }
            """)),
        [typeof(SechSquaredOfTanh)] = Form.Call(new("_sechSquared", """
            // 1 - tanh(x)^2 would cancel.
            function _sechSquared(x) {
              const e = Math.exp(-2 * Math.abs(x));
              return 4 * e / ((1 + e) * (1 + e));
            }
            """)),
        [typeof(Sinc)] = Form.Call(new("_sinc", """
            function _sinc(x) {
              return x === 0 ? 1 : Math.sin(x) / x;
            }
            """)),
        [typeof(SlopeOfSinc)] = Form.Call(new("_sincSlope", """
            // (cos(x) - sinc(x)) / x; near 0, where that cancels, its series.
            function _sincSlope(x) {
              if (Math.abs(x) >= 0.5) {
                return (Math.cos(x) - Math.sin(x) / x) / x;
              }
              const s = x * x;
              const series = 1 - s / 54 * (1 - s / 88 * (1 - s / 130 * (1 - s / 180)));
              return -x / 3 * (1 - s / 10 * (1 - s / 28 * series));
            }
            """)),
    };

    protected override string Declaration => "const";

    protected override IReadOnlySet<string> Reserved { get; } = new HashSet<string>
    {
        "await", "break", "case", "catch", "class", "const", "continue", "debugger", "default", "delete", "do", "else", "enum", "export", "extends",
        "false", "finally", "for", "function", "if", "implements", "import", "in", "instanceof", "interface", "let", "new", "null", "package",
        "private", "protected", "public", "return", "static", "super", "switch", "this", "throw", "true", "try", "typeof", "var", "void", "while",
        "with", "yield", "x", "Math", "eval", "arguments", "f", "fSlope", "fCurvature",
    };

    private protected override string Write(Subject subject)
    {
        var text = new StringBuilder();
        foreach (var line in subject.Comment(Name))
        {
            text.Append("// ").AppendLine(line);
        }

        Composer value = Compose(subject.Value, subject), slope = Compose(subject.Slope, subject), curvature = Compose(subject.Curvature, subject);
        foreach (var helper in value.Helpers.Concat(slope.Helpers).Concat(curvature.Helpers).DistinctBy(h => h.Name))
        {
            text.AppendLine().AppendLine(helper.Text);
        }

        var name = Camel(subject.Name);
        Function(text, subject, name, "f(x).", value);
        Function(text, subject, name + "Slope", "The derivative with respect to x.", slope);
        Function(text, subject, name + "Curvature", "The second derivative, for curves on a page.", curvature);
        return text.ToString();
    }

    private void Function(StringBuilder text, Subject subject, string name, string comment, Composer composer)
    {
        var parameters = ParametersOf(subject).Zip(subject.Parameters, (n, p) => $"{n} = {Grammar.Number(new(p.Value, 0, "")).Text}").Prepend("x");
        text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"/** {comment} */")
            .AppendLine(CultureInfo.InvariantCulture, $"export function {name}({string.Join(", ", parameters)}) {{");
        Lines(text, composer, "  ");
        text.AppendLine("}");
    }

    private static string Camel(string name)
    {
        var pascal = Subject.Pascal(name);
        return char.ToLowerInvariant(pascal[0]) + pascal[1..];
    }
}
