namespace Hillock.Formulas;

/// <summary>Values for the parts of an expression, operands first.</summary>
/// <remarks>a·b and b·a are computed as one (<see cref="Program"/>) but written as two: here the same is only what is the same object.</remarks>
internal static class Parts
{
    /// <summary>The value of the whole, from those of its operands.</summary>
    public static V Of<V>(Expression whole, Func<Expression, Func<Expression, V>, V> of)
    {
        var values = new Dictionary<Expression, V>(ReferenceEqualityComparer.Instance);
        return Of(whole);

        V Of(Expression part)
        {
            if (!values.TryGetValue(part, out var value))
            {
                foreach (var operand in part.Operands)
                {
                    Of(operand);
                }

                values[part] = value = of(part, operand => values[operand]);
            }

            return value;
        }
    }
}
