namespace Hillock.Formulas;

/// <summary>Constants as they are written, for notations that have roots and fractions: 2 * sqrt(2 / pi).</summary>
internal static class ConstantText
{
    /// <summary>The constant as an expression of numbers and π; <c>null</c> where it is no more than digits.</summary>
    public static Expression? Read(Constant constant) =>
        constant.Low != 0 && !constant.Text.All(c => char.IsAsciiDigit(c) || c == '.') ? Of(Parser.Read(new(constant.Text))) : null;

    private static Expression? Of(IReadOnlyList<Statement> statements) => statements is [Result result] ? Of(result.Value)?.Expression : null;

    private static Term? Of(Syntax syntax) => syntax switch
    {
        NumberSyntax number => double.Parse(number.Digits, System.Globalization.CultureInfo.InvariantCulture),
        NameSyntax { Name: "pi" } => Term.Variable("pi"),
        NegationSyntax negation => -Of(negation.Operand),
        BinarySyntax { Sign: "+" } sum => Of(sum.Left) + Of(sum.Right),
        BinarySyntax { Sign: "-" } difference => Of(difference.Left) - Of(difference.Right),
        BinarySyntax { Sign: "*" } product => Of(product.Left) * Of(product.Right),
        BinarySyntax { Sign: "/" } quotient => Of(quotient.Left) / Of(quotient.Right),
        BinarySyntax { Sign: "**", Right: NumberSyntax { Digits: "2" } } square => Of(square.Left) * Of(square.Left),
        CallSyntax { Name: "sqrt", Arguments: [var a] } => Of(a.Value) is { } x ? Term.Sqrt(x) : null,
        CallSyntax { Name: "log", Arguments: [var a] } => Of(a.Value) is { } x ? Term.Log(x) : null,
        CallSyntax { Name: "exp", Arguments: [var a] } => Of(a.Value) is { } x ? Term.Exp(x) : null,
        _ => null,
    };
}
