namespace Hillock.Training.Tests;

/// <summary>The gradients of a network against central differences of the same network computed in double by plain loops.</summary>
public sealed class GradientTests
{
    /// <summary>
    /// The differences are off by its square times a sixth of the third derivative; the loss is in double and rounds nothing.
    /// </summary>
    private const float Step = 1f / 2048;

    public static TheoryData<Scalar, Loss> Networks => new()
    {
        { Scalar.Tanh, new SoftmaxCrossEntropy() },
        { Scalar.Sigmoid, new BinaryCrossEntropy() },
        { Scalar.Swish(perUnit: null), new MeanSquaredError() },
        { Scalar.Swish(perUnit: false), new SoftmaxCrossEntropy() },
        { Scalar.Swish(perUnit: true), new BinaryCrossEntropy() },
        { Scalar.NoisyTanh, new SoftmaxCrossEntropy() },
    };

    [Theory]
    [MemberData(nameof(Networks))]
    public void Gradients_are_the_slopes_of_the_loss(Scalar activation, Loss loss)
    {
        var network = Network.Perceptron(5, [7, 6], 3, activation);
        network.Initialize(2);
        var inputs = Samples.Normal("inputs", 4, 5);
        var targets = loss is SoftmaxCrossEntropy ? Samples.Classes(4, 3) : Tensor.From([0, 1, 1, 0, 0, 1, 1, 1, 0, 0, 0, 1], 4, 3);
        var value = new Trainer(network, loss, new Sgd()).Gradients(inputs, targets);
        value.ShouldBe(Reference(network, activation, loss, inputs, targets), 1e-6);
        foreach (var trainable in network.Trainables)
        {
            for (var i = 0; i < trainable.Value.Length; i++)
            {
                var at = trainable.Value.Values[i];
                float up = at + Step, down = at - Step;
                trainable.Value.Values[i] = up;
                var above = Reference(network, activation, loss, inputs, targets);
                trainable.Value.Values[i] = down;
                var below = Reference(network, activation, loss, inputs, targets);
                trainable.Value.Values[i] = at;
                ((double)trainable.Gradient.Values[i]).ShouldBe((above - below) / ((double)up - down), 2e-6, $"{trainable.Name}[{i}]");
            }
        }
    }

    [Fact]
    public void A_layer_shows_what_went_through_it()
    {
        var network = Network.Perceptron(5, [7], 3, Scalar.Tanh);
        network.Initialize(2);
        new Trainer(network, new SoftmaxCrossEntropy(), new Sgd()).Step(Samples.Normal("inputs", 4, 5), Samples.Classes(4, 3));
        var hidden = network.Layers[0];
        for (var i = 0; i < hidden.PreActivations.Length; i++)
        {
            hidden.Outputs.Values[i].ShouldBe((float)Math.Tanh(hidden.PreActivations.Values[i]));
        }
        hidden.Gradients.ToString().ShouldBe("4×7");
        network.Last.Outputs.ShouldBeSameAs(network.Last.PreActivations);
        // Each row of p − [t] sums to 0.
        network.Last.Gradients.Row(1).ToArray().Sum().ShouldBe(0, 1e-7);
        network.Trainables.Select(t => t.Name).ShouldBe(["dense1.weights", "dense1.biases", "logits.weights", "logits.biases"]);
    }

    [Fact]
    public void Trained_parameters_start_where_the_activation_has_them()
    {
        foreach (var (perUnit, count) in new[] { (true, 7), (false, 1) })
        {
            var parameter = Network.Perceptron(5, [7], 3, Scalar.Swish(perUnit)).Trainables.Single(t => t.Name == "dense1.p");
            parameter.Value.Values.ToArray().ShouldBe(Enumerable.Repeat(0.75f, count));
        }
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        Should.Throw<ArgumentException>(() => new Network([])).Message.ShouldContain("at least one");
        Should.Throw<ArgumentException>(() => new Network([new Dense("a", 2, 3), new Dense("b", 4, 1)]))
            .Message.ShouldContain("b takes 4 inputs but a has 3 units");
        Should.Throw<ArgumentException>(() => Network.Perceptron(5, [7], 3, Scalar.Tanh).Forward(new Tensor(2, 4)))
            .Message.ShouldContain("takes 5 inputs; these samples have 4");
        Should.Throw<ArgumentOutOfRangeException>(() => new Dense("a", 0, 3));
        Should.Throw<ArgumentOutOfRangeException>(() => new Dense("a", 3, 0));
    }

    /// <summary>
    /// The loss in double; the parameter of the activation is read from the trainables where it is trained, and from the layer where it was drawn.
    /// </summary>
    private static double Reference(Network network, Scalar activation, Loss loss, Tensor inputs, Tensor targets)
    {
        double sum = 0;
        for (var sample = 0; sample < inputs.Rows; sample++)
        {
            var x = inputs.Row(sample).ToArray().Select(v => (double)v).ToArray();
            foreach (var layer in network.Layers.Cast<Dense>())
            {
                var parameter = layer.Elementwise is DrawnElementwise random ? random.Drawn.Slice(sample * layer.Units, layer.Units)
                    : layer.Trainables.Count == 3 ? layer.Trainables[2].Value.Values
                    : [(float)activation.Start];
                var y = new double[layer.Units];
                for (var j = 0; j < y.Length; j++)
                {
                    y[j] = layer.Biases.Value.Values[j];
                    for (var i = 0; i < x.Length; i++)
                    {
                        y[j] += x[i] * layer.Weights.Value.Row(i)[j];
                    }
                    y[j] = layer.Activation is null ? y[j] : activation.Of(y[j], parameter[j % parameter.Length]);
                }
                x = y;
            }
            var t = targets.Row(sample).ToArray();
            sum += loss switch
            {
                MeanSquaredError => x.Select((z, j) => Math.Pow(z - t[j], 2)).Average(),
                BinaryCrossEntropy => x.Select((z, j) => Math.Log(1 + Math.Exp(z)) - (z * t[j])).Average(),
                _ => Math.Log(x.Sum(Math.Exp)) - x[(int)t[0]],
            };
        }
        return sum / inputs.Rows;
    }
}
