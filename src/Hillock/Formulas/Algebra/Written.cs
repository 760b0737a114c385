namespace Hillock.Formulas;

// Operations that only stand in what is written down; what is computed has them composed.

/// <summary>A variable by its name.</summary>
internal sealed record Named(string Name) : Operation
{
    public override T Of<T>(ReadOnlySpan<T> operands, Arguments<T> arguments) =>
        throw new NotSupportedException($"{Name} is a name; it has no value.");
}

/// <summary>x, not below low and not above high.</summary>
internal sealed record Clamp : Ternary
{
    protected override T Of<T>(T a, T b, T c) => T.Clamp(a, b, c);
}
