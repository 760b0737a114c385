namespace Hillock.Training.Tests;

public sealed class NetworkSummaryTests
{
    [Fact]
    public void The_MLP_by_hand()
    {
        // 784·256 + 256, 256·128 + 128, 128·10 + 10. A batch of 128: z, y and gradients of the hidden units, z and gradients of the logits;
        // weights and their gradients. All in floats of 4 bytes.
        var network = Network.Perceptron(784, [256, 128], 10, Scalar.Relu);
        var summary = NetworkSummary.Of(network, 128);
        summary.Layers.Select(l => l.Name).ShouldBe(["dense1", "dense2", "logits"]);
        summary.Layers.Select(l => l.Activation).ShouldBe(["relu", "relu", null]);
        summary.Layers.Select(l => l.Parameters).ShouldBe([200_960, 32_896, 1_290]);
        summary.Layers.Select(l => l.MultiplyAdds).ShouldBe([200_704, 32_768, 1_280]);
        summary.Layers.Select(l => l.Bytes).ShouldBe(
            [4 * ((3 * 256 * 128) + (2 * 200_960)), 4 * ((3 * 128 * 128) + (2 * 32_896)), 4 * ((2 * 10 * 128) + (2 * 1_290))]);
        summary.Total.Parameters.ShouldBe(235_146);
        summary.Total.MultiplyAdds.ShouldBe(234_752);
        summary.Total.Bytes.ShouldBe(summary.Layers.Sum(l => l.Bytes));
        summary.ToString().Split('\n').ShouldBe(
        [
            "layer        output  parameters  multiply-adds     memory",
            "dense1 relu  256        200,960        200,704    1.9 MiB",
            "dense2 relu  128         32,896         32,768  449.0 KiB",
            "logits       10           1,290          1,280   20.1 KiB",
            "total        10         235,146        234,752    2.4 MiB",
        ]);
    }

    [Fact]
    public void Parts_stand_under_their_layer_and_count_once()
    {
        var inner = new Sequence("block", [new Dense("inner1", 4, 3), new Dense("inner2", 3, 5)]);
        var summary = NetworkSummary.Of(new Network([inner, new Dense("last", 5, 2)]));
        summary.Layers.Select(l => (l.Name, l.Depth)).ShouldBe([("block", 0), ("inner1", 1), ("inner2", 1), ("last", 0)]);
        // 4·3 + 3 + 3·5 + 5 and 5·2 + 2.
        summary.Layers[0].Parameters.ShouldBe(35);
        summary.Layers[0].Bytes.ShouldBe(summary.Layers[1].Bytes + summary.Layers[2].Bytes);
        summary.Total.Parameters.ShouldBe(47);
        summary.ToString().Split('\n')[2].ShouldStartWith("  inner1");
        Should.Throw<ArgumentOutOfRangeException>(() => NetworkSummary.Of(new Network([inner]), 0));
    }
}
