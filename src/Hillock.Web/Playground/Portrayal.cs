namespace Hillock.Web;

/// <summary>Makes frames of networks.</summary>
internal static class Portrayal
{
    private const int MostRemedies = 4;

    /// <summary>A network as it is now.</summary>
    public static LaneFrame Of(Lane lane, Canvas canvas, IReadOnlyList<Finding> findings)
    {
        var painted = canvas.Of(lane.Network);
        var sites = lane.Last?.Sites ?? [];
        return new(
            lane.Step, lane.Epoch,
            [.. lane.Curve.Select(p => new[] { p.Step, Finite((float)p.TrainLoss), Finite((float)p.TestLoss), Finite((float)p.TrainScore), Finite((float)p.TestScore) })],
            painted.Map, painted.Sure,
            [.. lane.Network.Sites.Select((site, i) => Layer(site, painted.Units[i], sites.Count > i ? sites[i] : null))],
            [.. lane.Network.Layers.OfType<Dense>().Select(Weights)],
            [.. (lane.Last?.Layers ?? []).Where(layer => layer.IsProduct).Select(layer => new GradientFrame(layer.Name, Finite(layer.Gradient), Finite(layer.Update)))],
            [.. findings.Select(finding => Told(finding, lane))],
            lane.Broken is { } end ? $"Numbers ended at step {end.Step}, {(end.Layer is null ? "in the loss" : $"in {end.Layer}")}{(end.Outputs.Any ? $": {end.Outputs}" : "")}." : null);
    }

    private static LayerFrame Layer(ActivationSite site, byte[][] maps, SiteCheck? seen) => new(
        site.Name, site.Activation?.ToString() ?? "", site.Units, maps, seen?.Dead ?? [], Finite(seen?.Saturated), Finite(seen?.Outputs.Mean), Finite(seen?.Outputs.Deviation),
        Finite(seen?.OutputHistogram.Low), Finite(seen?.OutputHistogram.High), seen?.OutputHistogram.Counts ?? []);

    private static WeightsFrame Weights(Dense layer)
    {
        var all = layer.Weights.Value;
        var (rows, columns) = (Math.Min(Canvas.MostShown, all.Rows), Math.Min(Canvas.MostShown, all.Columns));
        var shown = new float[rows * columns];
        for (var i = 0; i < rows; i++)
        {
            all.Row(i)[..columns].CopyTo(shown.AsSpan(i * columns));
        }
        return new(Finite(shown.Max(Math.Abs)), rows, Canvas.Signed(shown));
    }

    private static FindingFrame Told(Finding finding, Lane lane) => new(
        finding.Rule, finding.Severity.ToString(), finding.Layer, finding.Text, finding.Why,
        [.. Finding.Flattened(finding.Consequences).Select(other => other.Text)],
        [.. Remedy.For(finding.Rule, lane.Recipe).Take(MostRemedies).Select(remedy => new RemedyFrame(remedy.Text, Blueprint.With(lane.Setup, lane.Recipe, remedy)))]);

    private static double? Finite(double? value) => value is { } number && double.IsFinite(number) ? number : null;

    private static float? Finite(float value) => float.IsFinite(value) ? value : null;
}
