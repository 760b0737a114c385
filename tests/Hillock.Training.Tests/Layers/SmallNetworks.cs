namespace Hillock.Training.Tests;

/// <summary>A plan for each kind of layer, the shape of its samples, and how many tokens they are made of: 0 for plain numbers.</summary>
public static class SmallNetworks
{
    public static TheoryData<string, int[], int> All => new()
    {
        { "dense 9, batchnorm, tanh, dense 3", [5], 0 },
        { "batchnorm, dense 3, swish(beta=trainable), batchnorm, swish(beta=trainable_per_unit), last", [6, 19], 0 },
        { "layernorm, silu, dense 21, layernorm, flatten, dense 3", [4, 5], 0 },
        { "rmsnorm, gelu, dense 17, rmsnorm, flatten, dense 3", [4, 5], 0 },
        { "groupnorm 3, softplus, flatten, dense 3", [5, 4, 12], 0 },
        { "groupnorm 5, dense 3, last", [3, 5], 0 },
        { "dropout 0.3, dense 8, tanh, dropout 0.5, dense 3", [11], 0 },
        { "dense 8, elu, alphadropout 0.2, dense 3", [11], 0 },
        { "embedding 7 10, positions, tanh, last, dense 3", [6], 7 },
        { "positions, dense 3, last", [3, 5], 0 },
        { "residual (dense 8, tanh, dense 5), residual (dense 7, gelu) project, silu, residual (dense 3) project (dense 3, batchnorm)", [5], 0 },
        { "dense 12, glu, dense 10, softmax, dense 3", [4], 0 },
        { "dense 12, swiglu, geglu, dense 3", [4], 0 },
        { "dense 9, tanh, rational like gelu, dense 3", [4], 0 },
        { "conv 4 3x3, batchnorm, tanh, residual (conv 6 3x3 stride 2, batchnorm) project (conv 6 1x1 stride 2), gelu, globalpool, dense 3", [5, 6, 2], 0 },
        { "sine 9 omega 3, sine 7 omega 2, dense 3", [2], 0 },
        { "rnn 9 bidirectional, rnn 5 act rrelu(lower=0.98, upper=1) last, dense 3", [4, 5], 0 },
        { "rnn 6 act swish(beta=trainable_per_unit(0.5)), rnn 5 act swish(beta=trainable) last, dense 3", [3, 5], 0 },
        { "lstm 9, lstm 5 gate hard_sigmoid cell gelu output softsign last, dense 3", [3, 5], 0 },
        { "lstm 6 cell elu last bidirectional, dense 3", [3, 4], 0 },
        { "lstm 5 gate swish(beta=trainable) cell swish(beta=trainable_per_unit(0.5)) output rrelu(lower=0.95, upper=1) last, dense 3", [3, 4], 0 },
        { "gru 9, gru 6 gate hard_sigmoid cell gelu last, dense 3", [3, 5], 0 },
        { "gru 5 gate swish(beta=trainable) cell swish(beta=trainable_per_unit(0.5)) bidirectional last, dense 3", [3, 4], 0 },
        { "gru 3 cell rrelu(lower=0.95, upper=1) last", [2, 4], 0 },
        { "encoderdecoder 2 (dense 5, tanh) (dense 4, transformer 2 width 6 act gelu causal cross prenorm, last), dense 3", [5, 3], 0 },
        {
            "encoderdecoder 3 (embedding 7 4, positions, transformer 2 width 6 act tanh) "
            + "(embedding 7 6, repeat 2 (transformer 2 width 6 act swish(beta=trainable) causal cross), last), dense 3", [5], 7
        },
    };

    public static Network Build(string plan, int[] shape, Crew? crew = null)
    {
        var network = Plan.Parse(plan).Build(SampleShape.Of(shape), crew: crew);
        network.Initialize(3);
        // Scales of 1 and shifts of 0 would hide mistakes.
        foreach (var trainable in network.Trainables.Where(t => t.Name.EndsWith(".scale", StringComparison.Ordinal) || t.Name.EndsWith(".shift", StringComparison.Ordinal)))
        {
            foreach (ref var value in trainable.Value.Values)
            {
                value += 0.3f * MathF.Sin(trainable.Name.Length + (7 * value));
            }
        }
        return network;
    }

    public static Tensor Inputs(int[] shape, int tokens, int samples)
    {
        var inputs = Samples.Normal("inputs", samples, SampleShape.Of(shape).Count);
        for (var i = 0; i < inputs.Length && tokens > 0; i++)
        {
            inputs.Values[i] = i * 5 % tokens;
        }
        return inputs;
    }
}
