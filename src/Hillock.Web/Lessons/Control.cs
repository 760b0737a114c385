using System.Globalization;
using System.Net;
using static System.FormattableString;

namespace Hillock.Web;

/// <summary>Something a reader of a lesson moves.</summary>
/// <param name="Name">Its name in addresses.</param>
/// <param name="Label">What stands beside it.</param>
internal abstract record Control(string Name, string Label)
{
    /// <summary>Its value unless moved, as text.</summary>
    public abstract string Initial { get; }

    /// <summary>The element, without its label.</summary>
    public abstract string Markup { get; }

    /// <summary>Whether it can have a value.</summary>
    /// <exception cref="HillockException">It cannot; the sentence says what it can have.</exception>
    public abstract void Check(string value);

    /// <summary>A text as it may stand in an attribute.</summary>
    protected static string Text(string text) => WebUtility.HtmlEncode(text);
}

/// <summary>A number between two ends.</summary>
internal sealed record Dial(string Name, string Label, double Least, double Most, double Step, double Value) : Control(Name, Label)
{
    /// <summary>Whether 10 to the number is meant, and shown.</summary>
    public bool IsPower { get; init; }

    public override string Initial => Invariant($"{Value}");

    public override string Markup =>
        Invariant($"<input type=\"range\" name=\"{Name}\" min=\"{Least}\" max=\"{Most}\" step=\"{Step}\" value=\"{Value}\"{(IsPower ? " data-power" : "")}><output></output>");

    public override void Check(string value)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !(number >= Least && number <= Most))
        {
            throw new HillockException(Invariant($"{Label} {Shown.Quoted(value)}: a number from {Least} to {Most} is wanted."));
        }
    }
}

/// <summary>One of several names.</summary>
internal sealed record Choice(string Name, string Label, IReadOnlyList<string> Names) : Control(Name, Label)
{
    public override string Initial => Names[0];

    public override string Markup => $"<select name=\"{Name}\">{string.Concat(Names.Select(name => $"<option>{Text(name)}</option>"))}</select>";

    public override void Check(string value)
    {
        if (!Names.Contains(value))
        {
            throw new HillockException($"{Label} {Shown.Quoted(value)}: one of {string.Join(", ", Names)} is wanted.");
        }
    }
}

/// <summary>A text that is typed.</summary>
internal sealed record Typed(string Name, string Label, string Value, int Longest) : Control(Name, Label)
{
    public override string Initial => Value;

    public override string Markup =>
        Invariant($"<input type=\"text\" name=\"{Name}\" value=\"{Text(Value)}\" maxlength=\"{Longest}\" spellcheck=\"false\" autocomplete=\"off\">");

    public override void Check(string value)
    {
        if (value.Length > Longest)
        {
            throw new HillockException(Invariant($"{Label}: {value.Length} characters are too many; {Longest} are the most."));
        }
    }
}
