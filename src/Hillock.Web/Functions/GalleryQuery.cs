using Microsoft.AspNetCore.Http;

namespace Hillock.Web;

/// <summary>What somebody looks for in the gallery: the part of its address behind the question mark.</summary>
/// <param name="Text">Words that must occur.</param>
/// <param name="Family">The kind; <c>null</c> for all.</param>
/// <param name="Traits">Properties that it must have.</param>
/// <param name="Order">In which order.</param>
internal sealed record GalleryQuery(string Text, Family? Family, IReadOnlyList<Trait> Traits, Ordering Order)
{
    private const int LongestText = 200;

    /// <summary>Reads an address.</summary>
    /// <exception cref="HillockException">A word of it means nothing.</exception>
    public static GalleryQuery Of(IQueryCollection query)
    {
        var text = query["q"].ToString().Trim();
        if (text.Length > LongestText)
        {
            throw new HillockException($"The search has {text.Length} characters; it takes at most {LongestText}.");
        }
        var family = query["family"].ToString();
        var order = query["sort"].ToString();
        return new(
            text,
            family.Length == 0 ? null : Chosen(Gallery.Families, one => Word(one), "family", family),
            [.. query["property"].Where(name => name is { Length: > 0 }).Distinct().Take(Trait.All.Count).Select(name => Chosen(Trait.All, trait => trait.Name, "property", name!))],
            order.Length == 0 ? Ordering.All[0] : Chosen(Ordering.All, one => one.Word, "order", order));
    }

    /// <summary>A family in an address.</summary>
    public static string Word(Family family) => family.ToString().ToLowerInvariant();

    /// <summary>Whether a function is looked for.</summary>
    public bool Matches(GalleryEntry one) =>
        (Family is null || one.Entry.Family == Family)
        && Traits.All(one.Traits.Contains)
        && Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => one.Words.Contains(GalleryEntry.Plain(word), StringComparison.Ordinal));

    private static T Chosen<T>(IReadOnlyList<T> all, Func<T, string> nameOf, string kind, string name)
    {
        foreach (var one in all)
        {
            if (nameOf(one).Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return one;
            }
        }
        throw new HillockException($"There is no {kind} {Shown.Quoted(name)}; there are {string.Join(", ", all.Select(nameOf))}{Nearest.DidYouMean(name, all.Select(nameOf)).TrimEnd('?')}.");
    }
}
