using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Hillock.Training;

/// <summary>In training every number is dropped with some chance; the others are scaled up, so that means stay. Evaluation lets all pass.</summary>
/// <remarks>
/// Srivastava, Hinton, Krizhevsky, Sutskever and Salakhutdinov 2014, scaled in training ("inverted"). What is dropped follows from the
/// step's seed and the number's place in the batch; the way back draws it again instead of keeping it.
/// </remarks>
public unsafe class Dropout : Layer
{
    /// <summary>Draws taken at a time; each decides about two numbers.</summary>
    private const int Chunk = 256;

    private readonly Action<int, int> _forward, _backward;
    private readonly Room _y;
    private readonly float _factor, _shift, _dropped;
    private readonly uint _below;
    private CounterDraws _draws;
    private Tensor? _inputs, _inputGradients;
    private bool _drops;

    /// <summary>A layer that changes no shape.</summary>
    /// <param name="name">The layer's name within its network.</param>
    /// <param name="shape">The shape of a sample.</param>
    /// <param name="share">The chance of being dropped.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is not from 0 to below 1.</exception>
    public Dropout(string name, SampleShape shape, double share)
        : this(name, shape, share, 1 / (1 - share), 0, 0)
    {
    }

    /// <summary>What is kept becomes factor·x + shift, the rest a number.</summary>
    private protected Dropout(string name, SampleShape shape, double share, double factor, double shift, double dropped)
        : base(name, shape, shape)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(share);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(share, 1);
        ArgumentOutOfRangeException.ThrowIfEqual(double.IsNaN(share), true, nameof(share));
        (Probability, _factor, _shift, _dropped) = (share, (float)factor, (float)shift, (float)dropped);
        _below = (uint)Math.Round(share * uint.MaxValue);
        _y = NewRoom(shape);
        (_forward, _backward) = (Forward, Backward);
    }

    /// <summary>The chance of being dropped.</summary>
    public double Probability { get; }

    /// <inheritdoc/>
    public override Tensor Outputs => _drops ? _y.BySample : _inputs ?? _y.BySample;

    private long Work => Outputs.Length * 4L;

    /// <inheritdoc/>
    public override Activation? ActivationAfter(Activation? before) => before;

    /// <inheritdoc/>
    public override void Backward(Tensor? inputGradients, Crew crew)
    {
        if (inputGradients is not null)
        {
            _inputGradients = inputGradients;
            crew.Run(_backward, Work);
        }
    }

    /// <inheritdoc/>
    protected override void Compute(Tensor inputs, in Pass pass)
    {
        (_inputs, _drops, _draws) = (inputs, pass.IsTraining && Probability > 0, new(pass.SeedOf(Name)));
        if (_drops)
        {
            pass.Crew.Run(_forward, Work);
        }
    }

    private void Forward(int part, int parts) => Map(_inputs!, _y.BySample, part, parts, _shift, _dropped);

    private void Backward(int part, int parts)
    {
        if (_drops)
        {
            Map(Gradients, _inputGradients!, part, parts, 0, 0);
            return;
        }
        var range = Share.Of(Gradients.Length, part, parts);
        Gradients.Values[range].CopyTo(_inputGradients!.Values[range]);
    }

    /// <summary>y = factor·x + shift where it is kept, otherwise the number that stands for what is dropped.</summary>
    private void Map(Tensor x, Tensor y, int part, int parts, float shift, float dropped)
    {
        var (first, count) = Share.Of(x.Length, part, parts).GetOffsetAndLength(x.Length);
        Span<ulong> bits = stackalloc ulong[Chunk];
        for (var end = first + count; first < end; first += 2 * Chunk)
        {
            var length = Math.Min(2 * Chunk, end - first);
            _draws.Bits(first / 2, bits[..((length + 1) / 2)]);
            Map(MemoryMarshal.Cast<ulong, uint>(bits), x.Pointer + first, y.Pointer + first, length, shift, dropped);
        }
        GC.KeepAlive(this);
    }

    private void Map(ReadOnlySpan<uint> bits, float* x, float* y, int length, float shift, float dropped)
    {
        var (factors, shifts, drops, least) =
            (Vector256.Create(_factor), Vector256.Create(shift), Vector256.Create(dropped), Vector256.Create(_below));
        var i = 0;
        for (; i <= length - Vector256<float>.Count; i += Vector256<float>.Count)
        {
            var kept = Vector256.GreaterThanOrEqual(Vector256.LoadUnsafe(in bits[i]), least).AsSingle();
            Vector256.ConditionalSelect(kept, Vector256.FusedMultiplyAdd(Vector256.Load(x + i), factors, shifts), drops).Store(y + i);
        }
        for (; i < length; i++)
        {
            y[i] = bits[i] >= _below ? MathF.FusedMultiplyAdd(x[i], _factor, shift) : dropped;
        }
    }
}
