namespace Hillock.Training.Tests;

/// <summary>
/// An activation from two scalar functions, with or without a trained parameter: slow, and independent of the library's kernels.
/// </summary>
public sealed class Scalar(string name, Func<double, double, double> f, Func<double, double, double> slope) : Activation
{
    public static Scalar Tanh { get; } = new("tanh", (x, _) => Math.Tanh(x), (x, _) => 1 - (Math.Tanh(x) * Math.Tanh(x)));

    public static Scalar Relu { get; } = new("relu", (x, _) => Math.Max(x, 0), (x, _) => x > 0 ? 1 : 0);

    public static Scalar Sigmoid { get; } = new(
        "sigmoid", (x, _) => 1 / (1 + Math.Exp(-x)), (x, _) => 0.25 / Math.Pow(Math.Cosh(x / 2), 2));

    public static Scalar Softplus { get; } = new("softplus", (x, _) => Math.Log(1 + Math.Exp(x)), (x, _) => 1 / (1 + Math.Exp(-x)));

    /// <summary>x · sigmoid(p·x), smooth in its parameter.</summary>
    public static Scalar Swish(bool? perUnit) => new(
        "swish", (x, p) => x / (1 + Math.Exp(-p * x)), (x, p) => Logistic(p * x) * (1 + (p * x * Logistic(-p * x))))
    {
        ParameterSlope = (x, p) => x * x * Logistic(p * x) * Logistic(-p * x),
        Start = 0.75,
        Parameterised = perUnit is { } each ? new TrainedParameter(0, each) : null,
    };

    /// <summary>tanh(x·(1 + p)) with p drawn between 0 and 1 in training, ½ in evaluation.</summary>
    public static Scalar NoisyTanh { get; } = new(
        "noisy_tanh", (x, p) => Math.Tanh(x * (1 + p)), (x, p) => (1 + p) / Math.Pow(Math.Cosh(x * (1 + p)), 2))
    {
        Start = 0.5,
        Random = true,
    };

    public Func<double, double, double> ParameterSlope { get; private init; } = (_, _) => 0;

    public double Start { get; private init; } = 1;

    public override string Name => name;

    public override IReadOnlyList<Parameter> Parameters => Trained is null ? [] : [new Parameter("p", 1)];

    public override IReadOnlyList<double> Values => Trained is null ? [] : [Start];

    public override TrainedParameter? Trained => Parameterised;

    public override bool IsDrawn => Random;

    private TrainedParameter? Parameterised { get; init; }

    private bool Random { get; init; }

    public override double Of(double x) => f(x, Start);

    public double Of(double x, double parameter) => f(x, parameter);

    public override double Slope(double x) => slope(x, Start);

    public override void Forward(ReadOnlySpan<float> x, Span<float> y) => Forward(x, [(float)Start], y);

    public override void Forward(ReadOnlySpan<double> x, Span<double> y)
    {
        for (var i = 0; i < x.Length; i++)
        {
            y[i] = Of(x[i]);
        }
    }

    public override void Backward(ReadOnlySpan<float> x, ReadOnlySpan<float> dy, Span<float> dx) => Backward(x, [(float)Start], dy, dx, []);

    public override void Backward(ReadOnlySpan<double> x, ReadOnlySpan<double> dy, Span<double> dx)
    {
        for (var i = 0; i < x.Length; i++)
        {
            dx[i] = Slope(x[i]) * dy[i];
        }
    }

    public override void ForwardBackward(ReadOnlySpan<float> x, ReadOnlySpan<float> dy, Span<float> y, Span<float> dx)
    {
        Forward(x, y);
        Backward(x, dy, dx);
    }

    public override void Forward(ReadOnlySpan<float> x, ReadOnlySpan<float> parameter, Span<float> y)
    {
        for (var i = 0; i < x.Length; i++)
        {
            y[i] = (float)f(x[i], parameter[i % parameter.Length]);
        }
    }

    public override void Backward(
        ReadOnlySpan<float> x, ReadOnlySpan<float> parameter, ReadOnlySpan<float> dy, Span<float> dx, Span<float> dparameter)
    {
        for (var i = 0; i < x.Length; i++)
        {
            double p = parameter[i % parameter.Length], g = dy[i];
            if (!dparameter.IsEmpty)
            {
                dparameter[i % dparameter.Length] += (float)(ParameterSlope(x[i], p) * g);
            }
            dx[i] = (float)(slope(x[i], p) * g);
        }
    }

    public override void Draw(ulong seed, long first, Span<float> drawn)
    {
        for (var i = 0; i < drawn.Length; i++)
        {
            drawn[i] = (float)new CounterDraws(seed).Uniform(first + i);
        }
    }

    public override void ForwardDrawn(ReadOnlySpan<float> x, ReadOnlySpan<float> drawn, Span<float> y) => Forward(x, drawn, y);

    public override void BackwardDrawn(ReadOnlySpan<float> x, ReadOnlySpan<float> drawn, ReadOnlySpan<float> dy, Span<float> dx) =>
        Backward(x, drawn, dy, dx, []);

    private static double Logistic(double x) => 1 / (1 + Math.Exp(-x));
}
