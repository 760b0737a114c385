namespace Hillock.Lab.Tests;

public sealed class AdviceTests
{
    private static readonly int[] Depths = [1, 5, 50];

    public static TheoryData<string> Networks => [.. NetworkKind.All.Select(network => network.Name)];

    /// <summary>For every task, network, depth and precision there is advice with sources, and what it says can be built.</summary>
    [Theory]
    [MemberData(nameof(Networks))]
    public void There_is_advice_for_everything(string network)
    {
        Activation[] few = [.. Catalog.ParseList("relu,tanh,gelu")];
        foreach (var depth in Depths)
        {
            foreach (var precision in NumberPrecision.All)
            {
                foreach (var task in TaskKind.All)
                {
                    var advice = Advisor.Advise(Question.Of(task.Name, network, depth, precision: precision.Name), few);
                    advice.Ranked.Count.ShouldBe(few.Length);
                    advice.Ranked.ShouldAllBe(ranked => ranked.Reasons.Count > 0 && ranked.Reasons.All(reason => reason.Text.Length > 0));
                    advice.Ranked.ShouldAllBe(ranked => advice.Sources(ranked).Count > 0 && advice.Sources(ranked).All(source => source.Length > 0));
                    advice.Watch(advice.Best).ShouldNotBeEmpty();
                    Initializer.All.ShouldContain(advice.Best.Candidate.Initialisation.Initializer);
                }
            }
            var question = Question.Of("classes", network, depth);
            var data = Datasets.Open(question.Network.TrialData, new() { Seed = 1, Rows = 64 });
            var plan = Plan.Parse(question.Plan);
            plan.IsOpen.ShouldBeTrue();
            plan.For(data).Build(data.Shape, data.OutputShape, few[0]).Sites.Count.ShouldBeGreaterThanOrEqualTo(depth);
        }
    }

    /// <summary>theory.md 4.7: who comes first where.</summary>
    [Theory]
    [InlineData("cnn", "cpu", "batchnorm", "relu")]
    [InlineData("resnet", "gpu", "batchnorm", "relu")]
    [InlineData("cnn", "mobile", "batchnorm", "hard_swish")]
    [InlineData("lstm", "cpu", "none", "tanh")]
    [InlineData("gru", "cpu", "none", "tanh")]
    [InlineData("transformer", "gpu", "layernorm", "gelu")]
    [InlineData("siren", "gpu", "none", "sine")]
    [InlineData("pinn", "cpu", "none", "tanh")]
    [InlineData("tabular", "cpu", "batchnorm", "relu")]
    [InlineData("gan", "gpu", "none", "leaky_relu(alpha=0.2)")]
    public void The_usual_choice_comes_first(string network, string device, string normalization, string activation) =>
        Advisor.Advise(Question.Of("classes", network, 4, normalization: normalization, device: device)).Best.Candidate.Name.ShouldBe(activation);

    [Fact]
    public void For_reinforcement_learning_tanh_relu_and_silu_lead() =>
        Advisor.Advise(Question.Of("bounded", "rl", 2)).Ranked.Take(3).Select(ranked => ranked.Candidate.Name).ShouldBe(["tanh", "relu", "silu"], ignoreOrder: true);

    /// <summary>Depth that sigmoid does not carry, width that relu dies of: what theory says outweighs practice.</summary>
    [Fact]
    public void Theory_outweighs_practice_where_it_must()
    {
        Names("mlp", 50, 64)[^4..].ShouldContain("sigmoid");
        Names("mlp", 50, 4).Take(3).ShouldNotContain("relu");
        var dead = Advisor.Advise(Question.Of("binary", "mlp", 49, 4), Catalog.ParseList("relu,leaky_relu"));
        dead.Best.Candidate.Name.ShouldBe("leaky_relu");
        dead.Ranked[1].Candidate.BornDead.ShouldBe(0.958, 5e-4);
    }

    [Theory]
    [InlineData("step", "slope is 0")]
    [InlineData("linear", "linear")]
    [InlineData("log(x)", "no value")]
    public void What_is_of_no_use_is_last_and_says_why(string name, string why)
    {
        var last = Advisor.Advise(Question.Of("binary", "mlp", 3), [Catalog.Parse(name), Catalog.Parse("sigmoid")]).Ranked[^1];
        (last.Candidate.Name, last.IsUseful).ShouldBe((name, false));
        last.Reasons[0].Text.ShouldContain(why);
    }

    /// <summary>theory.md 4.1, 4.4 and 4.8.</summary>
    [Theory]
    [InlineData("relu", "he")]
    [InlineData("selu", "lecun")]
    [InlineData("leaky_relu", "auto")]
    [InlineData("tanh", "auto")]
    [InlineData("sigmoid", "centred")]
    [InlineData("softplus", "centred")]
    public void First_weights_fit_the_function(string name, string rule) =>
        InitialisationTable.For(Catalog.Parse(name), Question.Of("binary", "mlp", 10)).Rule.ShouldBe(rule);

    [Fact]
    public void Tables_name_what_there_is()
    {
        string[] networks = [.. NetworkKind.All.Select(network => network.Name)], losses = [.. Loss.All.Select(loss => loss.Name), ""];
        foreach (var row in PracticeTable.Rows)
        {
            row.Networks.Split(' ').ShouldBeSubsetOf(networks);
            (row.Activation.Length > 0 ? Catalog.Parse(row.Activation).Name : Plan.Parse($"transformer 4 {row.Form}").Items[0].Text.Replace("transformer 4 ", "", StringComparison.Ordinal))
                .ShouldBe(row.Activation + row.Form);
            row.Source.ShouldNotBeEmpty();
        }
        networks.ShouldAllBe(network => PracticeTable.Rows.Any(row => row.Networks.Split(' ').Contains(network)));
        TaskKind.All.ShouldAllBe(task => losses.Contains(task.Trained) && Catalog.Find(task.Output).Name == task.Output && task.Source.Length > 0);
        WatchPoint.All.Select(point => point.Rule).Where(rule => rule.Length > 0).ShouldBeSubsetOf(Rule.All.Select(rule => rule.Name));
        InitialisationTable.Rows.ShouldAllBe(row => row.Initializer.Name == row.Rule && row.Source.Length > 0);
        NetworkKind.All.ShouldAllBe(network => Datasets.BuiltIn.Any(data => data.Name == network.TrialData));
    }

    private static string[] Names(string network, int depth, int width) =>
        [.. Advisor.Advise(Question.Of("binary", network, depth, width)).Ranked.Select(ranked => ranked.Candidate.Name)];
}
