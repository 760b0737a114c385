namespace Hillock.Training.Tests;

/// <summary>What is read of activations at work, against the activations themselves.</summary>
public sealed class SiteTests
{
    private const int Rows = 13;

    /// <summary>Layers set to 0 what no weight would feel, see <see cref="FaintNumbers"/>: at most this.</summary>
    private const float Faint = 1e-16f;

    [Theory]
    [MemberData(nameof(SiteNetworks.All), MemberType = typeof(SiteNetworks))]
    public void Outputs_and_slopes_are_the_activations_of_the_pre_activations(string plan, string activation, int[] shape, int tokens)
    {
        var network = SiteNetworks.Build(plan, activation, shape);
        var trainer = new Trainer(network, new MeanSquaredError(), new Adam());
        var (inputs, targets) = (SmallNetworks.Inputs(shape, tokens, Rows), Samples.Normal("targets", Rows, network.Last.Units));
        // Trained parameters shall no longer be what they were.
        trainer.Step(inputs, targets);
        trainer.Step(inputs, targets);
        network.Sites.ShouldNotBeEmpty();
        network.Forward(inputs);
        foreach (var site in network.Sites)
        {
            Check(network, site);
        }
        network.Forward(inputs.FirstRows(4), training: true);
        foreach (var site in network.Sites.Where(site => site.Activation?.IsDrawn != true))
        {
            site.Samples.ShouldBe(4);
            Check(network, site);
        }
        // The way back leaves all but recurrences as they are.
        trainer.Gradients(inputs, targets);
        foreach (var site in network.Sites.Except(InSteps(network)).Where(site => site.Activation?.IsDrawn != true))
        {
            Check(network, site);
        }
        InSteps(network).ShouldAllBe(site => site.Samples == 0);
    }

    [Theory]
    [MemberData(nameof(SiteNetworks.All), MemberType = typeof(SiteNetworks))]
    public void Some_samples_are_a_part_of_all(string plan, string activation, int[] shape, int tokens)
    {
        var network = SiteNetworks.Build(plan, activation, shape);
        network.Forward(SmallNetworks.Inputs(shape, tokens, Rows), training: true);
        foreach (var site in network.Sites)
        {
            var sample = site.Positions * site.Units;
            foreach (var read in new Action<float[], int>[]
            {
                (to, first) => site.ReadOutputs(to, first),
                (to, first) => site.ReadSlopes(to, first),
                (to, first) => site.TryReadPreActivations(to, first),
            })
            {
                float[] all = new float[Rows * sample], some = new float[5 * sample];
                read(all, 0);
                read(some, 7);
                some.AsSpan().SequenceEqual(all.AsSpan(7 * sample, 5 * sample)).ShouldBeTrue(site.Name);
            }
        }
    }

