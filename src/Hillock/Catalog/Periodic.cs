namespace Hillock;

public static partial class Catalog
{
    private static IEnumerable<Function> Periodic =>
    [
        Of(
            "sine",
            Family.Periodic,
            "Sitzmann et al. 2020",
            new(
                "[−1, 1]",
                "Networks of coordinates: images, sounds, fields and solutions of differential equations (SIREN, first layer omega 30).",
                "All derivatives are as rich as the function itself; fine detail is learned quickly.",
                "Works only with its own initialisation; every output belongs to endlessly many inputs.",
                "In classifiers, and without SIREN’s initialisation."),
            new Parameter("omega", new Sine().Omega),
            static omega => new Sine(omega)) with { Aliases = ["sin"] },
        Of(
            "snake",
            Family.Periodic,
            "Ziyin et al. 2020",
            new(
                "(−∞, ∞)",
                "Series with seasons; audio synthesis (BigVGAN).",
                "Monotone, and still periodic where the data are: it continues a wave beyond what it saw.",
                "A sine for each input; the frequency must fit or be trained.",
                "Where nothing in the data repeats."),
            new Parameter("a", new Snake().A, 1e-6, 1e6),
            static a => new Snake(a)),
        Of(
            "gcu",
            Family.Periodic,
            "Noel et al. 2021",
            new(
                "(−∞, ∞)",
                "Small networks; experiments with oscillating units.",
                "A single unit separates xor.",
                "Its slope grows with |x|, so gradients explode without normalised inputs.",
                "In deep networks without normalisation."),
            default(Gcu)) with { Aliases = ["growing_cosine_unit"] },
        Of(
            "asu",
            Family.Periodic,
            "Rahman et al. 2023",
            new(
                "(−∞, ∞)",
                "Experiments with oscillating units.",
                "An even wave; cheap beside two sigmoids.",
                "Its slope grows with |x| and is 0 at 0; little used.",
                "In deep networks without normalisation."),
            default(Asu)) with { Aliases = ["amplifying_sine_unit"] },
        Of(
            "sinc",
            Family.Periodic,
            "Whittaker 1915",
            new(
                "[−0.217, 1]",
                "Networks of coordinates; interpolation of sampled signals.",
                "Smooth, band-limited, fades far out.",
                "Slope 0 at 0, and small far out; NumPy’s and PyTorch’s sinc is of πx.",
                "In hidden layers of classifiers."),
            default(Sinc)),
        Of(
            "hosc",
            Family.Periodic,
            "Serrano et al. 2024",
            new(
                "[−tanh(beta), tanh(beta)]",
                "Networks of coordinates for pictures with sharp edges.",
                "Steep flanks where sine has only soft ones.",
                "Saturates between the flanks; two primitives for each input.",
                "Where signals are smooth: sine."),
            new Parameter("beta", new Hosc().Beta, 1e-6, 1e6),
            new Parameter("omega", new Hosc().Omega),
            static (beta, omega) => new Hosc(beta, omega)),
        Of(
            "ssu",
            Family.Periodic,
            "Noel et al. 2021, arXiv:2111.04020",
            new(
                "[−0.682, π]",
                "Experiments with oscillating units.",
                "Passes through the origin with slope 1; fades far out.",
                "Little used; one bump carries most of the signal.",
                "In deep networks: gradients fade away from the bump."),
            default(Ssu)) with { Aliases = ["shifted_sinc_unit"] },
        Of(
            "dsu",
            Family.Periodic,
            "Noel et al. 2021, arXiv:2111.04020",
            new(
                "[−1.636, 1.636]",
                "Experiments with oscillating units.",
                "Odd, bounded, slope 1 at 0.",
                "Little used; fades as 1/x².",
                "In deep networks: gradients fade away from the middle."),
            default(Dsu)) with { Aliases = ["decaying_sine_unit"] },
    ];
}
