namespace Hillock.Training;

/// <summary>What a layer shall be, before anything of its size is known but what is written: <c>dense 128</c>.</summary>
public abstract record LayerPlan
{
    /// <summary>As it is written in the text of a <see cref="Plan"/>.</summary>
    public abstract string Text { get; }

    /// <summary>Makes the layer.</summary>
    /// <param name="site">Where it stands: what comes in, and what follows.</param>
    /// <returns>The layer; <c>null</c> if the item is none, and only says how the site goes on.</returns>
    /// <exception cref="HillockException">It does not fit what comes in.</exception>
    protected internal abstract Layer? Build(Site site);

    /// <inheritdoc/>
    public sealed override string ToString() => Text;
}
