namespace Hillock.Web;

/// <summary>What a page is told once of the session that it has begun: the data, and how to show it.</summary>
/// <param name="Id">The session's name.</param>
/// <param name="Kind">See <see cref="Canvas.Kind"/>.</param>
/// <param name="Reach">See <see cref="Canvas.Reach"/>.</param>
/// <param name="Side">Places along each side of the map, or along the line.</param>
/// <param name="Task">What is learned: <c>Binary</c>, <c>Classes</c>, <c>Regression</c>.</param>
/// <param name="Features">The names of the first features.</param>
/// <param name="Classes">The names of the classes.</param>
/// <param name="Score">What networks are judged by.</param>
/// <param name="IsShare">Whether that is a share, shown in percent.</param>
/// <param name="Picture">Height and width of a sample that is an image.</param>
/// <param name="Pictures">The images to test with that are shown, by their pixels.</param>
/// <param name="Train">Samples to learn from.</param>
/// <param name="Test">Samples to test with.</param>
internal sealed record Begun(
    string Id, string Kind, float Reach, int Side, string Task, IReadOnlyList<string> Features, IReadOnlyList<string> Classes, string Score, bool IsShare,
    ImageSize? Picture, IReadOnlyList<byte[]> Pictures, PointsSent Train, PointsSent Test)
{
    /// <summary>Of a session.</summary>
    public static Begun Of(string id, Session session)
    {
        var (split, canvas, measure) = (session.Material.Split, session.Canvas, session.Material.Measure);
        return new(
            id, canvas.Kind, canvas.Reach, canvas.Kind == "line" ? Canvas.Line : Canvas.Side, split.Train.Task.ToString(),
            [.. split.Train.FeatureNames.Take(Canvas.MostShown)], split.Train.ClassNames, measure.Name.Replace("test ", "", StringComparison.Ordinal), measure.IsShare, split.Train.Image,
            split.Test.Image is null ? [] : [.. Enumerable.Range(0, Math.Min(Canvas.MostPictures, split.Test.Rows)).Select(row => Pixels(split.Test, row))],
            PointsSent.Of(split.Train), PointsSent.Of(split.Test));
    }

    /// <summary>An image as it was before it was standardised: grey from 0 to 255.</summary>
    private static byte[] Pixels(Dataset images, int row) =>
        [.. images.Row(row).ToArray().Zip(images.InputScales, (value, scale) => (byte)Math.Clamp(scale.Undo(value), 0, byte.MaxValue))];
}

/// <summary>Samples as points: the first two features, in deviations, and the target.</summary>
internal sealed record PointsSent(int Count, IReadOnlyList<float> X, IReadOnlyList<float> Y, IReadOnlyList<float> Target)
{
    private const double Digits = 1000;

    /// <summary>Of a part of the data; of images the targets alone.</summary>
    public static PointsSent Of(Dataset data) => data.Image is not null ? new(data.Rows, [], [], [.. data.Targets]) : new(
        data.Rows, Column(data, 0), data.Features > 1 ? Column(data, 1) : [], [.. data.Targets.Select(Short)]);

    private static IReadOnlyList<float> Column(Dataset data, int feature) => [.. Enumerable.Range(0, data.Rows).Select(row => Short(data.Row(row)[feature]))];

    private static float Short(float value) => (float)(Math.Round(value * Digits) / Digits);
}
