using System.Numerics.Tensors;
using System.Runtime.Intrinsics;

namespace Hillock.Benchmarks;

/// <summary>Stand-ins for the catalog's relu and gelu (here x·σ(1.702x), and a slope of like cost), until it has landed: delete this file then.</summary>
internal sealed class StandIn(string name) : Activation
{
    private readonly bool _relu = name == "relu";

    [ThreadStatic]
    private static float[]? _t;

    public override string Name => name;

    public override IReadOnlyList<Parameter> Parameters => [];

    public override IReadOnlyList<double> Values => [];

    public override TrainedParameter? Trained => null;

    public override double Of(double x) => _relu ? Math.Max(x, 0) : x / (1 + Math.Exp(-1.702 * x));

    public override double Slope(double x) => _relu ? (x > 0 ? 1 : 0) : (Of(x + 1e-5) - Of(x - 1e-5)) / 2e-5;

    public override void Forward(ReadOnlySpan<float> x, Span<float> y)
    {
        if (_relu)
        {
            TensorPrimitives.Max(x, 0f, y);
            return;
        }
        _t ??= new float[1 << 16];
        var t = _t.AsSpan(0, x.Length);
        TensorPrimitives.Multiply(x, 1.702f, t);
        TensorPrimitives.Sigmoid<float>(t, t);
        TensorPrimitives.Multiply(x, t, y);
    }

    public override void Forward(ReadOnlySpan<double> x, Span<double> y) => throw new NotSupportedException();

    public override void Backward(ReadOnlySpan<float> x, ReadOnlySpan<float> dy, Span<float> dx)
    {
        if (_relu)
        {
            for (var i = 0; i <= x.Length - 8; i += 8)
            {
                var mask = Vector256.GreaterThan(Vector256.Create(x.Slice(i, 8)), default);
                Vector256.CopyTo(mask & Vector256.Create(dy.Slice(i, 8)), dx.Slice(i, 8));
            }
            return;
        }
        _t ??= new float[1 << 16];
        var t = _t.AsSpan(0, x.Length);
        TensorPrimitives.Multiply(x, 1.702f, t);
        TensorPrimitives.Sigmoid<float>(t, t);
        TensorPrimitives.Multiply(t, dy, dx);
    }

    public override void Backward(ReadOnlySpan<double> x, ReadOnlySpan<double> dy, Span<double> dx) => throw new NotSupportedException();

    public override void ForwardBackward(ReadOnlySpan<float> x, ReadOnlySpan<float> dy, Span<float> y, Span<float> dx) => throw new NotSupportedException();

    public override void Forward(ReadOnlySpan<float> x, ReadOnlySpan<float> parameter, Span<float> y) => throw new NotSupportedException();

    public override void Backward(ReadOnlySpan<float> x, ReadOnlySpan<float> parameter, ReadOnlySpan<float> dy, Span<float> dx, Span<float> dparameter) => throw new NotSupportedException();
}
