namespace Hillock.Formulas;

/// <summary>A number in front of a product, to all digits.</summary>
internal readonly struct Coefficient
{
    private const int Digits = 160, Same = 96;

    private readonly BigReal value;

    private Coefficient(BigReal value) => this.value = value;

    /// <summary>1.</summary>
    public static Coefficient One { get; } = new(new(1, Digits));

    /// <summary>Whether it is 1, to more digits than a formula's numbers have.</summary>
    public bool IsOne => Is(One);

    /// <summary>Whether it is −1.</summary>
    public bool IsMinusOne => Is(-One);

    /// <summary>Whether it is 0.</summary>
    public bool IsZero => (double)value == 0;

    public static implicit operator Coefficient(Constant constant) => new(new BigReal(constant.High, Digits) + new BigReal(constant.Low, Digits));

    public static Coefficient operator *(Coefficient a, Coefficient b) => new(a.value * b.value);

    public static Coefficient operator /(Coefficient a, Coefficient b) => new(a.value / b.value);

    public static Coefficient operator +(Coefficient a, Coefficient b) => new(a.value + b.value);

    public static Coefficient operator -(Coefficient a) => new(-a.value);

    /// <summary>A whole power.</summary>
    public Coefficient Power(int exponent)
    {
        var power = One;
        for (var i = 0; i < Math.Abs(exponent); i++)
        {
            power *= this;
        }

        return exponent < 0 ? One / power : power;
    }

    /// <summary>Whether two are the same, to more digits than a formula's numbers have.</summary>
    public bool Is(Coefficient other) => BigReal.Agree(value, other.value, Same);

    /// <summary>The number as an expression.</summary>
    public Symbol ToSymbol() => Constants.Of(value);
}
