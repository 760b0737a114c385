namespace Hillock.Cli;

/// <summary>Activations that are set side by side.</summary>
internal static class Compared
{
    /// <summary>The activations, none of them twice.</summary>
    /// <exception cref="HillockException">One is there twice.</exception>
    public static IReadOnlyList<Activation> EachOnce(IReadOnlyList<Activation> activations) =>
        activations.CountBy(f => f.Name).FirstOrDefault(pair => pair.Value > 1).Key is { } twice
            ? throw new HillockException($"--activations: {twice} is there twice; once is enough.")
            : activations;
}
