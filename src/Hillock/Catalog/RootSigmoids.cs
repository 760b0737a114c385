namespace Hillock;

public static partial class Catalog
{
    private static IEnumerable<Function> RootSigmoids =>
    [
        Of(
            "isru",
            Family.Sigmoidal,
            "Carlile et al. 2017, arXiv:1710.09967",
            new(
                "(−1/√alpha, 1/√alpha)",
                "Recurrent networks on processors with a fast inverse root.",
                "Shape of tanh, without an exponential; alpha sets the height.",
                "Approaches its ends as 1/x².",
                "Where tanh is fast enough."),
            new Parameter("alpha", new Isru().Alpha, 1e-06, 1000000.0),
            static alpha => new Isru(alpha)),
        Of(
            "mef",
            Family.Sigmoidal,
            "Kunc & Kléma 2024, arXiv:2402.09092",
            new(
                "(−1, 1)",
                "Named in surveys; little used.",
                "No exponential.",
                "Slope ⅓ at 0, so signals shrink quickly.",
                "In deep networks."),
            default(Mef)),
        Of(
            "elliott",
            Family.Sigmoidal,
            "Elliott 1993",
            new(
                "(0, 1)",
                "Networks without exponentials, on small processors.",
                "Cheap; fades slowly, so it seldom saturates fully.",
                "Approaches 0 and 1 only as 1/x.",
                "Where chances near 0 or 1 matter: sigmoid."),
            default(Elliott)),
    ];
}
