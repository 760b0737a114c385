namespace Hillock;

/// <summary>A function of the catalog with its parameters' values: the kernels of <typeparamref name="F"/> behind <see cref="Activation"/>.</summary>
/// <typeparam name="F">The function as it is.</typeparam>
/// <typeparam name="G">The function with the trained parameter varying.</typeparam>
internal sealed class Elementwise<F, G>(Function function, IReadOnlyList<double> values, TrainedParameter? trained, F f, G varied)
    : Activation
    where F : struct, IActivation
    where G : struct, IVariable
{
    private readonly IOutputSlope? ofOutput = f as IOutputSlope;
    private readonly IDrawn? random = trained is null ? f as IDrawn : null;

    /// <summary>The function itself.</summary>
    internal F Definition => f;

    internal override Truth Truth { get; } = function.TruthFor?.Invoke(values) ?? new Truth<F>(f);

    internal override Enclosure Enclosure { get; } = new Enclosure<F>(f);

    public override string Name { get; } = ParameterText.NameOf(function, values, trained, function.Trained);

    public override Function Function => function;

    public override IReadOnlyList<Parameter> Parameters => function.Parameters;

    public override IReadOnlyList<double> Values => values;

    public override TrainedParameter? Trained => trained;

    public override double Of(double x)
    {
        double y = 0;
        f.Forward(new ReadOnlySpan<double>(in x), new Span<double>(ref y));
        return y;
    }

    public override double Slope(double x)
    {
        double one = 1, slope = 0;
        f.Backward(new ReadOnlySpan<double>(in x), new ReadOnlySpan<double>(in one), new Span<double>(ref slope));
        return slope;
    }

    public override double Curvature(double x) => f.Of(new Dual<Dual<Real>>(new(x, 1), new(1, 0))).Slope.Slope;

    public override void Forward(ReadOnlySpan<float> x, Span<float> y) => f.Forward(x, y);

    public override void Forward(ReadOnlySpan<double> x, Span<double> y) => f.Forward(x, y);

    public override void Backward(ReadOnlySpan<float> x, ReadOnlySpan<float> dy, Span<float> dx) => f.Backward(x, dy, dx);

    public override void Backward(ReadOnlySpan<double> x, ReadOnlySpan<double> dy, Span<double> dx) => f.Backward(x, dy, dx);

    public override bool HasSlopeFromOutput => ofOutput is not null;

    public override void BackwardFromOutput(ReadOnlySpan<float> y, ReadOnlySpan<float> dy, Span<float> dx)
    {
        if (ofOutput is { } slope)
        {
            slope.Backward(y, dy, dx);
        }
        else
        {
            base.BackwardFromOutput(y, dy, dx);
        }
    }

    public override void ForwardBackward(ReadOnlySpan<float> x, ReadOnlySpan<float> dy, Span<float> y, Span<float> dx) =>
        f.ForwardBackward(x, dy, y, dx);

    public override void Forward(ReadOnlySpan<float> x, ReadOnlySpan<float> parameter, Span<float> y)
    {
        RequireTrained();
        varied.Forward(x, parameter, y);
    }

    public override void Backward(
        ReadOnlySpan<float> x, ReadOnlySpan<float> parameter, ReadOnlySpan<float> dy, Span<float> dx, Span<float> dparameter)
    {
        RequireTrained();
        varied.Backward(x, parameter, dy, dx, dparameter);
    }

    public override bool IsDrawn => random is not null;

    private IDrawn Random => random ?? throw NothingIsDrawn();

    public override void Draw(ulong seed, long first, Span<float> drawn) => Random.Draw(seed, first, drawn);

    public override void ForwardDrawn(ReadOnlySpan<float> x, ReadOnlySpan<float> drawn, Span<float> y) => Random.ForwardDrawn(x, drawn, y);

    public override void BackwardDrawn(ReadOnlySpan<float> x, ReadOnlySpan<float> drawn, ReadOnlySpan<float> dy, Span<float> dx) =>
        Random.BackwardDrawn(x, drawn, dy, dx);

    private void RequireTrained()
    {
        if (trained is null)
        {
            throw new InvalidOperationException($"{Name} has no trained parameter; make one with Train.");
        }
    }
}
