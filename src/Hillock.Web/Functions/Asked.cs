using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Hillock.Web;

/// <summary>What an address asks about: a function, its parameters' values, and from where to where it is to be drawn.</summary>
/// <remarks>
/// <c>?alpha=0.2&amp;x=-4:4</c>. No parameter can be called x; one called f cannot be set in an address that has a formula.
/// </remarks>
/// <param name="Activation">The function with its parameters' values.</param>
/// <param name="Range">The inputs to be drawn; <c>null</c> for those that show what matters.</param>
internal sealed record Asked(Activation Activation, PlotRange? Range)
{
    /// <summary>Longer than any sensible formula; four times that still fits into the first line of a request.</summary>
    public const int LongestText = 1000;

    // Studying takes seconds for as many.
    private const int MostTranscendental = 16;

    // What is drawn farther out has no digits left between one point and the next.
    private const double Farthest = 1e6, Narrowest = 1e-6;

    /// <summary>Reads an address about a function or a formula.</summary>
    /// <exception cref="HillockException">It is neither, or a value or the range is none.</exception>
    public static Asked Of(string text, IQueryCollection query)
    {
        var activation = Parse(text);
        var function = activation.Function!;
        double[] values = [.. function.Parameters.Select((p, i) => query.TryGetValue(p.Name, out var given) && given is [{ } one] && one != text ? Number(p.Name, one) : activation.Values[i])];
        return new(function.Create(values, activation.Trained), RangeOf(query["x"].ToString()));
    }

    /// <summary>A function by its name, with parameters or not, or a formula.</summary>
    /// <exception cref="HillockException">It is too long, or neither.</exception>
    public static Activation Parse(string text)
    {
        Refuse.Unless(text.Length <= LongestText, $"{Shown.Quoted(text)} has {text.Length} characters; a formula here has at most {LongestText}.");
        var activation = Catalog.Parse(text);
        var count = activation.Function?.Cost.Primitives ?? 0;
        Refuse.Unless(count <= MostTranscendental, $"The formula has {count} transcendental functions; at most {MostTranscendental} are studied here.");
        return activation;
    }

    /// <summary>How the function is asked about again, whatever the values of its parameters.</summary>
    public static string TextOf(Activation f) =>
        f.Function!.Source?.Text ?? (f.Function.Surrogate is { } surrogate ? $"{f.Function.Name}(surrogate={surrogate})" : f.Function.Name);

    /// <summary>From where to where: <c>-4:4</c>.</summary>
    /// <exception cref="HillockException">It is no range.</exception>
    public static PlotRange? RangeOf(string text)
    {
        if (text.Length == 0)
        {
            return null;
        }
        var ends = text.Split(':');
        if (ends.Length != 2)
        {
            throw new HillockException($"The range {Shown.Quoted(text)} is not two numbers with a colon between, as -4:4.");
        }
        var range = new PlotRange(Number("x", ends[0]), Number("x", ends[1]));
        return Math.Abs(range.Low) <= Farthest && Math.Abs(range.High) <= Farthest && range.Width >= Narrowest
            ? range
            : throw new HillockException(FormattableString.Invariant($"The range {Shown.Quoted(text)} must go from a smaller to a greater number, both between −{Farthest} and {Farthest}."));
    }

    private static double Number(string name, string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : throw new HillockException($"{name} = {Shown.Quoted(text)} is no number.");
}
