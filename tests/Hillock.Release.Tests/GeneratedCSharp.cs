using System.Globalization;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Hillock.Release.Tests;

/// <summary>The C# that <c>hillock show --format</c> writes compiles, alone and for this library, and computes what the kernels do.</summary>
public class GeneratedCSharp
{
    private const double Relative = 1e-11;
    private const double Absolute = 1e-14;

    private static readonly double[] Points =
    [
        .. new[] { 1e-10, 1e-5, 0.01, 0.1, 0.3, 0.49, 0.51, 0.7, 1.1, 1.5, 2.1, 2.6, 3.3, 5, 6.5, 7, 10, 15, 20, 30, 50, 100, 300, 700, 1000, 1e4, 1e10 }
            .SelectMany(m => new[] { m, -m })
            .Concat(Catalog.Functions.SelectMany(f => f.Kinks).SelectMany(k => new[] { k - 1e-6, k + 1e-6 })).Distinct(),
    ];

    private static IReadOnlyList<Function> Functions { get; } = [.. Catalog.Functions.SelectMany(f => f.Surrogates.Prepend(f))];

    [Fact]
    public void All_of_it_compiles_and_gives_the_kernels_numbers()
    {
        var sources = Functions.SelectMany(f => new[]
        {
            Within("Plain", "\n\npublic static class", Notation.Find("csharp").Write(f.Create())),
            Within("Own", "\n\npublic readonly record struct", Notation.Find("hillock").Write(f.Create())),
        });
        var driver = Compiled([.. sources, Driver()]).GetType("Driver")!.GetMethod("Run")!;
        var results = (Dictionary<string, double[]>)driver.Invoke(null, [Points])!;
        Mistakes(results).ShouldBeEmpty();
    }

    /// <summary>A program that calls every function by name.</summary>
    private static string Driver() => $$"""
        using Hillock;
        using System;
        using System.Collections.Generic;
        using System.Linq;

        public static class Driver
        {
            public static Dictionary<string, double[]> Run(double[] x)
            {
                var results = new Dictionary<string, double[]>();
                {{string.Join("\n        ", Functions.Select(f => $"""Take("{Name(f)}", v => Plain.{Name(f)}.Of(v), v => Plain.{Name(f)}.Slope(v), new Own.{Name(f)}());"""))}}
                return results;

                void Take<F>(string name, Func<double, double> value, Func<double, double> slope, F own)
                    where F : struct, IActivation
                {
                    results[name + " plain value"] = x.Select(value).ToArray();
                    results[name + " plain slope"] = x.Select(slope).ToArray();
                    double[] y = new double[x.Length], dx = new double[x.Length];
                    own.Forward(x, y);
                    own.Backward(x, Enumerable.Repeat(1.0, x.Length).ToArray(), dx);
                    results[name + " own value"] = y;
                    results[name + " own slope"] = dx;
                }
            }
        }
        """;

    private static IEnumerable<string> Mistakes(Dictionary<string, double[]> results)
    {
        foreach (var function in Functions)
        {
            var kernel = function.Create();
            foreach (var (kind, of) in new (string, Func<double, double>)[] { ("value", kernel.Of), ("slope", kernel.Slope) })
            {
                foreach (var form in new[] { "plain", "own" })
                {
                    var found = results[$"{Name(function)} {form} {kind}"];
                    for (var i = 0; i < Points.Length; i++)
                    {
                        var want = of(Points[i]);
                        if (found[i] != want && !(Math.Abs(found[i] - want) <= (Relative * Math.Abs(want)) + Absolute))
                        {
                            yield return string.Create(CultureInfo.InvariantCulture, $"{Name(function)} {form} {kind} at {Points[i]}: {found[i]}, not {want}");
                            break;
                        }
                    }
                }
            }
        }
    }

    private static Assembly Compiled(IEnumerable<string> sources)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create(
            "Generated",
            sources.Select(source => CSharpSyntaxTree.ParseText(source, cancellationToken: TestContext.Current.CancellationToken)),
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release));
        using var stream = new MemoryStream();
        var emitted = compilation.Emit(stream, cancellationToken: TestContext.Current.CancellationToken);
        emitted.Diagnostics.Where(d => d.Severity > DiagnosticSeverity.Hidden).Select(d => d.ToString()).Take(20).ShouldBeEmpty();
        return Assembly.Load(stream.ToArray());
    }

    private static string Within(string name, string declaration, string source) =>
        source.Replace(declaration, $"\n\nnamespace {name};{declaration}", StringComparison.Ordinal);

    private static string Name(Function function) =>
        string.Concat($"{function.Name}_{function.Surrogate}".Split('_', StringSplitOptions.RemoveEmptyEntries).Select(w => char.ToUpperInvariant(w[0]) + w[1..]));
}