    [Theory]
    [InlineData("dense 5, gelu, dense 4, dropout 0.5, rrelu", "relu", new[] { 3 }, "dense1 gelu 5×1, act1 rrelu 4×1")]
    [InlineData("{act}, dense 5", "elu", new[] { 6, 3 }, "act1 elu 3×6")]
    [InlineData("conv 4 3x3 stride 2, batchnorm, {act}, maxpool 2, conv 3 1x1, tanh", "relu", new[] { 8, 8, 2 }, "batchnorm1 relu 4×16, conv2 tanh 3×4")]
    [InlineData("residual (conv 2 3, {act}, conv 4 3) project (conv 4 1, sine), tanh", "relu", new[] { 8, 2 },
        "residual1.conv1 relu 2×8, residual1.project.conv1 sine 4×8, residual1 tanh 4×8")]
    [InlineData("sine 7, rational like gelu", "relu", new[] { 3 }, "sine1 sine(omega=30) 7×1, rational1 ? 7×1")]
    [InlineData("rnn 5 act {act}", "relu", new[] { 6, 3 }, "rnn1.state relu 5×6")]
    [InlineData("gru 5 cell {act} last", "relu", new[] { 6, 3 }, "gru1.reset sigmoid 5×6 gate, gru1.update sigmoid 5×6 gate, gru1.cell relu 5×6")]
    [InlineData("lstm 5 cell {act} bidirectional last", "relu", new[] { 6, 3 },
        "lstm1.forward.input sigmoid 5×6 gate, lstm1.forward.forget sigmoid 5×6 gate, lstm1.forward.cell relu 5×6, lstm1.forward.output sigmoid 5×6 gate, "
        + "lstm1.forward.state tanh 5×6, lstm1.reverse.input sigmoid 5×6 gate, lstm1.reverse.forget sigmoid 5×6 gate, lstm1.reverse.cell relu 5×6, "
        + "lstm1.reverse.output sigmoid 5×6 gate, lstm1.reverse.state tanh 5×6")]
    [InlineData("repeat 2 (transformer 2 width 9 act {act})", "relu", new[] { 6, 4 },
        "transformer1.feedforward.hidden relu 9×6, transformer2.feedforward.hidden relu 9×6")]
    [InlineData("dense 12, glu, transformer 2 gated swiglu(beta=2)", "relu", new[] { 5, 3 },
        "rows1.gate sigmoid 6×5 gate, transformer1.feedforward.gate swish(beta=2) 16×5 gate")]
    [InlineData("dense 12, crelu, softmax, dense 3", "relu", new[] { 5 }, "")]
    public void Places_are_named_in_the_order_in_which_a_sample_meets_them(string plan, string activation, int[] shape, string places)
    {
        var network = Plan.Parse(plan).Build(SampleShape.Of(shape), activation: Catalog.Parse(activation));
        string.Join(", ", network.Sites.Select(site =>
            $"{site.Name} {site.Activation?.Name ?? "?"} {site.Units}×{site.Positions}{(site.IsGate ? " gate" : "")}")).ShouldBe(places);
        network.Sites.ShouldAllBe(site => site.Samples == 0 && site.Rows == 0);
        network.Forward(new Tensor(3, network.Layers[0].Inputs));
        network.Sites.ShouldAllBe(site => site.Samples == 3 && site.Rows == 3 * site.Positions);
    }

    [Fact]
    public void Slopes_that_are_random_in_training_are_those_that_were_drawn()
    {
        // y = s·z below 0, and the recurrence keeps its rows in another order than they are read in.
        var network = Plan.Parse("dense 7, rrelu, rnn 5 act rrelu").Build([4, 3]);
        network.Initialize(1);
        network.Forward(Samples.Normal("inputs", Rows, 12), training: true);
        foreach (var site in network.Sites)
        {
            var (z, y, slopes) = Read(site);
            z.ShouldNotBeNull();
            z.Count(x => x < 0).ShouldBeGreaterThan(50);
            slopes.Zip(z).Where(pair => pair.Second < 0).Select(pair => pair.First).Distinct().Count().ShouldBeGreaterThan(50);
            y.ShouldBe(slopes.Zip(z).Select(pair => pair.First * pair.Second), 1e-6);
        }
    }

    [Fact]
    public void A_gate_is_the_half_of_a_row_that_the_other_is_multiplied_by()
    {
        // geglu with a = 1, 2 and b = −1, 3; with the gate first a and b change places.
        using var crew = new Crew(1);
        foreach (var (pair, z) in new[] { ("geglu", new float[] { -1, 3 }), ("geglu(gate=1)", [1, 2]) })
        {
            var layer = new RowApplied("rows1", 4, Catalog.ParseRows(pair));
            layer.Sites.Single().Samples.ShouldBe(0);
            layer.Forward(Tensor.From([1, 2, -1, 3], 1, 4), new(crew));
            Read(layer.Sites.Single()).PreActivations.ShouldBe(z);
        }
    }

