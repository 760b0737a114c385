using System.CommandLine;
using System.Globalization;
using System.Text;

namespace Hillock.Cli;

/// <summary><c>hillock eval FUNCTION</c>: numbers from stdin, one a line, to stdout.</summary>
internal static class EvalCommand
{
    private const int LongestLine = 400;

    public static Command Create()
    {
        var name = new Argument<string>("FUNCTION") { HelpName = "FUNCTION", Description = "A name, with parameters if you like, or a formula: leaky_relu(alpha=0.2), \"x * tanh(exp(x))\"." };
        name.CompletionSources.Add(FunctionNames.Elementwise);
        var slope = new Option<bool>("--slope") { Description = "The slope f′(x) instead of f(x)." };
        var format = NumberFormat.Option();
        var asWritten = AsWritten.Option();
        var command = new Command("eval", "Read numbers from stdin, one a line; write f of each, with the fewest digits that read back the same.")
        {
            name, slope, format, asWritten,
        };
        command.SetAction(result =>
        {
            using var input = new StreamReader(Console.OpenStandardInput());
            using var output = new StreamWriter(Console.OpenStandardOutput()) { NewLine = "\n" };
            Run(Catalog.Parse(result.GetRequiredValue(name), result.GetValue(asWritten)), result.GetValue(slope), NumberFormat.Named(result.GetRequiredValue(format)), input, output);
            return ExitCode.Done;
        });
        return command;
    }

    private static void Run(Activation f, bool slope, NumberFormat format, StreamReader input, StreamWriter output)
    {
        for (var line = 1; ReadLine(input, line) is { } text; line++)
        {
            if (text.Length > 0)
            {
                output.WriteLine(format.Evaluate(f, slope, Number(text, line)));
            }

            // Nothing more has arrived yet: whoever is at the other end may wait for the answer.
            if (input.Peek() < 0)
            {
                output.Flush();
            }
        }
    }

    private static double Number(string text, int line) => text.ToUpperInvariant() switch
    {
        "INF" or "+INF" => double.PositiveInfinity,
        "-INF" => double.NegativeInfinity,
        _ => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new HillockException($"stdin, line {line}: {Shown.Quoted(text)} is no number; write one number a line, such as -1.5 or 2e-3."),
    };

    /// <summary>A line without its ends' blanks; <c>null</c> at the end. A line without end is not read to its end.</summary>
    private static string? ReadLine(StreamReader input, int line)
    {
        var text = new StringBuilder();
        int c;
        while ((c = input.Read()) >= 0 && c != '\n')
        {
            if (text.Append((char)c).Length > LongestLine)
            {
                throw new HillockException($"stdin, line {line} has more than {LongestLine} characters; write one number a line.");
            }
        }

        return c < 0 && text.Length == 0 ? null : text.ToString().Trim();
    }
}
