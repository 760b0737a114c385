using System.Diagnostics;
using System.Globalization;

namespace Hillock.Tests;

/// <summary>Generated code run by the interpreter of its language, in one process for all functions.</summary>
internal static class Interpreter
{
    /// <summary>What a program needs to run; the test is skipped where it is missing.</summary>
    public static void Require(string program, params string[] arguments)
    {
        try
        {
            Run(program, arguments);
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            Assert.Skip($"{program} {string.Join(' ', arguments)} does not run here: {e.Message.Split('\n')[0]}");
        }
    }

    /// <summary>Writes every function in a notation, evaluates all of them at all points, and reads the numbers.</summary>
    public static Dictionary<(string Name, string Kind), double[]> Evaluate(
        string program, string script, Notation notation, string extension, IReadOnlyList<Activation> activations, IReadOnlyList<double> points)
    {
        using var scratch = new Scratch();
        foreach (var activation in activations)
        {
            scratch.Write(NameOf(activation) + extension, notation.Write(activation));
        }

        var names = scratch.Write("names.txt", string.Join('\n', activations.Select(NameOf)));
        var at = scratch.Write("points.txt", string.Join('\n', points.Select(p => p.ToString("R", CultureInfo.InvariantCulture))));
        var output = Run(program, Repository.Path("tests/Hillock.Tests/Text/Notations/" + script), scratch.Folder, names, at);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' '))
            .ToDictionary(words => (words[0], words[1]), words => words[2..].Select(Number).ToArray());
    }

    /// <summary>What the function is called in generated code.</summary>
    public static string NameOf(Activation activation) =>
        activation.Function!.Source is not null ? "f"
        : activation.Function.Surrogate is { } surrogate ? $"{activation.Function.Name}_{surrogate}" : activation.Function.Name;

    private static double Number(string word) => word switch
    {
        "inf" or "Infinity" => double.PositiveInfinity,
        "-inf" or "-Infinity" => double.NegativeInfinity,
        "nan" or "NaN" => double.NaN,
        _ => double.Parse(word, CultureInfo.InvariantCulture),
    };

    private static string Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };

        // Python would leave its compiled modules in the checkout.
        start.Environment["PYTHONDONTWRITEBYTECODE"] = "1";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException(error.Result);
    }
}
