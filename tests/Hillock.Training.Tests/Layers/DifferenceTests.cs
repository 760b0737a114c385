namespace Hillock.Training.Tests;

/// <summary>Every kind of layer against central differences of the loss.</summary>
public sealed class DifferenceTests
{
    /// <summary>Outputs are floats: the loss is off by some 1e-7, a difference by 1e-5. The third derivative adds a millionth or so.</summary>
    private const float Step = 1f / 128;

    private const double Tolerance = 2e-3;

    [Theory]
    [MemberData(nameof(SmallNetworks.All), MemberType = typeof(SmallNetworks))]
    public void Gradients_are_the_slopes_of_the_loss(string plan, int[] shape, int tokens)
    {
        var network = SmallNetworks.Build(plan, shape);
        var inputs = SmallNetworks.Inputs(shape, tokens, 5);
        var targets = Samples.Normal("targets", 5, 3);
        var loss = new MeanSquaredError();
        double Loss()
        {
            // The same step again: what is random draws the same.
            network.Steps = 4;
            return loss.Compute(network.Forward(inputs, training: true), targets, network.Last.Gradients);
        }
        Loss();
        var inputGradients = new Tensor(inputs.Rows, inputs.Columns);
        Backward(network, inputGradients);
        foreach (var (name, value, gradient) in network.Trainables.Select(t => (t.Name, t.Value, Copy(t.Gradient))).Append(("inputs", inputs, inputGradients)))
        {
            if (name == "inputs" && tokens > 0)
            {
                gradient.Values.ToArray().ShouldAllBe(g => g == 0);
                continue;
            }
            var greatest = gradient.Values.ToArray().Max(Math.Abs);
            // What a batch norm takes away again, as biases before it, has none.
            greatest.ShouldBeGreaterThan(plan.Contains("batchnorm", StringComparison.Ordinal) ? 0 : 1e-4f, name);
            for (var i = 0; i < value.Length; i++)
            {
                var at = value.Values[i];
                float up = at + Step, down = at - Step;
                value.Values[i] = up;
                var above = Loss();
                value.Values[i] = down;
                var below = Loss();
                value.Values[i] = at;
                ((double)gradient.Values[i]).ShouldBe((above - below) / ((double)up - down), Tolerance * Math.Max(greatest, 0.05), $"{name}[{i}]");
            }
        }
    }

    [Theory]
    [MemberData(nameof(SmallNetworks.All), MemberType = typeof(SmallNetworks))]
    public void The_first_layer_need_not_say_its_input_gradients(string plan, int[] shape, int tokens)
    {
        var network = SmallNetworks.Build(plan, shape);
        var inputs = SmallNetworks.Inputs(shape, tokens, 5);
        var trainer = new Trainer(network, new MeanSquaredError(), new Sgd());
        var targets = Samples.Normal("targets", 5, 3);
        network.Steps = 4;
        trainer.Gradients(inputs, targets);
        var without = network.Trainables.SelectMany(t => t.Gradient.Bits()).ToArray();
        network.Steps = 4;
        trainer.Loss.Compute(network.Forward(inputs, training: true), targets, network.Last.Gradients);
        Backward(network, new Tensor(inputs.Rows, inputs.Columns));
        network.Trainables.SelectMany(t => t.Gradient.Bits()).ShouldBe(without);
    }

    private static void Backward(Network network, Tensor inputGradients)
    {
        for (var i = network.Layers.Count - 1; i >= 0; i--)
        {
            network.Layers[i].Backward(i == 0 ? inputGradients : network.Layers[i - 1].Gradients, network.Crew);
        }
    }

    private static Tensor Copy(Tensor tensor) => Tensor.From(tensor.Values, tensor.Shape);
}
