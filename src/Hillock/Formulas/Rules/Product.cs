using System.Collections.Immutable;

namespace Hillock.Formulas;

/// <summary>An expression seen as a number times powers of factors, in the order in which they occur.</summary>
/// <remarks>1/eᵘ is seen as e⁻ᵘ, and (eᵘ)² as e²ᵘ, so that rules need not say both.</remarks>
internal readonly record struct Product(Coefficient Number, ImmutableList<Factor> Factors)
{
    // Beyond, an exponent is left in peace.
    private const int GreatestPower = 64;

    /// <summary>1.</summary>
    public static Product One { get; } = new(Coefficient.One, []);

    /// <summary>Whether it is a number.</summary>
    public bool IsNumber => Factors.IsEmpty;

    /// <summary>Whether it is 1.</summary>
    public bool IsOne => IsNumber && Number.IsOne;

    /// <summary>The factors of an expression.</summary>
    public static Product Of(Expression e)
    {
        var product = One;
        Collect(e, 1, ref product);
        return product;
    }

    /// <summary>A multiple.</summary>
    public Product Times(Coefficient number) => this with { Number = Number * number };

    /// <summary>A product of two, like factors joined.</summary>
    public Product Times(Product other)
    {
        var product = Times(other.Number);
        foreach (var factor in other.Factors)
        {
            product = product.Times(factor.Base, factor.Exponent);
        }

        return product;
    }

    /// <summary>With another factor to a power.</summary>
    public Product Times(Expression factor, int exponent)
    {
        if (factor.Operation is Exp && exponent != 1)
        {
            return Times(Symbol.Exp(Of(factor.Operands[0]).Times(new Constant(exponent, 0, "")).ToSymbol()).Expression, 1);
        }

        var i = Factors.FindIndex(f => f.Base.Equals(factor));
        return i >= 0 && factor.Operation is Exp
            ? (this with { Factors = Factors.RemoveAt(i) }).Times(Symbol.Exp(Of(factor.Operands[0]).Times(new Constant(2, 0, "")).ToSymbol()).Expression, 1)
            : i < 0 ? this with { Factors = Factors.Add(new(factor, exponent)) }
            : Factors[i].Exponent + exponent == 0 ? this with { Factors = Factors.RemoveAt(i) }
            : this with { Factors = Factors.SetItem(i, new(factor, Factors[i].Exponent + exponent)) };
    }

    /// <summary>What is left when all factors of another are taken out; <c>null</c> where it has others.</summary>
    public Product? Over(Product other)
    {
        var (number, factors) = (Number / other.Number, Factors);
        foreach (var factor in other.Factors)
        {
            var i = factors.FindIndex(f => f.Base.Equals(factor.Base) && f.Exponent * factor.Exponent > 0 && Math.Abs(f.Exponent) >= Math.Abs(factor.Exponent));
            if (i < 0)
            {
                return null;
            }

            factors = factors[i].Exponent == factor.Exponent ? factors.RemoveAt(i) : factors.SetItem(i, factors[i] with { Exponent = factors[i].Exponent - factor.Exponent });
        }

        return new(number, factors);
    }

    /// <summary>The product as an expression: what is above the line first.</summary>
    public Symbol ToSymbol()
    {
        Symbol? above = null, below = null;
        foreach (var (factor, exponent) in Factors)
        {
            var power = Arithmetic.Power(factor, Math.Abs(exponent));
            if (exponent > 0)
            {
                above = above is { } a ? Arithmetic.Multiply(a, power) : power;
            }
            else
            {
                below = below is { } b ? Arithmetic.Multiply(b, power) : power;
            }
        }

        var number = Number.ToSymbol();
        var product = above is { } some ? Arithmetic.Multiply(number, some) : number;
        return below is { } divisor ? Arithmetic.Divide(product, divisor) : product;
    }

    private static void Collect(Expression e, int exponent, ref Product product)
    {
        switch (e.Operation)
        {
            case Number number when number.Constant.High != 0:
                product = product.Times(((Coefficient)number.Constant).Power(exponent));
                break;
            case Multiple { Factor.Constant: { High: not 0 } constant }:
                product = product.Times(((Coefficient)constant).Power(exponent));
                Collect(e.Operands[0], exponent, ref product);
                break;
            case ScaledByValue scaled:
                product = product.Times(Symbol.Parameter(scaled.Index).Expression, exponent);
                Collect(e.Operands[0], exponent, ref product);
                break;
            case Negation:
                product = product.Times((-Coefficient.One).Power(exponent));
                Collect(e.Operands[0], exponent, ref product);
                break;
            case Multiplication when Math.Abs(exponent) <= GreatestPower && product.Factors.Count < GreatestPower && e.Size < 4096:
                Collect(e.Operands[0], exponent, ref product);
                Collect(e.Operands[1], exponent, ref product);
                break;
            case Division:
                Collect(e.Operands[0], exponent, ref product);
                Collect(e.Operands[1], -exponent, ref product);
                break;
            default:
                product = product.Times(e, exponent);
                break;
        }
    }
}

/// <summary>A power of an expression.</summary>
internal readonly record struct Factor(Expression Base, int Exponent);
