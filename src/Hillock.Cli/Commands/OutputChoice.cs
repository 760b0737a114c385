using System.CommandLine;
using System.Text.Json.Serialization.Metadata;

namespace Hillock.Cli;

/// <summary>Where the results of a training go besides the terminal.</summary>
internal sealed class OutputChoice
{
    private const string StandardOutput = "-";

    private readonly Option<string?> _json = new("--json") { Description = "Write everything as JSON; - for stdout.", HelpName = "FILE|-" };

    private readonly Option<string?> _report = new("--report") { Description = "Write all of it as one page for a browser or a printer.", HelpName = "FILE.html" };

    public IReadOnlyList<Option> Options => [_json, _report];

    /// <summary>Says before long work whether the files can be written at its end.</summary>
    /// <exception cref="HillockException">One cannot.</exception>
    public void Check(ParseResult given)
    {
        foreach (var option in (Option<string?>[])[_json, _report])
        {
            if (given.GetValue(option) is { } file && (option != _json || file != StandardOutput))
            {
                SafeFile.Check(file, option.Name);
            }
        }
    }

    /// <summary>Where text for people goes: nowhere if JSON takes its place.</summary>
    public TextWriter Text(ParseResult given) => given.GetValue(_json) == StandardOutput ? TextWriter.Null : Console.Out;

    /// <summary>Whether JSON is wanted.</summary>
    public bool WantsJson(ParseResult given) => given.GetValue(_json) is not null;

    /// <summary>Writes what is wanted, each file whole or not at all.</summary>
    /// <param name="given">What was typed.</param>
    /// <param name="document">What JSON says.</param>
    /// <param name="kind">How it says it.</param>
    /// <param name="page">The page.</param>
    public void Write<T>(ParseResult given, Func<T> document, JsonTypeInfo<T> kind, Func<string> page)
    {
        if (given.GetValue(_json) is { } json)
        {
            using var whole = new StringWriter { NewLine = "\n" };
            Json.Write(json == StandardOutput ? Console.Out : whole, document(), kind);
            if (json != StandardOutput)
            {
                SafeFile.Write(json, whole.ToString());
            }
        }
        if (given.GetValue(_report) is { } report)
        {
            SafeFile.Write(report, page());
        }
    }
}
