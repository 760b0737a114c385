using static System.FormattableString;

namespace Hillock.Web.Moves;

/// <summary>Chances from scores, sharper or softer.</summary>
internal static class Temperature
{
    private const int Points = 61;
    private static readonly string[] Names = ["cat", "dog", "fox"];

    public static Move Move { get; } = new(
        "temperature", "Chances of three classes",
        [
            new Dial("cat", "Score of cat", -5, 5, 0.1, 2), new Dial("dog", "Score of dog", -5, 5, 0.1, 1), new Dial("fox", "Score of fox", -5, 5, 0.1, -1),
            new Dial("temperature", "Temperature", -1, 1, 0.05, 0) { IsPower = true },
        ],
        Draw);

    private static Picture Draw(Moved moved, CancellationToken stop)
    {
        var (temperature, scores) = (moved.Power("temperature"), Names.Select(moved.Number).ToArray());
        var now = Chances(scores, temperature);
        // Evenly by factors, as the slider goes.
        double[] exponents = Places.Between(-1, 1, Points);
        double[][] all = [.. exponents.Select(exponent => Chances(scores, Math.Pow(10, exponent)))];
        return new(
            $"At temperature {Told.Number(temperature)}: {string.Join(", ", Names.Select((name, i) => $"{name} {Told.Share(now[i])}"))}."
            + (now.Max() > 0.99 ? " As good as certain." : now.Max() < 0.4 ? " Hardly more than a guess." : ""))
        {
            Bars = [.. Names.Select((name, i) => new Bar(name, now[i], Told.Share(now[i])))],
            Chart = new("log₁₀ of the temperature", "chance", exponents, [.. Names.Select((name, i) => Line.Of(name, all.Select(chances => chances[i])))]),
        };
    }

    private static double[] Chances(double[] scores, double temperature)
    {
        var chances = new double[scores.Length];
        Catalog.ParseRows(Invariant($"softmax(temperature={temperature})")).Forward(scores, scores.Length, chances);
        return chances;
    }
}
