namespace Hillock.Lab;

/// <summary>Choices that are made by name.</summary>
internal static class Named
{
    /// <summary>The one of that name, in capitals or not.</summary>
    /// <param name="all">All there are.</param>
    /// <param name="nameOf">Their names.</param>
    /// <param name="kind">What they are: <c>network</c>.</param>
    /// <param name="name">The name.</param>
    /// <exception cref="HillockException">There is none.</exception>
    public static T Of<T>(IReadOnlyList<T> all, Func<T, string> nameOf, string kind, string name)
        where T : class =>
        Of(all, nameOf, $"There is no {kind}", name, StringComparison.OrdinalIgnoreCase);

    /// <summary>The one of exactly that name.</summary>
    /// <param name="all">All there are.</param>
    /// <param name="nameOf">Their names.</param>
    /// <param name="none">How to say that there is none: <c>There is no scaling</c>.</param>
    /// <param name="name">The name.</param>
    /// <exception cref="HillockException">There is none.</exception>
    public static T Exactly<T>(IReadOnlyList<T> all, Func<T, string> nameOf, string none, string name)
        where T : class =>
        Of(all, nameOf, none, name, StringComparison.Ordinal);

    private static T Of<T>(IReadOnlyList<T> all, Func<T, string> nameOf, string none, string name, StringComparison comparison)
        where T : class =>
        all.FirstOrDefault(one => nameOf(one).Equals(name, comparison))
            ?? throw new HillockException($"{none} {Shown.Quoted(name)}; there are {string.Join(", ", all.Select(nameOf))}{Nearest.DidYouMean(name, all.Select(nameOf))}");
}
