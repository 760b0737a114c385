namespace Hillock.Formulas;

/// <summary>In a rule's pattern: any expression that is not a number.</summary>
internal sealed record Wildcard(string Label) : Operation
{
    public override T Of<T>(ReadOnlySpan<T> operands, Arguments<T> arguments) => throw new NotSupportedException("A pattern has no value.");
}

/// <summary>In a rule's pattern: any number.</summary>
internal sealed record NumberWildcard(string Label) : Operation
{
    public override T Of<T>(ReadOnlySpan<T> operands, Arguments<T> arguments) => throw new NotSupportedException("A pattern has no value.");
}
