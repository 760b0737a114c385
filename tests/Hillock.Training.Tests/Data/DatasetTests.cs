namespace Hillock.Training.Tests;

public sealed class DatasetTests
{
    private static readonly string[] X = ["x"], XY = ["x", "y"];

    /// <summary>The feature is the row's number; class 0, 1, 2 have 60, 30 and 10 rows.</summary>
    private static Dataset Uneven() => new(
        "uneven", LearningTask.Classes, [.. Enumerable.Range(0, 100).Select(i => (float)i)],
        [.. Enumerable.Range(0, 100).Select(i => i < 60 ? 0f : i < 90 ? 1 : 2)], X, ["a", "b", "c"]);

    private static int[] Counts(Dataset data) => [.. data.ClassNames.Select((_, label) => data.Targets.Count(y => y == label))];

    [Theory]
    [InlineData(0.2, new[] { 12, 6, 2 })]
    [InlineData(0.5, new[] { 30, 15, 5 })]
    [InlineData(0.1, new[] { 6, 3, 1 })]
    public void A_split_keeps_the_shares_of_the_classes(double share, int[] testCounts)
    {
        var (train, test) = Uneven().Split(seed: 1, share);
        Counts(test).ShouldBe(testCounts);
        train.Inputs.Concat(test.Inputs).Order().ToArray().ShouldBe(Uneven().Inputs, "every row is in exactly one part");
    }

    [Fact]
    public void A_row_keeps_its_target_through_a_split()
    {
        var (train, test) = Uneven().Split(seed: 2);
        foreach (var part in new[] { train, test })
            for (int i = 0; i < part.Rows; i++)
                part.Targets[i].ShouldBe(part.Inputs[i] < 60 ? 0 : part.Inputs[i] < 90 ? 1 : 2);
    }

    [Fact]
    public void A_split_is_the_same_for_the_same_seed_and_another_for_another()
    {
        Uneven().Split(5).Test.Inputs.ShouldBe(Uneven().Split(5).Test.Inputs);
        Uneven().Split(5).Test.Inputs.ShouldNotBe(Uneven().Split(6).Test.Inputs);
    }

    [Fact]
    public void A_split_by_counts_has_these_counts_in_the_classes_proportions()
    {
        var (train, test) = Uneven().Split(seed: 3, train: 50, test: 20);
        Counts(test).ShouldBe([12, 6, 2]);
        Counts(train).ShouldBe([30, 15, 5]);
        train.Inputs.Intersect(test.Inputs).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(1.0)]
    [InlineData(-0.2)]
    [InlineData(double.NaN)]
    public void A_test_share_outside_0_to_1_is_refused(double share) =>
        Should.Throw<HillockException>(() => Uneven().Split(1, share)).Message.ShouldContain("above 0 and below 1");

    [Theory]
    [InlineData(0, 10)]
    [InlineData(10, 0)]
    [InlineData(90, 11)]
    [InlineData(int.MaxValue, int.MaxValue)]
    public void Counts_that_cannot_be_had_are_refused(int train, int test) =>
        Should.Throw<HillockException>(() => Uneven().Split(1, train, test)).Message.ShouldContain("at most 100");

    [Fact]
    public void The_publisher_s_own_test_part_is_kept_unless_a_share_is_asked_for()
    {
        var data = new Dataset("two parts", LearningTask.Regression, [0, 1, 2, 3, 4], [0, 1, 2, 3, 4], X) { PublishedTestRows = 2 };
        data.Split(seed: 1).Test.Targets.ShouldBe([3, 4]);
        data.Split(seed: 1).Train.Targets.ShouldBe([0, 1, 2]);
        data.Split(seed: 1, testShare: 0.2).Test.Rows.ShouldBe(1);
    }

    [Fact]
    public void Standardizing_takes_mean_and_deviation_from_the_training_part()
    {
        // Column x of the training part is 1, 3, 5, 7: mean 4, deviation √((9 + 1 + 1 + 9)/4) = √5. Column y is constant.
        // Targets 10, 20, 30, 40: mean 25, deviation √125.
        var train = new Dataset("t", LearningTask.Regression, [1, 9, 3, 9, 5, 9, 7, 9], [10, 20, 30, 40], XY);
        var test = new Dataset("t", LearningTask.Regression, [4, 9, 9, 10], [25, 50], XY);
        var (standard, judged) = new DataSplit(train, test).Standardize();
        float unit = (float)(1 / Math.Sqrt(5));
        standard.Inputs.ShouldBe([-3 * unit, 0, -unit, 0, unit, 0, 3 * unit, 0], 1e-6);
        judged.Inputs.ShouldBe([0, 0, 5 * unit, 0], 1e-6);
        judged.Targets[1].ShouldBe((float)(25 / Math.Sqrt(125)), 1e-6f);
        judged.TargetScale.Mean.ShouldBe(25);
        judged.TargetScale.Deviation.ShouldBe(Math.Sqrt(125), 1e-12);
        judged.TargetScale.Undo(judged.Targets[1]).ShouldBe(50, 1e-5);
        train.Inputs[0].ShouldBe(1, "the original is left as it was");
    }

