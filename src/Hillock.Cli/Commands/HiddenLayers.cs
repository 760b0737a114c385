using System.Globalization;

namespace Hillock.Cli;

/// <summary>Hidden layers as they are written: <c>64x64</c>, or <c>32^20</c> for twenty layers of 32.</summary>
internal static class HiddenLayers
{
    /// <summary>Wider layers and more layers than these would only fill the memory.</summary>
    private const int MostUnits = 8192, MostLayers = 100;

    /// <summary>Units of each layer.</summary>
    /// <exception cref="HillockException">The text is no such list, or too much.</exception>
    public static int[] Parse(string text) =>
        text.Split('x', 'X', '×').SelectMany(part => Layers(part, text)).ToArray() is { Length: <= MostLayers } layers
            ? layers
            : throw Wrong(text, $"at most {MostLayers} layers can be had");

    /// <summary>The layers between two signs: one, or as many as stand behind the ^.</summary>
    private static IEnumerable<int> Layers(string part, string text)
    {
        var sides = part.Split('^');
        if (sides.Length > 2 || !Number(sides[0], out var units) || units is < 1 or > MostUnits)
        {
            throw Wrong(text, $"each layer has from 1 to {MostUnits} units");
        }
        var count = 1;
        if (sides.Length == 2 && (!Number(sides[1], out count) || count is < 1 or > MostLayers))
        {
            throw Wrong(text, $"at most {MostLayers} layers can be had");
        }
        return Enumerable.Repeat(units, count);
    }

    private static bool Number(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private static HillockException Wrong(string text, string what) =>
        new($"--hidden {Shown.Quoted(text)}: {what}; write 64x64 for two layers of 64 units, 32^20 for twenty of 32.");
}