    [Fact]
    public void A_rational_function_has_the_slopes_of_its_coefficients()
    {
        var layer = new RationalLayer("rational", 3);
        // (1 + 2x + 3x²) / (1 + |4x|): at 1 slope (8·5 − 6·4)/25, at 0 from the right 2 − 4, at −1 (−4·5 + 2·4)/25.
        new float[] { 1, 2, 3, 0, 0, 0, 4, 0, 0, 0 }.CopyTo(layer.Coefficients.Value.Values);
        using var crew = new Crew(1);
        layer.Forward(Tensor.From([1, 1e-20f, -1], 1, 3), new(crew));
        var slopes = new float[3];
        layer.Sites.Single().ReadSlopes(slopes);
        slopes.ShouldBe([16f / 25, -2, -12f / 25], 1e-6);
    }

    [Fact]
    public void What_is_not_there_is_not_read()
    {
        var network = Plan.Parse("dense 4, gelu, lstm 5").Build([6, 3]);
        var (dense, gate) = (network.Sites[0], network.Sites[1]);
        Should.Throw<ArgumentException>(() => gate.ReadOutputs(new float[30])).Message
            .ShouldStartWith("lstm1.input has 0 samples to read, not 1 from sample 0 on; there are some after a forward pass, in a recurrent layer only before the way back.");
        network.Forward(new Tensor(2, 18));
        Should.Throw<ArgumentException>(() => dense.ReadSlopes(new float[25])).Message
            .ShouldStartWith("dense1 has 6 × 4 numbers for each sample; 25 are no whole number of samples.");
        Should.Throw<ArgumentException>(() => dense.ReadOutputs(new float[48], 1)).Message.ShouldStartWith("dense1 has 2 samples to read, not 2 from sample 1 on.");
        Should.Throw<ArgumentException>(() => dense.ReadOutputs(new float[24], -1)).Message.ShouldContain("from sample -1 on");
        var z = new float[30];
        Array.Fill(z, 7);
        gate.TryReadPreActivations(z).ShouldBe(gate.HasPreActivations);
        gate.HasPreActivations.ShouldBeFalse();
        z.ShouldAllBe(value => value == 7);
    }

    private static void Check(Network network, ActivationSite site)
    {
        var (z, y, slopes) = Read(site);
        if (site.Activation is not { } f)
        {
            return;
        }
        var ones = new float[y.Length];
        var (expected, expectedSlopes) = (new float[y.Length], new float[y.Length]);
        Array.Fill(ones, 1);
        var fromOutput = InSteps(network).Contains(site) && f.HasSlopeFromOutput && f.Trained is null;
        (z is null && !fromOutput).ShouldBeFalse(site.Name);
        if (f.Trained is { } trained)
        {
            var parameter = Parameter(network, $"{site.Name}.{f.Parameters[trained.Index].Name}", y.Length);
            f.Forward(z!, parameter, expected);
            f.Backward(z!, parameter, ones, expectedSlopes, new float[y.Length]);
        }
        else
        {
            f.Forward(z ?? y, expected);
            f.Backward(z ?? y, ones, expectedSlopes);
        }
        if (z is not null)
        {
            expected.Zip(y).All(pair => pair.First == pair.Second || (Math.Abs(pair.First) <= Faint && Math.Abs(pair.First - pair.Second) <= Faint)).ShouldBeTrue(site.Name);
        }
        if (fromOutput)
        {
            f.BackwardFromOutput(y, ones, expectedSlopes);
        }
        slopes.AsSpan().SequenceEqual(expectedSlopes).ShouldBeTrue(site.Name);
    }

    private static (float[]? PreActivations, float[] Outputs, float[] Slopes) Read(ActivationSite site)
    {
        float[] z = new float[site.Rows * site.Units], y = new float[z.Length], slopes = new float[z.Length];
        site.ReadOutputs(y);
        site.ReadSlopes(slopes);
        return (site.TryReadPreActivations(z) ? z : null, y, slopes);
    }

    /// <summary>The value now, one for each element.</summary>
    private static float[] Parameter(Network network, string name, int length)
    {
        var value = network.Trainables.Single(trainable => trainable.Name == name).Value.Values.ToArray();
        return [.. Enumerable.Range(0, length).Select(i => value[i % value.Length])];
    }

    private static IEnumerable<ActivationSite> InSteps(Network network) => network.AllLayers.OfType<Recurrent>().SelectMany(layer => layer.Sites);
}
