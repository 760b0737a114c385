namespace Hillock;

public static partial class Catalog
{
    private static IEnumerable<Function> Waves =>
    [
        Of(
            "sinlu",
            Family.Gated,
            "Paul et al. 2022, doi:10.3390/math10030337",
            new(
                "[−0.497, ∞) for a = b = 1",
                "Image classification experiments; a and b trained.",
                "SiLU with slope 1 at 0 and a ripple that the data may shape.",
                "A sine and an exponential; the ripple helps seldom.",
                "Where SiLU does as well."),
            new Parameter("a", new SinLu().A),
            new Parameter("b", new SinLu().B),
            static (a, b) => new SinLu(a, b)),
        Of(
            "coslu",
            Family.Gated,
            "Pishchik 2023, doi:10.20944/preprints202301.0463.v1",
            new(
                "[−0.289, ∞) for a = b = 1",
                "Image classification experiments; a and b trained.",
                "SiLU with a ripple that the data may shape.",
                "Not 0 at 0; a cosine and an exponential.",
                "Where SiLU does as well."),
            new Parameter("a", new CosLu().A),
            new Parameter("b", new CosLu().B),
            static (a, b) => new CosLu(a, b)),
        Of(
            "sinsig",
            Family.Gated,
            "Douge et al. 2021",
            new(
                "[−0.429, ∞)",
                "In place of SiLU or Mish.",
                "Smooth; reaches the identity faster than SiLU.",
                "A sine on top of the sigmoid; little used.",
                "Where SiLU does as well."),
            default(SinSig)),
        Of(
            "pats",
            Family.Gated,
            "Zheng & Wang 2020",
            new(
                "[−0.519, ∞) for a = 0.625",
                "Image classification with the width drawn at random in training.",
                "The random width regularises.",
                "Slope up to 1.1, so signals grow with depth; an arctangent on top of the sigmoid.",
                "Where dropout does the same."),
            new Parameter("a", new Pats().A, 1e-6, 1e6),
            static a => new Pats(a)),
        Of(
            "swat",
            Family.Gated,
            "Kunc & Kléma 2024",
            new(
                "(−∞, ∞)",
                "Experiments; found in surveys.",
                "Monotone; never saturates.",
                "Nearly linear far out on both sides; little used.",
                "Where sparse outputs are wanted."),
            default(SwAt)),
        Of(
            "vlu",
            Family.Rectifier,
            "Gupta & Ahuja 2021, arXiv:2110.12246",
            new(
                "[−a, ∞)",
                "Convolutional networks, with a and b trained (PVLU, from 0.1 and 1).",
                "Units cannot die: the wave keeps a slope below 0.",
                "Never settles below 0; a sine for each input.",
                "Where sparse outputs are wanted."),
            new Parameter("a", new Vlu().A),
            new Parameter("b", new Vlu().B),
            static (a, b) => new Vlu(a, b)) with { Kinks = [0] },
        Of(
            "minsin",
            Family.Rectifier,
            "Kunc & Kléma 2024",
            new(
                "(−∞, 1]",
                "Experiments; found in surveys.",
                "Smooth; a sine above, the identity below.",
                "Unbounded below and wavy above, opposite to what rectifiers are for; little used.",
                "In place of a rectifier."),
            default(Minsin)),
    ];
}
