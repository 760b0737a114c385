namespace Hillock.Tests;

/// <summary>The promise of the design, section 2, for every function of the catalog.</summary>
public class SampleTests
{
    // A sample in the time of a test; hillock verify --exhaustive tries every float.
    private const int Doubles = 300;

    public static TheoryData<string> Names => EveryFunction.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Sampled_floats_keep_the_promise(string name) => Check(Verification.Sample(EveryFunction.Named(name).Create()));

    [Theory]
    [MemberData(nameof(Names))]
    public void Sampled_doubles_keep_the_promise(string name) => Check(Verification.SampleDoubles(EveryFunction.Named(name).Create(), Doubles));

    [Theory]
    [MemberData(nameof(Names))]
    public void All_halves_keep_the_promise(string name) => Check(Verification.Halves(EveryFunction.Named(name).Create()));

    [Theory]
    [MemberData(nameof(Names))]
    public void All_bfloat16s_keep_the_promise(string name) => Check(Verification.BFloat16s(EveryFunction.Named(name).Create()));

    private static void Check(Accuracy accuracy) => accuracy.IsKept.ShouldBeTrue($"{accuracy}");
}
