namespace Hillock.Formulas;

/// <summary>The algebra of expressions: evaluated over symbols, a function writes down its operations.</summary>
internal readonly struct Symbol(Expression expression) : IReal<Symbol>
{
    /// <summary>What was written down.</summary>
    public Expression Expression => expression ?? Constants.Zero;

    /// <summary>The input.</summary>
    public static Symbol X { get; } = Of(new Input());

    /// <summary>A parameter.</summary>
    public static Symbol Parameter(int index) => Of(new Value(index));

    public static implicit operator Symbol(double value) => new(Constants.Of(value));

    public static implicit operator Symbol(Constant value) => new(Constants.Of(value));

    public static implicit operator Symbol(Expression expression) => new(expression);

    public static Symbol operator +(Symbol left, Symbol right) => Of(new Addition(), left, right);

    public static Symbol operator -(Symbol left, Symbol right) => Of(new Subtraction(), left, right);

    /// <remarks>Multiples by numbers and parameters are operations of their own, whose slopes need one product less.</remarks>
    public static Symbol operator *(Symbol left, Symbol right) => (left.Expression.Operation, right.Expression.Operation) switch
    {
        (Number number, _) => Of(new Multiple(number), right),
        (_, Number number) => Of(new Multiple(number), left),
        (Value value, _) => Of(new ScaledByValue(value.Index), right),
        (_, Value value) => Of(new ScaledByValue(value.Index), left),
        _ => Of(new Multiplication(), left, right),
    };

    public static Symbol operator /(Symbol left, Symbol right) => Of(new Division(), left, right);

    public static Symbol operator -(Symbol value) => Of(new Negation(), value);

    public static Symbol operator >(Symbol left, Symbol right) => Of(new Greater(), left, right);

    public static Symbol operator <(Symbol left, Symbol right) => Of(new Less(), left, right);

    public static Symbol operator *(double left, Symbol right) => (Symbol)left * right;

    public static Symbol operator *(Constant left, Symbol right) => (Symbol)left * right;

    public static Symbol Scaled(Symbol x, double parameter) => Of(new Scaled(parameter), x);

    public static Symbol Where(Symbol condition, Symbol whenTrue, Symbol whenFalse) => Of(new Where(), condition, whenTrue, whenFalse);

    public static Symbol Prefer(Symbol condition, Symbol better, Symbol written) => Of(new Prefer(), condition, better, written);

    public static Symbol Max(Symbol x, Symbol otherwise) => Of(new Max(), x, otherwise);

    public static Symbol Min(Symbol x, Symbol otherwise) => Of(new Min(), x, otherwise);

    public static Symbol Surrogate(Symbol value, Symbol smooth) => Of(new Surrogate(), value, smooth);

    public static Symbol Abs(Symbol x) => Of(new Abs(), x);

    public static Symbol Sqrt(Symbol x) => Of(new Sqrt(), x);

    public static Symbol Exp(Symbol x) => Of(new Exp(), x);

    public static Symbol Log(Symbol x) => Of(new Log(), x);

    public static Symbol Log1P(Symbol x) => Of(new Log1P(), x);

    public static Symbol Atan(Symbol x) => Of(new Atan(), x);

    public static Symbol ExpM1(Symbol x, out Symbol exp)
    {
        exp = Of(new ExpOfExpM1(), x);
        return ExpM1(x);
    }

    public static Symbol ExpM1(Symbol x) => Of(new ExpM1(), x);

    public static Symbol Sigmoid(Symbol x, out Symbol complement)
    {
        complement = Of(new ComplementOfSigmoid(), x);
        return Sigmoid(x);
    }

    public static Symbol Sigmoid(Symbol x) => Of(new Sigmoid(), x);

    public static Symbol Tanh(Symbol x, out Symbol sechSquared)
    {
        sechSquared = Of(new SechSquaredOfTanh(), x);
        return Tanh(x);
    }

    public static Symbol Tanh(Symbol x) => Of(new Tanh(), x);

    public static Symbol Softplus(Symbol x, out Symbol sigmoid, out Symbol complement)
    {
        (sigmoid, complement) = (Of(new SigmoidOfSoftplus(), x), Of(new ComplementOfSoftplus(), x));
        return Softplus(x);
    }

    public static Symbol Softplus(Symbol x) => Of(new Softplus(), x);

    public static Symbol NormalCdf(Symbol x, out Symbol density)
    {
        density = Of(new DensityOfNormalCdf(), x);
        return NormalCdf(x);
    }

    public static Symbol NormalCdf(Symbol x) => Of(new NormalCdf(), x);

    public static Symbol Erf(Symbol x, out Symbol slope)
    {
        slope = Of(new SlopeOfErf(), x);
        return Erf(x);
    }

    public static Symbol Erf(Symbol x) => Of(new Erf(), x);

    public static Symbol Sin(Symbol x, out Symbol cos)
    {
        cos = Of(new CosOfSin(), x);
        return Sin(x);
    }

    public static Symbol Sin(Symbol x) => Of(new Sin(), x);

    public static Symbol Sinc(Symbol x, out Symbol slope)
    {
        slope = Of(new SlopeOfSinc(), x);
        return Sinc(x);
    }

    public static Symbol Sinc(Symbol x) => Of(new Sinc(), x);

    public static Symbol Asinh(Symbol x, out Symbol slope)
    {
        slope = Of(new SlopeOfAsinh(), x);
        return Asinh(x);
    }

    public static Symbol Asinh(Symbol x) => Of(new Asinh(), x);

    public static Symbol Softsign(Symbol x, out Symbol complement)
    {
        complement = Of(new ComplementOfSoftsign(), x);
        return Softsign(x);
    }

    public static Symbol Softsign(Symbol x) => Of(new Softsign(), x);

    public static Symbol SigmoidGate(Symbol x, out Symbol slope)
    {
        slope = Of(new SlopeOfSigmoidGate(), x);
        return SigmoidGate(x);
    }

    public static Symbol SigmoidGate(Symbol x) => Of(new SigmoidGate(), x);

    public static Symbol NormalGate(Symbol x, out Symbol slope)
    {
        slope = Of(new SlopeOfNormalGate(), x);
        return NormalGate(x);
    }

    public static Symbol NormalGate(Symbol x) => Of(new NormalGate(), x);

    public static Symbol TanhSoftplusGate(Symbol x, out Symbol slope)
    {
        slope = Of(new SlopeOfTanhSoftplusGate(), x);
        return TanhSoftplusGate(x);
    }

    public static Symbol TanhSoftplusGate(Symbol x) => Of(new TanhSoftplusGate(), x);

    public static Symbol Cos(Symbol x) => Of(new CosOfSin(), x);

    public static Symbol SigmoidGate(Symbol x, Constant steepness) => Of(new SteepGate(new(steepness)), x);

    public static Symbol SigmoidGate(Symbol x, Constant steepness, Constant cubic) => Of(new CubicGate(new(steepness), new(cubic)), x);

    private static Symbol Of(Operation operation, params ReadOnlySpan<Symbol> operands)
    {
        var expressions = new Expression[operands.Length];
        for (var i = 0; i < operands.Length; i++)
        {
            expressions[i] = operands[i].Expression;
        }

        return new(Expression.Of(operation, expressions));
    }
}
