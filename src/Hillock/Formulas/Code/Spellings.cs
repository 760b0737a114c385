namespace Hillock.Formulas;

/// <summary>How functions of the catalog are written elsewhere: the same values, at a kink perhaps the slope of the other side.</summary>
internal static class Spellings
{
    private static readonly (string Name, string Text)[] Table =
    [
        ("relu", "where(x > 0, x, 0)"),
        ("relu", "where(x < 0, 0, x)"),
        ("relu", "x * where(x > 0, 1, 0)"),
        ("relu", "x * where(x < 0, 0, 1)"),
        ("relu", "0.5 * (x + abs(x))"),
        ("relu", "(x + abs(x)) / 2"),
        ("relu6", "where(x < 0, 0, where(x > 6, 6, x))"),
        ("leaky_relu", "max(alpha * x, x)"),
        ("leaky_relu", "max(x, alpha * x)"),
        ("leaky_relu", "where(x < 0, alpha * x, x)"),
        ("leaky_relu", "x * where(x > 0, 1, alpha)"),
        ("leaky_relu", "max(x, 0) + alpha * min(x, 0)"),
        ("elu", "where(x < 0, alpha * expm1(x), x)"),
        ("elu", "max(x, 0) + min(alpha * expm1(x), 0)"),
        ("elu", "max(x, 0) + alpha * min(expm1(x), 0)"),
        ("celu", "max(x, 0) + min(alpha * expm1(x / alpha), 0)"),
        ("hard_tanh", "where(x < low, low, where(x > high, high, x))"),
    ];

    private static readonly Lazy<IReadOnlyList<(Function Function, Expression Body)>> Bodies = new(() => [.. Table.Select(row => Body(row.Name, row.Text))]);

    /// <summary>The function that has the values of a formula; <c>null</c> for none. That of the values of its parameters is still to be tried.</summary>
    /// <param name="lowered">What is computed.</param>
    public static Recognised? Find(Expression lowered) => Recognition.Among(Bodies.Value, lowered) ?? Recognition.Find(Opened(lowered));

    private static (Function Function, Expression Body) Body(string name, string text)
    {
        var function = (Function)Catalog.Find(name);
        var given = Binder.Read(text);
        Symbol[] wildcards = [.. given.Parameters.Select(p => (Symbol)Expression.Of(new Wildcard(p.Name)))];
        return (function, given.Value.Of(new Arguments<Symbol>(Symbol.X, wildcards)).Expression);
    }

    /// <summary>x·σ(c·x), which is computed in one, as the product that it is.</summary>
    private static Expression Opened(Expression e) =>
        e.Operation is SteepGate gate && e.Operands is [var x] ? ((Symbol)x * Symbol.Sigmoid(gate.Steepness.Constant * (Symbol)x)).Expression : e;
}
