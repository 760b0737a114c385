namespace Hillock.Training.Tests;

/// <summary>Networks to look into: every kind of layer, and every network that has a name with two activations.</summary>
public static class SiteNetworks
{
    public static TheoryData<string, string, int[], int> All
    {
        get
        {
            var data = Named;
            foreach (var (plan, shape, tokens) in SmallNetworks.All.Select(row => row.Data).Where(row => !_none.Contains(row.Item1)).Concat(_more))
            {
                data.Add(plan, "", shape, tokens);
            }
            return data;
        }
    }

    /// <summary>One activation with and one without a trained parameter.</summary>
    public static TheoryData<string, string, int[], int> Named
    {
        get
        {
            var data = new TheoryData<string, string, int[], int>();
            foreach (var plan in NamedPlan.All)
            {
                int[] shape = plan.Name switch { "cnn" or "resnet-small" => [9, 8, 2], "lstm" or "gru" or "transformer" => [5, 3], _ => [4] };
                data.Add(plan.Name, "gelu", shape, 0);
                data.Add(plan.Name, "swish(beta=trainable_per_unit(0.5))", shape, 0);
            }
            return data;
        }
    }

    /// <summary>Without an activation there is nothing to look into.</summary>
    private static readonly string[] _none = ["groupnorm 5, dense 3, last", "positions, dense 3, last"];

    private static readonly (string, int[], int)[] _more =
    [
        ("conv 3 3x3, swish(beta=trainable), maxpool 2, conv 1500 1x1, prelu(alpha=trainable_per_unit), globalpool, dense 3", [5, 6, 2], 0),
        ("dense 9, batchnorm, rrelu, dense 4, rrelu, dense 3", [5], 0),
        ("transformer 2 width 12 act swish(beta=trainable) prenorm causal, flatten, dense 3", [4, 6], 0),
        ("transformer 3 width 12 gated swiglu scores sparsemax, flatten, dense 3", [4, 6], 0),
    ];

    public static Network Build(string plan, string activation, int[] shape)
    {
        var network = Plan.Parse(plan).Build(SampleShape.Of(shape), 3, activation.Length == 0 ? null : Catalog.Parse(activation));
        network.Initialize(3);
        return network;
    }
}
