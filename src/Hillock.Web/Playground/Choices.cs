using System.Text.Json;

namespace Hillock.Web;

/// <summary>What the page offers, once for its controls and its script.</summary>
internal static class Choices
{
    /// <summary>For the script: the setup that is meant where an address says nothing, and the limits.</summary>
    public static string Script { get; } = JsonSerializer.Serialize(
        new
        {
            Defaults = new Setup(),
            Limits.MostLayers,
            Limits.MostUnits,
            Limits.LongestCsv,
            Canvas.MostShown,
            Own = Setup.Own,
            Noises = Material.Choices.ToDictionary(data => data.Name, data => data.DefaultNoise),
        },
        JsonSerializerOptions.Web);

    /// <summary>Names for the list that completes what is typed as an activation.</summary>
    public static IReadOnlyList<string> Activations { get; } = [.. Catalog.Functions.Select(function => function.Name)];

    /// <summary>Playgrounds worth a visit, by what they show.</summary>
    public static IReadOnlyList<(string Text, string Query)> Presets { get; } =
    [
        ("Spiral with gelu", ""),
        ("Ten sigmoid layers: gradients fade", $"data=moons&rate=0.003&init=pytorch&{Layers(10, 16, "sigmoid")}"),
        ("relu at a large rate: units die", $"rate=0.3&{Layers(3, 16, "relu")}"),
        ("relu against gelu", "against=relu"),
        ("A sine to follow", $"data=sine&{Layers(2, 16, "tanh")}"),
        ("No nonlinearity: XOR stays unsolved", $"data=xor&{Layers(2, 8, "linear")}"),
        ("Digits in small images", $"data=glyphs&samples=1000&{Layers(1, 32, "relu")}"),
    ];

    private static string Layers(int count, int units, string activation) =>
        string.Join('&', Enumerable.Repeat(FormattableString.Invariant($"layer={units}+{activation}"), count));
}
