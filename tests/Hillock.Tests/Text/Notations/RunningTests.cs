using System.Globalization;

namespace Hillock.Tests;

/// <summary>Generated code runs, and gives the numbers of the float64 kernels: in the middle, beside kinks, and far into the tails.</summary>
public class RunningTests
{
    // What is composed from a library's functions has a few roundings more than a kernel, and erfc's argument is rounded before it is squared.
    private const double Relative = 1e-11;

    // Where terms cancel, as near a root, no more can be asked than their own last digits.
    private const double Absolute = 1e-14;

    private static readonly double[] Magnitudes =
        [1e-10, 1e-5, 0.01, 0.1, 0.3, 0.49, 0.51, 0.7, 1.1, 1.5, 2.1, 2.6, 3.3, 3.7, 5, 6.5, 7, 10, 15, 20, 30, 37, 50, 80, 100, 300, 700, 1000, 1e4, 1e6, 1e10, 1e15];

    private static readonly Activation[] All =
    [
        .. Catalog.Functions.Select(f => f.Create()),
        .. Catalog.Functions.SelectMany(f => f.Surrogates).Select(f => f.Create()),
        Catalog.Parse("np.where(x > 0, log(1 + x), x * exp(x)) + lam * sqrt(x * x + 1); lam = trainable(0.3)"),
    ];

    private static IReadOnlyList<double> Points { get; } =
    [
        .. Magnitudes.SelectMany(m => new[] { m, -m })
            .Concat(Catalog.Functions.SelectMany(f => f.Kinks).Distinct().SelectMany(k => new[] { k - 1e-6, k + 1e-6 })).Distinct().Order(),
    ];

    [Fact]
    public void NumPy_gives_the_kernels_numbers_without_a_warning()
    {
        Interpreter.Require("/usr/bin/python3", "-c", "import numpy");
        var results = Interpreter.Evaluate("/usr/bin/python3", "evaluate_numpy.py", Notation.Find("numpy"), ".py", All, Points);
        ShouldBeTheKernels(results);
        results.Where(r => r.Key.Kind.EndsWith("_warnings", StringComparison.Ordinal) && r.Value[0] > 0).Select(r => r.Key).ShouldBeEmpty();
    }

    [Fact]
    public void PyTorch_gives_the_kernels_numbers_and_its_own_gradient_is_the_slope()
    {
        Interpreter.Require("/usr/bin/python3", "-c", "import torch");
        var results = Interpreter.Evaluate("/usr/bin/python3", "evaluate_pytorch.py", Notation.Find("pytorch"), ".py", All, Points);
        ShouldBeTheKernels(results);

        // What PyTorch differentiates loses digits in the tails: its slope of tanh is 1 - y².
        Mistakes(results, "autograd", a => a.Slope, 1e-9, 1e-9).ShouldBeEmpty();
        Mistakes(results, "module", a => a.Of, 1e-3, 1e-3, onlyWithin: 80).ShouldBeEmpty();
        results.Where(r => r.Key.Kind == "autograd32" && r.Value.Where((v, i) => Math.Abs(Points[i]) <= 80 && double.IsNaN(v)).Any()).Select(r => r.Key.Name).ShouldBeEmpty();
    }

    [Fact]
    public void JavaScript_gives_the_kernels_numbers()
    {
        Interpreter.Require("node", "--version");
        var results = Interpreter.Evaluate("node", "evaluate.mjs", Notation.Find("javascript"), ".mjs", All, Points);
        ShouldBeTheKernels(results);

        // Of the second derivative the formula's own terms cancel, here and there alike; no curve on a screen shows that.
        Mistakes(results, "curvature", a => a.Curvature, 1e-9, 1e-9, onlyWithin: 80).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("jax", "evaluate_numpy.py", ".py")]
    [InlineData("keras", "evaluate_numpy.py", ".py")]
    [InlineData("onnx", "evaluate_onnx.py", ".onnx.txt")]
    public void With_stand_ins_for_their_libraries_the_others_give_the_kernels_numbers(string notation, string script, string extension)
    {
        Interpreter.Require("/usr/bin/python3", "-c", "import numpy");

        // By erf alone, as in Keras and ONNX, the normal's lower tail has no more than the digits beside 1, and x times that no more than x's.
        ShouldBeTheKernels(Interpreter.Evaluate("/usr/bin/python3", script, Notation.Find(notation), extension, All, Points), notation == "jax" ? Absolute : 1e-12);
    }

    private static void ShouldBeTheKernels(Dictionary<(string Name, string Kind), double[]> results, double absolute = Absolute)
    {
        Mistakes(results, "value", a => a.Of, Relative, absolute)
            .Concat(Mistakes(results, "slope", a => a.Slope, Relative, absolute))
            .ShouldBeEmpty();
    }

    private static IEnumerable<string> Mistakes(
        Dictionary<(string Name, string Kind), double[]> results,
        string kind,
        Func<Activation, Func<double, double>> truth,
        double relative,
        double absolute,
        double onlyWithin = double.MaxValue)
    {
        foreach (var activation in All)
        {
            if (!results.TryGetValue((Interpreter.NameOf(activation), kind), out var found))
            {
                if (kind != "module")
                {
                    yield return $"{activation.Name} {kind}: nothing";
                }

                continue;
            }

            var of = truth(activation);
            for (var i = 0; i < Points.Count; i++)
            {
                var want = of(Points[i]);
                var error = Math.Abs(found[i] - want);
                if (Math.Abs(Points[i]) <= onlyWithin && found[i] != want && !(error <= (relative * Math.Abs(want)) + absolute))
                {
                    yield return string.Create(CultureInfo.InvariantCulture, $"{activation.Name} {kind} at {Points[i]}: {found[i]}, not {want}");
                    break;
                }
            }
        }
    }
}
