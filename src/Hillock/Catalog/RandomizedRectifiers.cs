namespace Hillock;

public static partial class Catalog
{
    private static IEnumerable<Function> RandomizedRectifiers =>
    [
        Of(
            "rrelu",
            Family.Rectifier,
            "Xu et al. 2015, arXiv:1505.00853",
            new(
                "(−∞, ∞)",
                "Image networks on small data sets.",
                "The random slopes regularise like dropout; no dead units.",
                "Training and evaluation differ; needs draws for each element.",
                "Where data is plentiful: leaky_relu."),
            new Parameter("lower", new RRelu().Lower),
            new Parameter("upper", new RRelu().Upper),
            static (lower, upper) => new RRelu(lower, upper)) with
            {
                Kinks = [0],
                Requirement = new("lower must not be above upper", static values => values[0] <= values[1]),
            },
    ];
}
