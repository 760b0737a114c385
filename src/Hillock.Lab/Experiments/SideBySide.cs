namespace Hillock.Lab;

/// <summary>Activations that are set side by side.</summary>
public static class SideBySide
{
    /// <summary>The activations, none of them twice.</summary>
    /// <param name="activations">What is compared.</param>
    /// <param name="place">Where they were asked for, to be named where something is wrong.</param>
    /// <exception cref="HillockException">One is there twice.</exception>
    public static IReadOnlyList<Activation> EachOnce(IReadOnlyList<Activation> activations, string place) =>
        activations.CountBy(f => f.Name).FirstOrDefault(pair => pair.Value > 1).Key is { } twice
            ? throw new HillockException($"{place}: {twice} is there twice; once is enough.")
            : activations;
}
