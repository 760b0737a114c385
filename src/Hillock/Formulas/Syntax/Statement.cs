namespace Hillock.Formulas;

/// <summary>What stands between semicolons or on lines of its own.</summary>
/// <param name="At">Where it stands.</param>
internal abstract record Statement(int At);

/// <summary>name = value.</summary>
internal sealed record Definition(int At, string Name, Syntax Value) : Statement(At);

/// <summary>A value: the formula itself, or what a function returns.</summary>
internal sealed record Result(int At, Syntax Value) : Statement(At);

/// <summary>Some statements or others.</summary>
internal sealed record Branch(int At, Syntax Condition, IReadOnlyList<Statement> Then, IReadOnlyList<Statement> Otherwise) : Statement(At);

/// <summary>A function of the user's own: <c>def f(x, alpha=0.1):</c>, <c>f = lambda x: …</c>, <c>x => …</c>, <c>f(x) = …</c>.</summary>
internal sealed record Procedure(int At, string Name, IReadOnlyList<ProcedureInput> Inputs, IReadOnlyList<Statement> Body) : Statement(At);

/// <summary>An input of a user's function: the first is the variable, the others are parameters.</summary>
internal sealed record ProcedureInput(int At, string Name, Syntax? Default);
