namespace Hillock.Formulas;

/// <summary>A formula as it was written: a tree whose nodes know where they stand in the text.</summary>
/// <param name="At">Where it stands.</param>
internal abstract record Syntax(int At);

/// <summary>Decimal digits.</summary>
internal sealed record NumberSyntax(int At, string Digits) : Syntax(At);

/// <summary>A word between quotes, as in <c>approximate='tanh'</c>.</summary>
internal sealed record QuotedSyntax(int At, string Text) : Syntax(At);

/// <summary>The input, a parameter, a step, a constant.</summary>
internal sealed record NameSyntax(int At, string Name) : Syntax(At);

/// <summary>−operand.</summary>
internal sealed record NegationSyntax(int At, Syntax Operand) : Syntax(At);

/// <summary>left + right and the like; at the sign.</summary>
internal sealed record BinarySyntax(int At, string Sign, Syntax Left, Syntax Right) : Syntax(At);

/// <summary>One comparison or a chain of them, as 0 &lt; x &lt; 1.</summary>
internal sealed record ComparisonSyntax(int At, IReadOnlyList<Syntax> Operands, IReadOnlyList<string> Signs) : Syntax(At);

/// <summary>Both, or either.</summary>
internal sealed record LogicSyntax(int At, bool Both, Syntax Left, Syntax Right) : Syntax(At);

/// <summary>Not the condition.</summary>
internal sealed record NotSyntax(int At, Syntax Operand) : Syntax(At);

/// <summary>One of two values.</summary>
internal sealed record ChoiceSyntax(int At, Syntax Condition, Syntax WhenTrue, Syntax WhenFalse) : Syntax(At);

/// <summary>name(arguments), the name without the library it comes from.</summary>
/// <param name="At">Where the name stands.</param>
/// <param name="Library">np, torch…; empty for none.</param>
/// <param name="Name">The function, or a value that is multiplied: x(x + 1).</param>
/// <param name="Arguments">What stands between the parentheses.</param>
internal sealed record CallSyntax(int At, string Library, string Name, IReadOnlyList<ArgumentSyntax> Arguments) : Syntax(At);

/// <summary>An argument, perhaps with its name.</summary>
internal sealed record ArgumentSyntax(int At, string? Name, Syntax Value);
