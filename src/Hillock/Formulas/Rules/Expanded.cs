namespace Hillock.Formulas;

/// <summary>Sums with their products multiplied out: a·x − a·(x − 1) is a.</summary>
internal static class Expanded
{
    private const int MostTerms = 24;

    /// <summary>a − b, as short as multiplying out makes it.</summary>
    public static Symbol Difference(Symbol a, Symbol b)
    {
        List<Product> terms = [];
        foreach (var term in Terms(a.Expression).Concat(Terms(b.Expression).Select(t => t.Times(-Coefficient.One))))
        {
            var like = terms.FindIndex(t => (t with { Number = Coefficient.One }).Over(term with { Number = Coefficient.One }) is { IsOne: true });
            if (like < 0)
            {
                terms.Add(term);
            }
            else if ((terms[like].Number + term.Number) is { IsZero: false } sum)
            {
                terms[like] = term with { Number = sum };
            }
            else
            {
                terms.RemoveAt(like);
            }
        }

        return new Sum([.. terms]).ToSymbol();
    }

    private static List<Product> Terms(Expression e)
    {
        List<Product> terms = [];
        foreach (var product in Sum.Of(e).Terms)
        {
            List<Product> expanded = [Product.One.Times(product.Number)];
            foreach (var factor in product.Factors)
            {
                var many = factor.Exponent == 1 && Sum.IsSum(factor.Base) ? Terms(factor.Base) : [Product.One.Times(factor.Base, factor.Exponent)];
                expanded = expanded.Count * many.Count <= MostTerms
                    ? [.. expanded.SelectMany(a => many.Select(a.Times))]
                    : [.. expanded.Select(a => a.Times(factor.Base, factor.Exponent))];
            }

            terms.AddRange(expanded);
        }

        return terms;
    }
}
