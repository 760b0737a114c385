using System.Collections.Immutable;

namespace Hillock.Formulas;

/// <summary>An expression seen as a sum of products, in the order in which they occur.</summary>
internal readonly record struct Sum(ImmutableList<Product> Terms)
{
    private const int MostTerms = 24;

    /// <summary>Whether an expression is a sum of at least two terms, and not of too many to be compared.</summary>
    public static bool IsSum(Expression e) => e.Operation is Addition or Subtraction && Of(e).Terms.Count is > 1 and <= MostTerms;

    /// <summary>The terms of an expression.</summary>
    public static Sum Of(Expression e)
    {
        var terms = ImmutableList.CreateBuilder<Product>();
        Collect(e, Coefficient.One, terms);
        return new(terms.ToImmutable());
    }

    /// <summary>The sum as an expression.</summary>
    public Symbol ToSymbol()
    {
        Symbol? sum = null;
        foreach (var term in Terms)
        {
            var opposite = term.Times(-Coefficient.One).ToSymbol();
            var symbol = term.ToSymbol();
            sum = sum is not { } some ? symbol
                : symbol.Expression.Operation is Negation || Arithmetic.Value(symbol) < 0 || symbol.Expression.Operation is Multiple { Factor.Constant.High: < 0 }
                    ? Arithmetic.Subtract(some, opposite)
                : Arithmetic.Add(some, symbol);
        }

        return sum ?? 0;
    }

    private static void Collect(Expression e, Coefficient number, ImmutableList<Product>.Builder terms)
    {
        switch (e.Operation)
        {
            case Addition or Subtraction when terms.Count <= MostTerms:
                Collect(e.Operands[0], number, terms);
                Collect(e.Operands[1], e.Operation is Subtraction ? -number : number, terms);
                break;
            case Negation when e.Operands[0].Operation is Addition or Subtraction:
                Collect(e.Operands[0], -number, terms);
                break;
            default:
                terms.Add(Product.Of(e).Times(number));
                break;
        }
    }
}
