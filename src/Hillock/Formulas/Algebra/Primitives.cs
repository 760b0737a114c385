namespace Hillock.Formulas;

// Primitives of IReal<T>, and the values they give along: each of those is an operation of its own, and what emits code asks for both at once.

internal sealed record Abs : Unary
{
    protected override T Of<T>(T x) => T.Abs(x);
}

internal sealed record Sqrt : Unary
{
    protected override T Of<T>(T x) => T.Sqrt(x);
}

internal sealed record Exp : Unary
{
    protected override T Of<T>(T x) => T.Exp(x);
}

internal sealed record Log : Unary
{
    protected override T Of<T>(T x) => T.Log(x);
}

internal sealed record Log1P : Unary
{
    protected override T Of<T>(T x) => T.Log1P(x);
}

internal sealed record Atan : Unary
{
    protected override T Of<T>(T x) => T.Atan(x);
}

/// <summary>A value that a primitive gives along.</summary>
/// <param name="Place">Which of them.</param>
internal abstract record Companion(int Place) : Unary
{
    /// <summary>The primitive.</summary>
    public abstract Unary Primitive { get; }
}

/// <inheritdoc cref="IReal{T}.ExpM1(T)"/>
internal sealed record ExpM1 : Unary
{
    protected override T Of<T>(T x) => T.ExpM1(x);
}

internal sealed record ExpOfExpM1() : Companion(0)
{
    public override Unary Primitive => new ExpM1();

    protected override T Of<T>(T x)
    {
        T.ExpM1(x, out var companion);
        return companion;
    }
}

/// <inheritdoc cref="IReal{T}.Sigmoid(T)"/>
internal sealed record Sigmoid : Unary
{
    protected override T Of<T>(T x) => T.Sigmoid(x);
}

internal sealed record ComplementOfSigmoid() : Companion(0)
{
    public override Unary Primitive => new Sigmoid();

    protected override T Of<T>(T x)
    {
        T.Sigmoid(x, out var companion);
        return companion;
    }
}

/// <inheritdoc cref="IReal{T}.Tanh(T)"/>
internal sealed record Tanh : Unary
{
    protected override T Of<T>(T x) => T.Tanh(x);
}

internal sealed record SechSquaredOfTanh() : Companion(0)
{
    public override Unary Primitive => new Tanh();

    protected override T Of<T>(T x)
    {
        T.Tanh(x, out var companion);
        return companion;
    }
}

/// <inheritdoc cref="IReal{T}.Softplus(T)"/>
internal sealed record Softplus : Unary
{
    protected override T Of<T>(T x) => T.Softplus(x);
}

internal sealed record SigmoidOfSoftplus() : Companion(0)
{
    public override Unary Primitive => new Softplus();

    protected override T Of<T>(T x)
    {
        T.Softplus(x, out var companion, out _);
        return companion;
    }
}

internal sealed record ComplementOfSoftplus() : Companion(1)
{
    public override Unary Primitive => new Softplus();

    protected override T Of<T>(T x)
    {
        T.Softplus(x, out _, out var companion);
        return companion;
    }
}

/// <inheritdoc cref="IReal{T}.NormalCdf(T)"/>
internal sealed record NormalCdf : Unary
{
    protected override T Of<T>(T x) => T.NormalCdf(x);
}

internal sealed record DensityOfNormalCdf() : Companion(0)
{
    public override Unary Primitive => new NormalCdf();

    protected override T Of<T>(T x)
    {
        T.NormalCdf(x, out var companion);
        return companion;
    }
}

/// <inheritdoc cref="IReal{T}.Erf(T)"/>
internal sealed record Erf : Unary
{
    protected override T Of<T>(T x) => T.Erf(x);
}

internal sealed record SlopeOfErf() : Companion(0)
{
    public override Unary Primitive => new Erf();

    protected override T Of<T>(T x)
    {
        T.Erf(x, out var companion);
        return companion;
    }
}

/// <inheritdoc cref="IReal{T}.Sin(T)"/>
internal sealed record Sin : Unary
{
    protected override T Of<T>(T x) => T.Sin(x);
}

internal sealed record CosOfSin() : Companion(0)
{
    public override Unary Primitive => new Sin();

    protected override T Of<T>(T x)
    {
        T.Sin(x, out var companion);
        return companion;
    }
}

/// <inheritdoc cref="IReal{T}.Sinc(T)"/>
internal sealed record Sinc : Unary
{
    protected override T Of<T>(T x) => T.Sinc(x);
}

internal sealed record SlopeOfSinc() : Companion(0)
{
    public override Unary Primitive => new Sinc();

    protected override T Of<T>(T x)
    {
        T.Sinc(x, out var companion);
        return companion;
    }
}

/// <inheritdoc cref="IReal{T}.Asinh(T)"/>
internal sealed record Asinh : Unary
{
    protected override T Of<T>(T x) => T.Asinh(x);
}

internal sealed record SlopeOfAsinh() : Companion(0)
{
    public override Unary Primitive => new Asinh();

    protected override T Of<T>(T x)
    {
        T.Asinh(x, out var companion);
        return companion;
    }
}

/// <inheritdoc cref="IReal{T}.Softsign(T)"/>
internal sealed record Softsign : Unary
{
    protected override T Of<T>(T x) => T.Softsign(x);
}

internal sealed record ComplementOfSoftsign() : Companion(0)
{
    public override Unary Primitive => new Softsign();

    protected override T Of<T>(T x)
    {
        T.Softsign(x, out var companion);
        return companion;
    }
}

/// <inheritdoc cref="IReal{T}.SigmoidGate(T)"/>
internal sealed record SigmoidGate : Unary
{
    protected override T Of<T>(T x) => T.SigmoidGate(x);
}

/// <inheritdoc cref="IReal{T}.NormalGate(T)"/>
internal sealed record NormalGate : Unary
{
    protected override T Of<T>(T x) => T.NormalGate(x);
}

/// <inheritdoc cref="IReal{T}.TanhSoftplusGate(T)"/>
internal sealed record TanhSoftplusGate : Unary
{
    protected override T Of<T>(T x) => T.TanhSoftplusGate(x);
}

internal sealed record SlopeOfSigmoidGate() : Companion(0)
{
    public override Unary Primitive => new SigmoidGate();

    protected override T Of<T>(T x)
    {
        T.SigmoidGate(x, out var companion);
        return companion;
    }
}

internal sealed record SlopeOfNormalGate() : Companion(0)
{
    public override Unary Primitive => new NormalGate();

    protected override T Of<T>(T x)
    {
        T.NormalGate(x, out var companion);
        return companion;
    }
}

internal sealed record SlopeOfTanhSoftplusGate() : Companion(0)
{
    public override Unary Primitive => new TanhSoftplusGate();

    protected override T Of<T>(T x)
    {
        T.TanhSoftplusGate(x, out var companion);
        return companion;
    }
}

/// <summary>x·σ(kx).</summary>
internal sealed record SteepGate(Number Steepness) : Unary
{
    public override bool IsNear(Operation other) => other is SteepGate gate && Steepness.IsNear(gate.Steepness);

    protected override T Of<T>(T x) => T.SigmoidGate(x, Steepness.Constant);
}

/// <summary>x·σ(k·(x + cx³)).</summary>
internal sealed record CubicGate(Number Steepness, Number Cubic) : Unary
{
    public override bool IsNear(Operation other) => other is CubicGate gate && Steepness.IsNear(gate.Steepness) && Cubic.IsNear(gate.Cubic);

    protected override T Of<T>(T x) => T.SigmoidGate(x, Steepness.Constant, Cubic.Constant);
}
