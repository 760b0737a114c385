namespace Hillock.Training.Tests;

/// <summary>What is read of an LSTM's and a GRU's activations, against their equations in double.</summary>
public sealed class GateTests
{
    private const int Steps = 4, Features = 3, Units = 5, Rows = 3;
    private const double Tolerance = 1e-6;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_LSTMs_gates_are_those_of_its_equations(bool reverse)
    {
        var layer = new Lstm("lstm1", [Steps, Features], Units, reverse: reverse);
        var inputs = Run(layer);
        var c = new double[Rows * Units];
        Recur(layer, inputs, (sample, unit, z) =>
        {
            double i = Logistic(z[0]), f = Logistic(z[1]), g = Math.Tanh(z[2]), o = Logistic(z[3]);
            c[(sample * Units) + unit] = (f * c[(sample * Units) + unit]) + (i * g);
            return ([i, f, g, o, Math.Tanh(c[(sample * Units) + unit])], o * Math.Tanh(c[(sample * Units) + unit]));
        });
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_GRUs_gates_are_those_of_its_equations(bool reverse)
    {
        var layer = new Gru("gru1", [Steps, Features], Units, reverse: reverse);
        var inputs = Run(layer);
        var before = new double[Rows * Units];
        Recur(
            layer,
            inputs,
            (sample, unit, z) =>
            {
                double r = Logistic(z[0]), u = Logistic(z[1]), n = Math.Tanh(z[2] + (r * (z[3] + layer.StateBiases.Value.Values[unit])));
                before[(sample * Units) + unit] = ((1 - u) * n) + (u * before[(sample * Units) + unit]);
                return ([r, u, n], before[(sample * Units) + unit]);
            },
            apart: 2);
    }

    private static Tensor Run(Recurrent layer)
    {
        layer.Initialize(Initializer.Auto, null, new Draws(5, layer.Name));
        foreach (var trainable in layer.Trainables)
        {
            var draws = Samples.Normal(trainable.Name, trainable.Value.Length);
            for (var i = 0; i < trainable.Value.Length; i++)
            {
                trainable.Value.Values[i] += 0.5f * draws.Values[i];
            }
        }
        var inputs = Samples.Normal("inputs", Rows, Steps * Features);
        using var crew = new Crew(1);
        layer.Forward(inputs, new(crew));
        return inputs;
    }

    /// <summary>Goes through the steps and holds what a step gives for a unit against the sites.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="inputs">Its inputs.</param>
    /// <param name="step">From the sums of each gate, the outputs of all activations and the state.</param>
    /// <param name="apart">A gate whose sum of the state comes by itself, after all others.</param>
    private static void Recur(Recurrent layer, Tensor inputs, Func<int, int, double[], (double[] Outputs, double State)> step, int? apart = null)
    {
        var gates = layer.Biases.Value.Length / Units;
        var (outputs, slopes) = (Read(layer, (site, to) => site.ReadOutputs(to)), Read(layer, (site, to) => site.ReadSlopes(to)));
        for (var sample = 0; sample < Rows; sample++)
        {
            var h = new double[Units];
            for (var at = 0; at < Steps; at++)
            {
                var place = layer.Reverse ? Steps - 1 - at : at;
                var next = new double[Units];
                for (var unit = 0; unit < Units; unit++)
                {
                    var z = new double[gates + 1];
                    for (var gate = 0; gate < gates; gate++)
                    {
                        var column = (gate * Units) + unit;
                        z[gate] = layer.Biases.Value.Values[column] + Enumerable.Range(0, Features).Sum(
                            k => (double)inputs.Row(sample)[(place * Features) + k] * layer.Weights.Value.Row(k)[column]);
                        z[gate == apart ? gates : gate] += Enumerable.Range(0, Units).Sum(k => h[k] * layer.RecurrentWeights.Value.Row(k)[column]);
                    }
                    (var expected, next[unit]) = step(sample, unit, z);
                    var element = (((sample * Steps) + place) * Units) + unit;
                    expected.Length.ShouldBe(layer.Sites.Count);
                    for (var site = 0; site < expected.Length; site++)
                    {
                        var y = expected[site];
                        ((double)outputs[site][element]).ShouldBe(y, Tolerance, $"{layer.Sites[site].Name}, {sample}, {place}, {unit}");
                        // σ′ = σ(1 − σ), tanh′ = 1 − tanh².
                        ((double)slopes[site][element]).ShouldBe(layer.Sites[site].IsGate ? y * (1 - y) : 1 - (y * y), Tolerance, layer.Sites[site].Name);
                    }
                }
                h = next;
            }
        }
    }

    private static float[][] Read(Recurrent layer, Action<ActivationSite, float[]> read) =>
    [
        .. layer.Sites.Select(site =>
        {
            var values = new float[site.Rows * site.Units];
            read(site, values);
            return values;
        }),
    ];

    private static double Logistic(double x) => 1 / (1 + Math.Exp(-x));
}
