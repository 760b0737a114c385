using System.Collections.Immutable;

namespace Hillock.Formulas;

/// <summary>The names that have a meaning at one place, beside those of the whole text.</summary>
internal sealed class Scope
{
    private readonly ImmutableDictionary<string, Meaning> names;

    private Scope(ImmutableDictionary<string, Meaning> names) => this.names = names;

    /// <summary>None.</summary>
    public static Scope Empty { get; } = new(ImmutableDictionary<string, Meaning>.Empty);

    /// <summary>The names known here.</summary>
    public IEnumerable<string> Names => names.Keys;

    /// <summary>The meaning of a name; <c>null</c> where it has none of its own here.</summary>
    public Meaning? Find(string name) => names.GetValueOrDefault(name);

    /// <summary>One name more, or with another meaning.</summary>
    public Scope With(string name, Meaning meaning) => new(names.SetItem(name, meaning));
}
