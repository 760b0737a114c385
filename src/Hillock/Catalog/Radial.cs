namespace Hillock;

public static partial class Catalog
{
    private static IEnumerable<Function> RadialFunctions =>
    [
        Of(
            "gaussian",
            Family.Radial,
            "Broomhead & Lowe 1988",
            new(
                "(0, 1]",
                "Radial basis functions; networks of coordinates.",
                "Local: answers only near its centre.",
                "Slope 0 at 0 and far out; far inputs are not trained.",
                "In deep plain networks."),
            default(Gaussian)),
        Of(
            "ricker",
            Family.Radial,
            "Ricker 1953",
            new(
                "[−0.446, 1]",
                "Wavelet networks, seismic signals.",
                "Local, mean 0.",
                "Slope 0 at 0 and far out.",
                "In deep plain networks."),
            default(Ricker)) with { Aliases = ["mexican_hat"] },
        Of(
            "gabor",
            Family.Radial,
            "Gabor 1946",
            new(
                "[−0.694, 1] for the defaults",
                "Networks of coordinates (WIRE, its real part).",
                "Local in place and in frequency: fine detail without ringing.",
                "Slope 0 at 0 and far out; frequency and width must fit the signal.",
                "In classifiers."),
            new Parameter("omega", new Gabor().Omega),
            new Parameter("s", new Gabor().S, 1e-6, 1e6),
            static (omega, s) => new Gabor(omega, s)),
    ];
}
