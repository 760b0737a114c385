using System.Globalization;
using System.Text;

namespace Hillock.Formulas;

/// <summary>C# that needs nothing but .NET: a class with the function and its slope.</summary>
internal sealed class CSharp() : BraceText("csharp", "a C# class that needs nothing but .NET", new DoubleGrammar(CSharpTable.Forms))
{
    protected override string Declaration => "var";

    protected override IReadOnlySet<string> Reserved { get; } = CSharpTable.Reserved;

    private protected override string Write(Subject subject)
    {
        var text = new StringBuilder();
        foreach (var line in subject.Comment(Name))
        {
            text.Append("// ").AppendLine(line);
        }

        Composer value = Compose(subject.Value, subject), slope = Compose(subject.Slope, subject);
        text.AppendLine("using System;").AppendLine()
            .AppendLine(CultureInfo.InvariantCulture, $"public static class {(subject.Name == "f" ? "Activation" : Subject.Pascal(subject.Name))}")
            .AppendLine("{");
        Function(text, subject, "Of", "f(x).", value);
        text.AppendLine();
        Function(text, subject, "Slope", "The derivative with respect to x.", slope);
        foreach (var helper in value.Helpers.Concat(slope.Helpers).DistinctBy(h => h.Name))
        {
            text.AppendLine();
            foreach (var line in helper.Text.Split('\n'))
            {
                text.AppendLine(line.Length > 0 ? "    " + line : "");
            }
        }

        return text.AppendLine("}").ToString();
    }

    private void Function(StringBuilder text, Subject subject, string name, string comment, Composer composer)
    {
        var parameters = ParametersOf(subject).Zip(subject.Parameters, (n, p) => $"double {n} = {Grammar.Number(new(p.Value, 0, "")).Text}").Prepend("double x");
        text.AppendLine(CultureInfo.InvariantCulture, $"    /// <summary>{comment}</summary>")
            .AppendLine(CultureInfo.InvariantCulture, $"    public static double {name}({string.Join(", ", parameters)})")
            .AppendLine("    {");
        Lines(text, composer, "        ");
        text.AppendLine("    }");
    }
}

/// <summary>How C# writes doubles.</summary>
internal sealed class DoubleGrammar(IReadOnlyDictionary<Type, Form> forms) : Grammar(forms)
{
    protected override string Literal(double value) =>
        double.IsFinite(value) ? PythonGrammar.Decimal(value)
        : double.IsNaN(value) ? "double.NaN"
        : value > 0 ? "double.PositiveInfinity" : "double.NegativeInfinity";
}