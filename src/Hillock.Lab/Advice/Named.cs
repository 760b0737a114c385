namespace Hillock.Lab;

/// <summary>Choices that are made by name.</summary>
internal static class Named
{
    /// <summary>The one of that name.</summary>
    /// <param name="all">All there are.</param>
    /// <param name="nameOf">Their names.</param>
    /// <param name="kind">What they are: <c>network</c>.</param>
    /// <param name="name">The name.</param>
    /// <exception cref="HillockException">There is none.</exception>
    public static T Of<T>(IReadOnlyList<T> all, Func<T, string> nameOf, string kind, string name) =>
        all.Where(one => nameOf(one).Equals(name, StringComparison.OrdinalIgnoreCase)).Take(1).ToList() is [var found]
            ? found
            : throw new HillockException(
                $"There is no {kind} {Shown.Quoted(name)}; there are {string.Join(", ", all.Select(nameOf))}{Nearest.DidYouMean(name, all.Select(nameOf))}");
}
