using System.Globalization;
using System.Text.RegularExpressions;

namespace Hillock.Web;

/// <summary>A function in the gallery, with all that it is filtered and sorted by.</summary>
/// <param name="Entry">The line of the catalog.</param>
/// <param name="Sketch">Its curves as SVG; empty for functions of rows.</param>
/// <param name="Traits">Its properties.</param>
/// <param name="Saturated">The share of the inputs from −5 to 5 at which it is saturated; NaN where nothing can be said.</param>
internal sealed partial record GalleryEntry(Entry Entry, string Sketch, IReadOnlySet<Trait> Traits, double Saturated)
{
    /// <summary>How far from 0 inputs of a layer usually lie.</summary>
    public const double Reach = 5;

    /// <summary>When it was published; <c>null</c> where nobody can say.</summary>
    public int? Year { get; } = Published().Matches(Entry.Origin) is [.., var last] ? int.Parse(last.Value, CultureInfo.InvariantCulture) : null;

    /// <summary>All in which a word is looked for.</summary>
    public string Words { get; } = Plain(string.Join(' ', [.. Entry.Names, Entry.Family.ToString(), Entry.Origin, Entry.Facts.Use, .. Entry.Elsewhere.Select(there => there.Name)]));

    /// <summary>Looks at a function.</summary>
    public static GalleryEntry Of(Entry entry)
    {
        if (entry is not Function function)
        {
            return new(entry, "", new HashSet<Trait>(), double.NaN);
        }
        var f = function.Create();
        var (portrait, plot) = (Portrait.Of(f), Plot.Of([f], [CurveKind.Value, CurveKind.Slope]));
        var saturated = Saturation.Of(f).Sum(zone => Math.Max(0, Math.Min(zone.To, Reach) - Math.Max(zone.From, -Reach))) / (2 * Reach);
        return new(entry, Hillock.Web.Sketch.Of(plot), Trait.All.Where(trait => trait.Holds(function, portrait, plot)).ToHashSet(), Math.Round(saturated, 4));
    }

    /// <summary>What was seen, as a line of text.</summary>
    public string Line => string.Create(CultureInfo.InvariantCulture, $"{Entry.Name}\t{Saturated}\t{string.Join(',', Traits.Select(trait => trait.Name))}\t{Sketch}");

    /// <summary>What such a line says of a function.</summary>
    public static GalleryEntry Read(Entry entry, string line)
    {
        var parts = line.Split('\t');
        string[] traits = parts[2].Split(',');
        return new(entry, parts[3], Trait.All.Where(trait => traits.Contains(trait.Name)).ToHashSet(), double.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    /// <summary>Small letters without what stands between words of a name.</summary>
    public static string Plain(string text) => text.ToLowerInvariant().Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);

    [GeneratedRegex(@"\b(1[6-9]|20)\d\d\b(?!\.)", RegexOptions.ExplicitCapture)]
    private static partial Regex Published();
}
