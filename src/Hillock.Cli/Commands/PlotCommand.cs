using System.CommandLine;
using System.Globalization;

namespace Hillock.Cli;

/// <summary><c>hillock plot FUNCTION...</c>: curves in the terminal or in a file.</summary>
internal static class PlotCommand
{
    private const int SvgPoints = 401;
    private const int MostFunctions = 14;

    public static Command Create()
    {
        var names = new Argument<string[]>("FUNCTION") { Description = "One or more names, with parameters if you like, or formulas.", Arity = ArgumentArity.OneOrMore };
        names.CompletionSources.Add([.. Catalog.Functions.Select(e => e.Name)]);
        var slope = new Option<bool>("--slope") { Description = "The slope too." };
        var range = new Option<string>("--range") { Description = "From a to b.", DefaultValueFactory = _ => "-4:4", HelpName = "a:b" };
        var svg = new Option<string?>("--svg") { Description = "Write a picture instead of plotting here.", HelpName = "FILE" };
        var command = new Command("plot", "Plot functions and slopes in the terminal, or as an SVG picture.") { names, slope, range, svg };
        command.SetAction(result => Run(
            result.GetRequiredValue(names), result.GetValue(slope), Range(result.GetRequiredValue(range)), result.GetValue(svg)));
        return command;
    }

    private static int Run(string[] names, bool slope, PlotRange range, string? svg)
    {
        if (names.Length > MostFunctions)
        {
            throw new HillockException($"{names.Length} functions are too many for one plot; name at most {MostFunctions}.");
        }

        Curve[] curves = [.. names.Select(Catalog.Parse).SelectMany(f => Curve.Of(f, slope, range, svg is null ? BraillePlot.Points : SvgPoints))];
        if (svg is null)
        {
            BraillePlot.Write(curves, range, Console.Out);
        }
        else
        {
            SafeFile.Check(svg, "--svg");
            SafeFile.Write(svg, SvgPlot.Draw(curves, range));
        }

        return ExitCode.Done;
    }

    private static PlotRange Range(string text)
    {
        var parts = text.Split(':');
        return parts.Length == 2
            && double.TryParse(parts[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var low)
            && double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var high)
            && low < high && double.IsFinite(high - low)
            ? new(low, high)
            : throw new HillockException($"--range {Shown.Quoted(text)} is no range; write two numbers, the smaller first: -4:4.");
    }
}