    [Fact]
    public void Standardizing_twice_still_leads_back_to_the_original_units()
    {
        var data = new Dataset("t", LearningTask.Regression, [1, 3, 5, 8], [10, 20, 30, 47], X);
        var once = new DataSplit(data.Take([0, 1]), data).Standardize().Test;
        var twice = new DataSplit(once, once).Standardize().Train;
        for (int i = 0; i < data.Rows; i++)
        {
            twice.TargetScale.Undo(twice.Targets[i]).ShouldBe(data.Targets[i], 1e-5);
            twice.InputScales[0].Undo(twice.Inputs[i]).ShouldBe(data.Inputs[i], 1e-5);
        }
    }

    [Fact]
    public void The_pixels_of_an_image_share_one_scale()
    {
        var data = new Dataset("i", LearningTask.Binary, [0, 2, 0, 6], [0, 1], XY, ["a", "b"]) { Image = new(1, 2) };
        // All pixels: 0, 2, 0, 6: mean 2, deviation √((4 + 0 + 4 + 16)/4) = √6.
        double unit = 1 / Math.Sqrt(6);
        new DataSplit(data, data).Standardize().Train.Inputs.ShouldBe([(float)(-2 * unit), 0, (float)(-2 * unit), (float)(4 * unit)], 1e-6);
    }

    [Fact]
    public void The_targets_of_classes_are_left_alone_by_standardizing() =>
        Uneven().Split(1).Standardize().Test.Targets.Distinct().Order().ToArray().ShouldBe([0, 1, 2]);

    [Fact]
    public void The_fingerprint_tells_any_change_of_numbers_order_or_shape()
    {
        float[] four = [1, 2, 3, 4];
        string[] prints =
        [
            new Dataset("d", LearningTask.Regression, four, [0, 1], XY).Fingerprint(),
            new Dataset("d", LearningTask.Regression, four, [1, 0], XY).Fingerprint(),
            new Dataset("d", LearningTask.Regression, [1, 2, 4, 3], [0, 1], XY).Fingerprint(),
            new Dataset("d", LearningTask.Regression, four, [0, 1, 2, 3], X).Fingerprint(),
        ];
        prints.Distinct().Count().ShouldBe(4);
        // SHA-256 of the little-endian bytes of int 2, 2, float 1, 2, 3, 4, 0, 1, by Python's hashlib and struct.
        prints[0].ShouldBe("4891d9b4f9d8ffea");
    }

    [Theory]
    [InlineData(3, 2, 2, 0f)] // Three inputs are not two rows of two.
    [InlineData(4, 2, 3, 0f)] // Three class names for a binary task.
    [InlineData(4, 2, 2, 2f)] // There is no class 2.
    [InlineData(4, 2, 2, 0.5f)]
    [InlineData(4, 2, 2, float.NaN)]
    [InlineData(0, 0, 2, 0f)]
    public void Numbers_that_do_not_fit_together_are_refused(int inputs, int rows, int classes, float target) =>
        Should.Throw<ArgumentException>(() => new Dataset(
            "bad", LearningTask.Binary, new float[inputs], [.. Enumerable.Repeat(target, rows)], XY, ["a", "b", .. classes > 2 ? X : []]));

    [Fact]
    public void Inputs_that_are_not_finite_are_refused() => Should.Throw<ArgumentException>(
        () => new Dataset("bad", LearningTask.Regression, [1, float.PositiveInfinity], [0], XY)).Message.ShouldContain("Row 0, feature 1");

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public void Five_seeds_in_a_row_test_every_row_once(ulong first)
    {
        var data = Datasets.Open("blobs", new() { Rows = 50 });
        var tested = Enumerable.Range(0, 5).SelectMany(i => Rows(data.Split(first + (ulong)i).Test)).ToList();
        tested.Order(StringComparer.Ordinal).ShouldBe(Rows(data).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_next_five_seeds_split_anew()
    {
        var data = Datasets.Open("blobs", new() { Rows = 50 });
        Rows(data.Split(0).Test).ShouldNotBe(Rows(data.Split(5).Test));
    }

    private static IEnumerable<string> Rows(Dataset data) =>
        Enumerable.Range(0, data.Rows).Select(row => string.Join(' ', data.Row(row).ToArray()));
}
