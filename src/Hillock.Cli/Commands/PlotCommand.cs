using System.CommandLine;
using System.Globalization;
using Spectre.Console;

namespace Hillock.Cli;

/// <summary><c>hillock plot FUNCTION...</c>: curves in the terminal or in a file.</summary>
internal static class PlotCommand
{
    private const int UsualWidth = 80;

    // Between numbers that are nearer to each other, doubles are too few for a curve.
    private const double Narrowest = 1e-9;

    // Far beyond all formats that anybody computes in; nearer to the greatest double, differences overflow.
    private const double Farthest = 1e100;

    public static Command Create()
    {
        var names = new Argument<string[]>("FUNCTION") { HelpName = "FUNCTION", Description = "One or more names, with parameters if you like, or formulas.", Arity = ArgumentArity.OneOrMore };
        names.CompletionSources.Add(FunctionNames.Elementwise);
        var slope = new Option<bool>("--slope") { Description = "The slope f′ too." };
        var curvature = new Option<bool>("--curvature") { Description = "The curvature f″ too." };
        var range = new Option<string?>("--range") { Description = "From a to b; unless told, where the functions show what they do.", HelpName = "a:b" };
        var svg = new Option<string?>("--svg") { Description = "Write a picture instead of plotting here.", HelpName = "FILE" };
        var command = new Command("plot", "Plot functions, slopes and curvatures in the terminal, or as an SVG picture.") { names, slope, curvature, range, svg };
        command.SetAction(result => Run(
            result.GetRequiredValue(names),
            [
                CurveKind.Value,
                .. result.GetValue(slope) ? new[] { CurveKind.Slope } : [],
                .. result.GetValue(curvature) ? new[] { CurveKind.Curvature } : [],
            ],
            result.GetValue(range) is { } text ? Range(text) : null,
            result.GetValue(svg)));
        return command;
    }

    private static int Run(string[] names, CurveKind[] kinds, PlotRange? range, string? svg)
    {
        if (svg is not null)
        {
            SafeFile.Check(svg, "--svg");
        }

        var plot = Plot.Of([.. names.Select(name => Catalog.Parse(name))], kinds, range);
        if (svg is not null)
        {
            SafeFile.Write(svg, SvgPlot.Draw(plot));
        }
        else
        {
            // Spectre knows terminals, and NO_COLOR.
            var isTerminal = !Console.IsOutputRedirected;
            var profile = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(Console.Out) }).Profile;
            TerminalPlot.Write(plot, Console.Out, isTerminal && profile.Capabilities.ColorSystem != ColorSystem.NoColors, isTerminal ? profile.Width : UsualWidth);
        }

        return ExitCode.Done;
    }

    private static PlotRange Range(string text)
    {
        var parts = text.Split(':');
        if (parts.Length != 2 || !TryNumber(parts[0], out var low) || !TryNumber(parts[1], out var high))
        {
            throw Wrong("is no range; write two finite numbers, the smaller first: -4:4.");
        }

        return !(Math.Abs(low) <= Farthest && Math.Abs(high) <= Farthest) ? throw Wrong("has no end; take finite numbers up to 1e100: -4:4.")
            : low > high ? throw Wrong($"goes backwards; write the smaller number first: {Shown.Plain($"{parts[1]}:{parts[0]}")}.")
            : high - low <= Narrowest * Math.Max(Math.Abs(low), Math.Abs(high)) ? throw Wrong("is empty or too narrow to plot; take two numbers further apart: -4:4.")
            : new(low, high);

        HillockException Wrong(string why) => new($"--range {Shown.Quoted(text)} {why}");
    }

    private static bool TryNumber(string text, out double number) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);
}
