namespace Hillock.Web;

/// <summary>What the charts of an experiment's page are drawn from, as JSON.</summary>
/// <param name="Measure">What networks are judged by.</param>
/// <param name="Unit">Its unit; <c>%</c> where shares are given in percent.</param>
/// <param name="Epochs">1, 2, 3…</param>
/// <param name="Series">Those that are drawn, the best first.</param>
/// <param name="Layers">The layers whose gradients are drawn, the one that sees the data first.</param>
internal sealed record StoredCurves(string Measure, string Unit, IReadOnlyList<int> Epochs, IReadOnlyList<CurvesOfOne> Series, IReadOnlyList<string> Layers)
{
    /// <summary>As many as can be told apart.</summary>
    public const int Most = 6;

    private const double Percent = 100;

    /// <summary>Those of an experiment.</summary>
    public static StoredCurves Of(ExperimentView view)
    {
        if (view.Settings is null)
        {
            return new("", "", [], [], []);
        }
        var measure = view.Measure;
        // A curve keeps its colour while places change.
        string[] names = [.. view.Settings.Recipes.Select(recipe => recipe.Name)];
        Contestant[] shown = [.. view.Contestants.Take(Most).OrderBy(one => Array.IndexOf(names, one.Recipe.Name))];
        IReadOnlyList<LayerCheck>[] layers = [.. shown.Select(one => one.Middle?.Folder.Checks() is [.., var last] ? last.Layers.Where(layer => layer.IsProduct).ToArray() : [])];
        CurvesOfOne[] series =
        [
            .. shown.Zip(layers, (one, checks) => new CurvesOfOne(
                one.Recipe.Name, one.Mean(epoch => measure.IsShare ? Percent * epoch.Score : epoch.Score), one.Mean(epoch => epoch.TrainLoss),
                [.. checks.Select(layer => double.IsFinite(layer.Gradient) && layer.Gradient > 0 ? layer.Gradient : (double?)null)])),
        ];
        var epochs = series.Select(one => one.Score.Count).DefaultIfEmpty(0).Max();
        return new(measure.Name, measure.Unit, [.. Enumerable.Range(1, epochs)], series, [.. (layers.MaxBy(one => one.Count) ?? []).Select(layer => layer.Name)]);
    }
}

/// <summary>The curves of one contestant; <c>null</c> where something is no number.</summary>
/// <param name="Name">The contestant.</param>
/// <param name="Score">The measure by epoch.</param>
/// <param name="Loss">The training loss by epoch.</param>
/// <param name="Gradients">The gradient per weight of each layer at the end.</param>
internal sealed record CurvesOfOne(string Name, IReadOnlyList<double?> Score, IReadOnlyList<double?> Loss, IReadOnlyList<double?> Gradients);
