namespace Hillock.Tests;

/// <summary>The promise of the design, section 2, for every function of the catalog.</summary>
public class SampleTests
{
    // A sample in the time of a test; hillock verify --exhaustive tries every float, and every number of 16 bits in any case.
    private const int Doubles = 300;

    // Odd, so that all endings of mantissas come.
    private const int Every = 17;

    public static TheoryData<string> Names => EveryFunction.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Sampled_floats_keep_the_promise(string name) => Check(Verification.Sample(EveryFunction.Named(name).Create()));

    [Theory]
    [MemberData(nameof(Names))]
    public void Sampled_doubles_keep_the_promise(string name) => Check(Verification.SampleDoubles(EveryFunction.Named(name).Create(), Doubles));

    [Theory]
    [MemberData(nameof(Names))]
    public void Sampled_halves_keep_the_promise(string name) => Check(Verification.Halves(EveryFunction.Named(name).Create(), Every));

    [Theory]
    [MemberData(nameof(Names))]
    public void Sampled_bfloat16s_keep_the_promise(string name) => Check(Verification.BFloat16s(EveryFunction.Named(name).Create(), Every));

    private static void Check(Accuracy accuracy) => accuracy.IsKept.ShouldBeTrue($"{accuracy}");
}
