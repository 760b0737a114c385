using static System.FormattableString;

namespace Hillock.Training;

/// <summary>One part of the data to learn from, and one to be judged by.</summary>
public sealed record DataSplit(Dataset Train, Dataset Test)
{
    private const double DefaultTestShare = 0.2;

    /// <summary>The publisher's own parts where there are such and no share is asked for; otherwise rows drawn by the seed.</summary>
    /// <param name="data">The whole.</param>
    /// <param name="seed">The seed of the draw.</param>
    /// <param name="testShare">The share of the rows to test with, between 0 and 1; one fifth unless told.</param>
    /// <remarks>
    /// <para>Classes keep their shares in both parts, to within a row or so (stratified).</para>
    /// <para>Seeds in a row test different rows: one order serves as many seeds as it has test parts, so with a share of one fifth
    /// the seeds 0 to 4, or 5 to 9, test every row once (cross-validation). A mean over seeds then says less of the luck of a split.</para>
    /// </remarks>
    /// <exception cref="HillockException">The share is not between 0 and 1, or there is but one row.</exception>
    internal static DataSplit Of(Dataset data, ulong seed, double? testShare = null)
    {
        if (data.IsRepresented)
            return new(data, data);
        if (testShare is null && data.PublishedTestRows is > 0 and var published)
        {
            int[] all = [.. Enumerable.Range(0, data.Rows)];
            return new(data.Take(all.AsSpan(..^published)), data.Take(all.AsSpan(^published..)));
        }
        double share = testShare ?? DefaultTestShare;
        if (share is not (> 0 and < 1))
            throw new HillockException(
                Invariant($"test share {share}: a number above 0 and below 1 is wanted, for example {DefaultTestShare}"));
        if (data.Rows < 2)
            throw new HillockException(
                $"{data.Name}: one row cannot be split into a part to train and a part to test with; at least 2 rows are wanted");
        int test = Math.Clamp((int)Math.Round(share * data.Rows), 1, data.Rows - 1);
        ulong parts = (ulong)(data.Rows / test);
        int[] order = EvenOrder(data, new Draws(seed / parts, "split"));
        int start = (int)(seed % parts) * test;
        return new(data.Take([.. order[..start], .. order[(start + test)..]]), data.Take(order.AsSpan(start, test)));
    }

    /// <summary>So many rows to train and so many to test with, drawn by the seed; classes keep their shares.</summary>
    /// <exception cref="HillockException">A count is below 1, or together they are more rows than there are.</exception>
    internal static DataSplit Of(Dataset data, ulong seed, int train, int test)
    {
        if (train < 1 || test < 1 || train > data.Rows - test)
            throw new HillockException(
                $"{data.Name}: {train} rows to train and {test} to test with are asked for; " +
                $"at least 1 each and together at most {data.Rows} can be had");
        int[] order = EvenOrder(data, new Draws(seed, "split"));
        return new(data.Take(order.AsSpan(test, train)), data.Take(order.AsSpan(0, test)));
    }

    /// <summary>Both parts in units of the training part's mean and standard deviation.</summary>
    /// <remarks>
    /// <para>Each feature has its own scale. The pixels of an image share one, and so do the steps of a sequence for each value: brightness
    /// means the same everywhere, and borders that are nearly always black would otherwise be blown up from noise. Tokens and the
    /// coordinates of what is represented stay as they are.</para>
    /// <para>A feature that never varies in the training part becomes 0, in both parts: nothing can be learned of it.</para>
    /// <para>The target of a regression is standardised too; <see cref="Dataset.TargetScale"/> leads back.</para>
    /// </remarks>
    public DataSplit Standardize()
    {
        Scale[] scales = new Scale[Train.Features];
        int channels = Train.Shape.Channels;
        for (int feature = 0; feature < scales.Length; feature++)
            scales[feature] = Train.Tokens > 0 || Train.IsRepresented ? Scale.Identity
                : feature < channels ? Scale.Of(Train.Inputs, feature, channels)
                : scales[feature - channels];
        Scale? target = Train.HasClasses ? null : Scale.Of(Train.Targets);
        return new(Rescale(Train, scales, target), Rescale(Test, scales, target));
    }

    /// <summary>
    /// A shuffled order of which every stretch holds the classes in their proportion: the k-th of n of a class stands at (k − ½)/n.
    /// </summary>
    private static int[] EvenOrder(Dataset data, Draws draws)
    {
        int[] rows = [.. Enumerable.Range(0, data.Rows)];
        draws.Shuffle<int>(rows);
        if (!data.HasClasses || data.TargetsPerRow > 1)
            return rows;
        int[] sizes = new int[data.ClassNames.Count], seen = new int[sizes.Length];
        foreach (float y in data.Targets)
            sizes[(int)y]++;
        double[] place = new double[data.Rows];
        foreach (int row in rows)
        {
            int label = (int)data.Targets[row];
            place[row] = (seen[label]++ + 0.5) / sizes[label];
        }
        return [.. rows.OrderBy(row => place[row])];
    }

    private static Dataset Rescale(Dataset data, Scale[] scales, Scale? target)
    {
        float[] inputs = new float[data.Inputs.Length];
        for (int i = 0; i < inputs.Length; i++)
            inputs[i] = scales[i % scales.Length].Apply(data.Inputs[i]);
        float[] targets = target is { } scale ? Array.ConvertAll(data.Targets, scale.Apply) : data.Targets;
        IEnumerable<Scale> fromOwnUnits =
            data.InputScales.Count == 0 ? scales : scales.Zip(data.InputScales, (next, first) => next.After(first));
        return data.With(inputs, targets, [.. fromOwnUnits], target?.After(data.TargetScale));
    }
}
