using System.Runtime.Intrinsics;

namespace Hillock.Tests;

/// <summary>The reference that kernels are held against is itself held against the 220-digit truths.</summary>
public class TruthTests
{
    // The file prints 20 digits, its readers here keep those of a double; f″ it has from differences of f′.
    private const double Printed = 1e-15, PrintedOfCurvature = 1e-7;

    public static TheoryData<string> Names => EveryFunction.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Any_precision_agrees_with_the_golden_file(string name)
    {
        var truth = EveryFunction.Named(name).Create().Truth;
        foreach (var row in Golden.Of(name))
        {
            var point = truth.At(row.X).ShouldNotBeNull($"{name}({row.X:R})");
            ShouldBeNear((double)point.Value, row.F, Printed, $"{name}({row.X:R})");
            ShouldBeNear((double)point.Slope, row.Slope, Printed, $"{name}'({row.X:R})");
            if (row.X != 0 && !Bends.Contains((name, Math.Abs(row.X))) && double.IsFinite((double)point.Curvature))
            {
                // At 0 many a curvature jumps, and the file has the mean.
                ((double)point.Curvature).ShouldBe(
                    row.Curvature ?? (double)point.Curvature, PrintedOfCurvature * (Math.Abs((double)point.Curvature) + 1), $"{name}''({row.X:R})");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Balls_hold_the_golden_values(string name) => Read(EveryFunction.Named(name).Create()).Over(Golden.Of(name), name);

    private static IHolds Read(Activation f)
    {
        var definition = f.GetType().GetProperty("Definition", System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!.GetValue(f)!;
        return (IHolds)Activator.CreateInstance(typeof(Holds<>).MakeGenericType(definition.GetType()), definition)!;
    }

    // Where parabolas meet lines the curvature jumps, and the file has one of its values or their mean.
    private static readonly HashSet<(string Name, float X)> Bends =
    [
        ("bi_firing", 1), ("log_sqnl", 2), ("smelu", 0.5f), ("smoothstep", 0.5f), ("soft_modulus", 1), ("sparse_plus", 1), ("sqlu", 2), ("sqnl", 2),
    ];

    // The files' slopes are differences over steps of about 1e-100; what is 0 in truth is left as such a number there.
    private const double Noise = 1e-99;

    private static void ShouldBeNear(double result, double? truth, double share, string what)
    {
        if (truth is { } t)
        {
            (result.Equals(t) || Math.Abs(result - t) <= (share * Math.Abs(t)) + Noise).ShouldBeTrue($"{what} = {t:R}, got {result:R}");
        }
    }

    internal interface IHolds
    {
        void Over(IReadOnlyList<GoldenRow> rows, string name);
    }

    internal sealed class Holds<F>(F f) : IHolds
        where F : struct, IActivation
    {
        public void Over(IReadOnlyList<GoldenRow> rows, string name)
        {
            foreach (var row in rows)
            {
                var x = new Balls(Vector512.Create((double)row.X), Vector512<double>.Zero);
                var result = f.Of(new Dual<Balls>(x, 1));
                Check(result.Value, row.F, $"{name}({row.X:R})");
                Check(result.Slope, row.Slope ?? result.Slope.Centre[0], $"{name}'({row.X:R})");
            }
        }

        private static void Check(Balls result, double truth, string what)
        {
            var (centre, radius) = (result.Centre[0], result.Radius[0]);
            var apart = Math.Abs(centre - truth);
            // Not knowing is allowed, being wrong is not; the truth is read as a double, and decimal parameters are.
            (!(apart > radius + (4e-16 * Math.Abs(truth)) + Noise)).ShouldBeTrue($"{what} = {truth:R}, got {centre:R} ± {radius:R}");
        }
    }
}
