namespace Hillock;

public static partial class Catalog
{
    private static IEnumerable<Function> ErrorFunctions =>
    [
        Of(
            "serf",
            Family.Gated,
            "Nag et al. 2021",
            new(
                "[−0.348, ∞)",
                "In place of Mish.",
                "Smooth, no dead units.",
                "The error function of a softplus: the most expensive of its kind.",
                "Where Mish or SiLU does as well."),
            default(Serf)),
        Of(
            "pserf",
            Family.Gated,
            "Biswas et al. 2021, arXiv:2109.04386",
            new(
                "[−0.506, ∞) for the defaults",
                "Image classification, with both parameters trained.",
                "Contains Serf (gamma = delta = 1) and comes near to ReLU.",
                "Expensive; two parameters whose gain is small.",
                "Where Serf or Mish does as well."),
            new Parameter("gamma", new PSerf().Gamma, 1e-6, 1e6),
            new Parameter("delta", new PSerf().Delta, 1e-6, 1e6),
            static (gamma, delta) => new PSerf(gamma, delta)),
        Of(
            "erf_act",
            Family.Gated,
            "Biswas et al. 2021, arXiv:2109.04386",
            new(
                "[−0.405, ∞) for the defaults",
                "Image classification, with both parameters trained.",
                "Smooth, no dead units.",
                "Expensive; implementations disagree on the defaults (1 and 0.5, or 0.5 and 1).",
                "Where SiLU does as well."),
            new Parameter("alpha", new ErfAct().Alpha, 1e-6, 1e6),
            new Parameter("beta", new ErfAct().Beta, 1e-6, 1e6),
            static (alpha, beta) => new ErfAct(alpha, beta)),
        Of(
            "sgelu",
            Family.Gated,
            "Yu & Su 2019, arXiv:1911.03925",
            new(
                "[0, ∞) for alpha = 1",
                "Experiments; autoencoders.",
                "Even: keeps the size of a signal whatever its sign.",
                "Slope 0 at 0; loses the sign.",
                "Where the sign matters: gelu."),
            new Parameter("alpha", new SGelu().Alpha),
            static alpha => new SGelu(alpha)),
        Of(
            "smu",
            Family.Gated,
            "Biswas et al. 2021",
            new(
                "(−∞, ∞)",
                "Object detectors in place of leaky ReLU, with mu trained.",
                "A leaky rectifier with a smooth bend; comes near to leaky ReLU for great mu.",
                "The error function for each input.",
                "Where leaky ReLU does as well."),
            new Parameter("alpha", new Smu().Alpha, 0, 1),
            new Parameter("mu", new Smu().Mu, 1e-6, 1e6),
            static (alpha, mu) => new Smu(alpha, mu)),
        Of(
            "erf_relu",
            Family.Rectifier,
            "Rajanand & Singh 2023, arXiv:2306.01822",
            new(
                "(−alpha, ∞)",
                "In place of ELU, with alpha trained.",
                "Negative outputs bring the mean near 0.",
                "A kink at 0 unless alpha is ½√π; saturates quickly.",
                "Where ELU does as well."),
            new Parameter("alpha", new ErfRelu().Alpha),
            static alpha => new ErfRelu(alpha)) with { Kinks = [0] },
    ];
}
