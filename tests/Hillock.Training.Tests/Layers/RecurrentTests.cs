namespace Hillock.Training.Tests;

/// <summary>What holds for every recurrent layer, whatever its formulas.</summary>
public sealed class RecurrentTests : IDisposable
{
    private const int Steps = 5, Features = 3, Units = 20, Samples = 70;

    private readonly Crew _crew = new(1);

    public static TheoryData<string> Kinds => ["rnn", "lstm", "gru"];

    public void Dispose() => _crew.Dispose();

    [Theory]
    [MemberData(nameof(Kinds))]
    public void In_reverse_it_reads_the_sequence_from_its_end(string kind)
    {
        var (forward, reverse) = (Layer(kind), Layer(kind, reverse: true));
        var inputs = Inputs();
        var turned = Turned(inputs, Features);
        forward.Forward(inputs, new(_crew));
        reverse.Forward(turned, new(_crew));
        Turned(reverse.Outputs, Units).Bits().ShouldBe(forward.Outputs.Bits());

        var (dx, dxTurned) = (new Tensor(Samples, Steps * Features), new Tensor(Samples, Steps * Features));
        var dy = Training.Tests.Samples.Normal("gradients", Samples, Steps * Units);
        dy.Values.CopyTo(forward.Gradients.Values);
        Turned(dy, Units).Values.CopyTo(reverse.Gradients.Values);
        forward.Backward(dx, _crew);
        reverse.Backward(dxTurned, _crew);
        Turned(dxTurned, Features).Bits().ShouldBe(dx.Bits());
        Gradients(reverse).ShouldBe(Gradients(forward));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_last_state_is_that_of_the_whole_sequence(string kind)
    {
        var (whole, last) = (Layer(kind), Layer(kind, last: true));
        (whole.Output, last.Output).ShouldBe(([Steps, Units], Units));
        var inputs = Inputs();
        whole.Forward(inputs, new(_crew));
        last.Forward(inputs, new(_crew));
        for (var sample = 0; sample < Samples; sample++)
        {
            last.Outputs.Row(sample).ToArray().ShouldBe(whole.Outputs.Row(sample)[^Units..].ToArray());
        }
        whole.Gradients.Values.Clear();
        last.Gradients.Values.Fill(0.01f);
        for (var sample = 0; sample < Samples; sample++)
        {
            whole.Gradients.Row(sample)[^Units..].Fill(0.01f);
        }
        whole.Backward(null, _crew);
        last.Backward(null, _crew);
        Gradients(last).ShouldBe(Gradients(whole));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_sample_does_not_know_those_beside_it(string kind)
    {
        // More samples than go through the steps together, and another number after them.
        var layer = Layer(kind);
        var inputs = Inputs();
        layer.Forward(inputs, new(_crew));
        var together = layer.Outputs.Bits();
        foreach (var sample in new[] { 0, 33, Samples - 1 })
        {
            layer.Forward(Tensor.From(inputs.Row(sample), 1, inputs.Columns), new(_crew));
            layer.Outputs.Bits().ShouldBe(together[(sample * Steps * Units)..((sample + 1) * Steps * Units)]);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_gradient_that_vanishes_ends_as_zero(string kind)
    {
        // What comes back from the last step shrinks by half or more at each: after 300 steps it would be 1e-90, on the way subnormal.
        var layer = Made(kind, [300, 1], last: true, reverse: false);
        foreach (ref var weight in layer.RecurrentWeights.Value.Values)
        {
            weight *= 0.1f;
        }
        layer.Biases.Value.Values.Clear();
        var inputs = new Tensor(2, 300);
        var dx = new Tensor(2, 300);
        layer.Forward(inputs, new(_crew));
        layer.Gradients.Values.Fill(1);
        layer.Backward(dx, _crew);
        dx.Row(0)[^1].ShouldNotBe(0);
        dx.Row(0)[0].ShouldBe(0);
        dx.Values.ToArray().ShouldAllBe(g => !float.IsSubnormal(g));
    }

    [Fact]
    public void An_lstm_begins_by_remembering()
    {
        var layer = (Lstm)Layer("lstm");
        layer.Biases.Value.Values.ToArray().ShouldBe([.. new float[Units], .. Enumerable.Repeat(1f, Units), .. new float[2 * Units]]);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_recurrent_weights_of_each_gate_begin_orthogonal(string kind)
    {
        var weights = Layer(kind).RecurrentWeights.Value;
        for (var gate = 0; gate < weights.Columns / Units; gate++)
        {
            for (var i = 0; i < Units; i++)
            {
                for (var j = 0; j < Units; j++)
                {
                    var dot = Enumerable.Range(gate * Units, Units).Sum(column => (double)weights.Row(i)[column] * weights.Row(j)[column]);
                    dot.ShouldBe(i == j ? 1 : 0, 1e-6);
                }
            }
        }
    }

    [Fact]
    public void What_is_no_sequence_is_refused()
    {
        Should.Throw<HillockException>(() => new Rnn("rnn1", 7, 5)).Message.ShouldBe("rnn1 takes sequences, steps × features, for example 28×28; samples of shape 7 come in");
        Should.Throw<HillockException>(() => new Gru("gru1", [4, 4, 2], 5)).Message.ShouldContain("samples of shape 4×4×2 come in");
        Should.Throw<ArgumentOutOfRangeException>(() => new Lstm("lstm1", [4, 2], 0));
        Should.Throw<ArgumentException>(() => new Bidirectional("both", Layer("rnn"), Layer("gru"))).Message.ShouldContain("from the end");
        Should.Throw<ArgumentException>(() => new Bidirectional("both", Layer("rnn"), Layer("rnn", reverse: true, last: true)))
            .Message.ShouldContain("rnn1 makes 20 of 5×3, rnn1 5×20 of 5×3");
    }

    private static Recurrent Layer(string kind, bool last = false, bool reverse = false) => Made(kind, [Steps, Features], last, reverse);

    private static Recurrent Made(string kind, SampleShape shape, bool last, bool reverse)
    {
        Recurrent layer = kind switch
        {
            "rnn" => new Rnn("rnn1", shape, Units, last: last, reverse: reverse),
            "lstm" => new Lstm("lstm1", shape, Units, last: last, reverse: reverse),
            _ => new Gru("gru1", shape, Units, last: last, reverse: reverse),
        };
        layer.Initialize(Initializer.Auto, null, new Draws(1, kind));
        return layer;
    }

    private static Tensor Inputs() => Training.Tests.Samples.Normal("inputs", Samples, Steps * Features);

    private static int[] Gradients(Recurrent layer) => [.. layer.Trainables.SelectMany(t => t.Gradient.Bits())];

    /// <summary>Each sample's steps, the last of them first.</summary>
    private static Tensor Turned(Tensor sequences, int width)
    {
        var turned = new Tensor(sequences.Rows, sequences.Columns);
        for (var sample = 0; sample < sequences.Rows; sample++)
        {
            for (var step = 0; step < Steps; step++)
            {
                sequences.Row(sample).Slice(step * width, width).CopyTo(turned.Row(sample)[((Steps - 1 - step) * width)..]);
            }
        }
        return turned;
    }
}
