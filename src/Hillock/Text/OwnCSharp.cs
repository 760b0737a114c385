using System.Globalization;
using System.Text;

namespace Hillock.Formulas;

/// <summary>A struct for this library: kernels for all widths and formats and the slope come from its one body.</summary>
internal sealed class OwnCSharp() : ProgramText("hillock", "a C# struct for this library", new DoubleGrammar(Table))
{
    // Operations bear the names that they have in IReal<T>.
    private static readonly Type[] Members =
    [
        typeof(Where), typeof(Prefer), typeof(Max), typeof(Min), typeof(Clamp), typeof(Abs), typeof(Sqrt), typeof(Exp), typeof(Log), typeof(Log1P),
        typeof(ExpM1), typeof(Sigmoid), typeof(Tanh), typeof(Softplus), typeof(NormalCdf), typeof(Erf), typeof(Sin), typeof(Sinc), typeof(Asinh),
        typeof(Atan), typeof(Surrogate),
    ];

    private static readonly Dictionary<Type, Form> Table = new(Members.ToDictionary(type => type, type => (Form)$"T.{type.Name}({Operands(type)})"))
    {
        [typeof(Input)] = "x",
        [typeof(Greater)] = new("{0} > {1}", Binding.Comparison, Binding.Sum),
        [typeof(Less)] = new("{0} < {1}", Binding.Comparison, Binding.Sum),
        [typeof(CosOfSin)] = "T.Cos({0})",
    };

    protected override IReadOnlySet<string> Reserved { get; } = CSharpTable.Reserved;

    private protected override string Write(Subject subject)
    {
        var text = new StringBuilder();
        foreach (var line in subject.Comment(Name).SkipLast(2).Append($"Written by Hillock {typeof(Subject).Assembly.GetName().Version?.ToString(3)}, format {Name}. Slope, kernels and formula come from the one body."))
        {
            text.Append("// ").AppendLine(line);
        }

        var name = subject.Name == "f" ? "Own" : Subject.Pascal(subject.Name);
        var parameters = ParametersOf(subject);
        var fields = parameters.Zip(subject.Parameters, (n, p) => (Name: Identifier(Subject.Pascal(n)), p.Value)).ToList();
        text.AppendLine("using System.Runtime.CompilerServices;").AppendLine("using Hillock;").AppendLine();
        text.Append(CultureInfo.InvariantCulture, $"public readonly record struct {name}");
        if (fields.Count > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"({string.Join(", ", fields.Select(f => $"double {f.Name}"))})");
        }

        text.AppendLine(CultureInfo.InvariantCulture, $" : {Interface(parameters.Count)}").AppendLine("{");
        if (fields.Count > 0)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"    public {name}() : this({string.Join(", ", fields.Select(f => Grammar.Number(new(f.Value, 0, "")).Text))})")
                .AppendLine("    {").AppendLine("    }").AppendLine();
            Body(text, "T x", "Of(x, " + string.Join(", ", fields.Select(f => $"(T){f.Name}")) + ")", null);
            text.AppendLine();
        }

        var composer = Compose(subject.Value, subject);
        Body(text, string.Join(", ", parameters.Prepend("x").Select(p => "T " + p)), subject.Value.Operation is Number ? $"(T){Grammar.Inside(composer.Result, Binding.Atom)}" : composer.Result.Text, composer);
        return text.AppendLine("}").ToString();
    }

    protected override Expression Lowered(Expression expression, Subject subject) => expression;

    private static void Body(StringBuilder text, string parameters, string result, Composer? composer)
    {
        text.AppendLine("    [MethodImpl(MethodImplOptions.AggressiveInlining)]")
            .AppendLine(CultureInfo.InvariantCulture, $"    public T Of<T>({parameters})").AppendLine("        where T : struct, IReal<T>");
        if (composer is not { Locals.Count: > 0 })
        {
            text.Remove(text.Length - Environment.NewLine.Length, Environment.NewLine.Length)
                .AppendLine(CultureInfo.InvariantCulture, $" => {result};");
            return;
        }

        text.AppendLine("    {");
        foreach (var (name, value) in composer.Locals)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"        T {name} = {value};");
        }

        text.AppendLine(CultureInfo.InvariantCulture, $"        return {result};").AppendLine("    }");
    }

    private static string Interface(int parameters) => parameters switch
    {
        0 => nameof(IActivation),
        1 => nameof(IVariable),
        2 => nameof(IVariable2),
        3 => nameof(IVariable3),
        _ => throw new HillockException($"A function here has at most 3 parameters, not {parameters}."),
    };

    private static string Operands(Type operation) =>
        string.Join(", ", Enumerable.Range(0, operation.IsSubclassOf(typeof(Ternary)) ? 3 : operation.IsSubclassOf(typeof(Binary)) ? 2 : 1).Select(i => $"{{{i}}}"));
}
