using System.Globalization;

namespace Hillock.Formulas;

/// <summary>A function that is to be written down in some notation.</summary>
internal sealed class Subject
{
    /// <summary>Takes a function and its derivative from its body.</summary>
    public Subject(Activation activation, Function function)
    {
        (Activation, Function) = (activation, function);
        Term[] parameters = [.. function.Parameters.Select((_, i) => new Term(Symbol.Parameter(i).Expression))];
        Term x = new(Symbol.X.Expression);
        Value = function.Body.OfVaried<Term>(x, parameters).Expression;
        Slope = function.Body.OfVaried<Dual<Term>>(new(x, 1), [.. parameters.Select(p => new Dual<Term>(p, 0))]).Slope.Expression;
    }

    /// <summary>The function with its parameters' values.</summary>
    public Activation Activation { get; }

    /// <summary>The function for all values.</summary>
    public Function Function { get; }

    /// <summary>f(x), in x and the parameters by number.</summary>
    public Expression Value { get; }

    /// <summary>f′(x).</summary>
    public Expression Slope { get; }

    /// <summary>f″(x).</summary>
    public Expression Curvature
    {
        get
        {
            Dual<Dual<Term>> x = new(new(new(Symbol.X.Expression), 1), new(1, 0));
            return Function.Body.OfVaried<Dual<Dual<Term>>>(x, [.. Function.Parameters.Select((_, i) => new Dual<Dual<Term>>(new(new(Symbol.Parameter(i).Expression), 0), 0))]).Slope.Slope.Expression;
        }
    }

    /// <summary>A name made of words; a formula has none and is called f.</summary>
    public string Name => Function.Source is null
        ? Function.Surrogate is { } surrogate ? $"{Function.Name}_{surrogate}" : Function.Name
        : "f";

    /// <summary>The parameters' names and values.</summary>
    public IReadOnlyList<(string Name, double Value)> Parameters => [.. Function.Parameters.Zip(Activation.Values, (p, v) => (p.Name, v))];

    /// <summary>What is said above the code.</summary>
    public IEnumerable<string> Comment(string notation) => new[]
    {
        OneLine($"{Activation.Name}: {Function.Formula}"),
        Function.Origin,
        $"Written by Hillock {typeof(Subject).Assembly.GetName().Version?.ToString(3)}, format {notation}. The slope is the automatic derivative of the same expression;",
        Function.Surrogate is null
            ? "at a kink it is that of the branch taken, and max(x, 0) has slope 0 at 0."
            : $"that of {Function.Surrogate} stands in for the function's own, which is 0.",
    }.Where(line => line.Length > 0);

    /// <summary>A name in the style of C# and of JavaScript's classes.</summary>
    public static string Pascal(string name) =>
        string.Concat(name.Split('_', StringSplitOptions.RemoveEmptyEntries).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    private static string OneLine(string text) => string.Create(CultureInfo.InvariantCulture, $"{text.ReplaceLineEndings(" ")}");
}
