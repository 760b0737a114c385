using System.Globalization;
using System.Text;

namespace Hillock.Formulas;

/// <summary>PyTorch: functions, and a module where there are parameters.</summary>
internal sealed class PyTorch() : Python("pytorch", "PyTorch functions, and a module where there are parameters", Library, ["import torch"], new TorchGrammar(Table))
{
    private const string Library = "torch";

    private static readonly Dictionary<Type, Form> Table = new(Shared(Library).Concat(WithOurSlopes(Library)))
    {
        [typeof(Asinh)] = "torch.asinh({0})",
        [typeof(Atan)] = "torch.atan({0})",
        [typeof(Sigmoid)] = "torch.sigmoid({0})",

        // Its default of 20 cuts off what float64 still sees.
        [typeof(Softplus)] = "torch.nn.functional.softplus({0}, threshold=40.0)",
        [typeof(Erf)] = "torch.erf({0})",
        [typeof(NormalCdf)] = Form.Call(new("_normcdf", """
            def _normcdf(x):
                # The chance that a standard normal is smaller; by erfc, because 1 + erf(x) loses the lower tail.
                return 0.5 * torch.erfc(x * -0.7071067811865476)
            """)),
        [typeof(Surrogate)] = new("_surrogate({0}, {1})", Helper: new("_surrogate", """
            def _surrogate(value, smooth):
                # The value of the one with the slope of the other.
                return value.detach() + (smooth - smooth.detach())
            """)),
    };

    /// <remarks>PyTorch's functions take no plain numbers.</remarks>
    protected override IEnumerable<string> Preparation(Subject subject, Expression expression) =>
        new Program(Lowered(expression, subject)).Expressions.Any(IsOfParametersAlone)
            ? ParametersOf(subject).Select(p => $"{p} = torch.as_tensor({p}, dtype=x.dtype, device=x.device)")
            : [];

    protected override string Module(Subject subject)
    {
        if (subject.Parameters.Count == 0)
        {
            return "";
        }

        var trained = subject.Activation.Trained;
        var text = new StringBuilder().AppendLine().AppendLine()
            .AppendLine(CultureInfo.InvariantCulture, $"class {(subject.Name == "f" ? "Activation" : Subject.Pascal(subject.Name))}(torch.nn.Module):")
            .AppendLine(CultureInfo.InvariantCulture, $"    def __init__({Signature(subject, trained is { PerUnit: true } ? "self, units=1" : "self")}):")
            .AppendLine("        super().__init__()");
        foreach (var (name, index) in ParametersOf(subject).Select((name, i) => (name, i)))
        {
            var value = trained?.Index != index ? name
                : trained.Value.PerUnit ? $"torch.nn.Parameter(torch.full((units,), float({name})))"
                : $"torch.nn.Parameter(torch.tensor(float({name})))";
            text.AppendLine(CultureInfo.InvariantCulture, $"        self.{name} = {value}");
        }

        return text.AppendLine().AppendLine("    def forward(self, x):")
            .AppendLine(CultureInfo.InvariantCulture, $"        return {subject.Name}({string.Join(", ", ParametersOf(subject).Select(p => $"self.{p}").Prepend("x"))})")
            .ToString();
    }

    private bool IsOfParametersAlone(Expression e) =>
        e.Operands.Count > 0 && !e.IsConstant && !Grammar.IsArithmetic(e.Operation) && e.Operands.All(o => !o.DependsOnInput);

    /// <summary>A choice between two numbers would be float32 whatever x is.</summary>
    private sealed class TorchGrammar(IReadOnlyDictionary<Type, Form> forms) : PythonGrammar(forms)
    {
        protected override Phrase Chosen(Expression e, Func<Expression, Phrase> written)
        {
            if (e.Operands[1].DependsOnInput || e.Operands[2].DependsOnInput)
            {
                return base.Chosen(e, written);
            }

            return base.Chosen(e, o => o.Equals(e.Operands[1]) ? new(Spread(Library, written(o), o, this)) : written(o));
        }
    }
}
