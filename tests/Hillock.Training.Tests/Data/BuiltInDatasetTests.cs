namespace Hillock.Training.Tests;

public sealed class BuiltInDatasetTests
{
    public static TheoryData<string> Names => [.. Datasets.BuiltIn.Select(data => data.Name)];

    private static BuiltInDataset Named(string name) => Datasets.BuiltIn.Single(data => data.Name == name);

    [Theory, MemberData(nameof(Names))]
    public void The_same_seed_gives_the_same_bits_and_another_seed_others(string name)
    {
        // There is one picture only; without noise every seed shows it.
        if (Named(name).IsRepresented)
        {
            Named(name).Generate(7, 100).Fingerprint().ShouldBe(Named(name).Generate(8, 100).Fingerprint());
            return;
        }
        Named(name).Generate(7, 100).Fingerprint().ShouldBe(Named(name).Generate(7, 100).Fingerprint());
        Named(name).Generate(7, 100).Fingerprint().ShouldNotBe(Named(name).Generate(8, 100).Fingerprint());
    }

    [Theory, MemberData(nameof(Names))]
    public void Rows_are_as_many_as_told_and_the_first_of_them_do_not_depend_on_how_many(string name)
    {
        if (!Named(name).IsRepresented)
        {
            var (few, many) = (Named(name).Generate(1, 20), Named(name).Generate(1, 60));
            few.Rows.ShouldBe(20);
            few.Inputs.ShouldBe(many.Inputs[..few.Inputs.Length]);
        }
        Named(name).Generate(1).Rows.ShouldBe(Named(name).DefaultRows);
    }

    [Theory, MemberData(nameof(Names))]
    public void Classes_are_balanced(string name)
    {
        var data = Named(name).Generate(3, 11 * 11 - 1 + (Named(name).IsRepresented ? 1 : 0));
        for (int label = 0; data.TargetsPerRow == 1 && label < data.ClassNames.Count; label++)
            data.Targets.Count(y => y == label).ShouldBe(120 / data.ClassNames.Count);
        data.Task.ShouldBe(
            data.ClassNames.Count switch { 0 => LearningTask.Regression, 2 => LearningTask.Binary, _ => LearningTask.Classes });
    }

    [Theory, MemberData(nameof(Names))]
    public void A_size_or_noise_that_cannot_be_is_refused(string name)
    {
        foreach (int rows in (int[])[-1, 0, 1, int.MaxValue])
            Should.Throw<HillockException>(() => Named(name).Generate(1, rows)).Message.ShouldContain($"{rows} rows are asked for");
        foreach (double noise in (double[])[-0.1, double.NaN, double.PositiveInfinity])
            Should.Throw<HillockException>(() => Named(name).Generate(1, noise: noise)).Message.ShouldContain("a number from 0");
    }

    [Fact]
    public void Xor_without_noise_is_the_four_corners()
    {
        var data = Named("xor").Generate(1, 200, noise: 0);
        for (int row = 0; row < data.Rows; row++)
            data.Targets[row].ShouldBe(data.Row(row)[0] * data.Row(row)[1] < 0 ? 1 : 0);
        data.Inputs.ShouldAllBe(x => Math.Abs(x) == 1);
    }

    /// <summary>
    /// Why 75 %: let the line's normal be (a, b) with a, b ≥ 0 (else mirror the picture), and S(u) the chance that the noise along the
    /// normal exceeds u. With threshold t the corners (1, 1), (-1, -1) are right with S(t - a - b) and S(t + a + b), the corners
    /// (1, -1), (-1, 1) with 1 - S(t - a + b) and 1 - S(t + a - b). S falls, so S(t + a + b) ≤ S(t + a - b), and the four sum to
    /// at most 1 + 1 + 1: three quarters. Drawn points scatter about that.
    /// </summary>
    [Theory]
    [InlineData(0.0)]
    [InlineData(0.3)]
    [InlineData(1.0)]
    public void No_straight_line_gets_more_than_three_quarters_of_xor_right(double noise)
    {
        var data = Named("xor").Generate(1, 1000, noise);
        var draws = new Draws(1, "lines");
        for (int line = 0; line < 500; line++)
        {
            double a = draws.NextNormal(), b = draws.NextNormal(), t = draws.NextNormal();
            int right = Enumerable.Range(0, data.Rows).Count(
                i => (a * data.Row(i)[0] + b * data.Row(i)[1] > t) == (data.Targets[i] == 1));
            // Standard deviation √(1000 · ¾ · ¼) = 14; the best of 500 lines stays within five.
            Math.Max(right, data.Rows - right).ShouldBeLessThan(750 + 70);
        }
    }

    [Fact]
    public void Circles_moons_and_spiral_without_noise_lie_on_their_curves()
    {
        var circles = Named("circles").Generate(1, 50, 0);
        for (int i = 0; i < 50; i++)
            Length(circles, i).ShouldBe(circles.Targets[i] == 0 ? 1 : 0.5, 1e-6);
        var moons = Named("moons").Generate(1, 50, 0);
        for (int i = 0; i < 50; i++)
        {
            double x = moons.Row(i)[0], y = moons.Row(i)[1];
            (double centreX, double centreY, double side) = moons.Targets[i] == 0 ? (0, 0, 1.0) : (1, 0.5, -1.0);
            double.Hypot(x - centreX, y - centreY).ShouldBe(1, 1e-6);
            ((y - centreY) * side).ShouldBeGreaterThanOrEqualTo(-1e-6);
        }
        var spiral = Named("spiral").Generate(1, 50, 0);
        for (int i = 0; i < 50; i++)
        {
            // The angle is 1.25 turns per unit of radius, half a turn more on the second arm: turned back, every point lies on the x axis.
            double radius = Length(spiral, i), turns = 1.25 * radius + 0.5 * spiral.Targets[i];
            ((double)spiral.Row(i)[0]).ShouldBe(radius * Math.Cos(2 * Math.PI * turns), 1e-6);
            ((double)spiral.Row(i)[1]).ShouldBe(radius * Math.Sin(2 * Math.PI * turns), 1e-6);
        }
    }

    [Fact]
    public void Sine_is_a_sine_and_its_noise_has_the_deviation_told()
    {
        var data = Named("sine").Generate(1, 10_000, noise: 0.25);
        double squares = data.Inputs.Zip(data.Targets, (x, y) => Math.Pow(y - Math.Sin(2 * Math.PI * x), 2)).Sum();
        Math.Sqrt(squares / data.Rows).ShouldBe(0.25, 5 * 0.25 / Math.Sqrt(2 * data.Rows)); // Standard error σ/√(2n).
        data.Inputs.ShouldAllBe(x => x >= -1 && x <= 1);
    }

    [Fact]
    public void Glyphs_are_dark_images_with_ink_inside_and_a_ten_class_nearest_mean_tells_them_apart()
    {
        var data = Named("glyphs").Generate(1);
        data.Features.ShouldBe(256);
        data.Image.ShouldBe(new ImageSize(16, 16));
        data.Inputs.ShouldAllBe(pixel => pixel >= 0 && pixel <= 255);
        // A classifier too simple to learn noise: the class whose mean image is nearest. Chance is 10 %.
        var (train, test) = data.Split(seed: 1);
        double[][] means = new double[10][];
        for (int digit = 0; digit < 10; digit++)
        {
            int[] rows = [.. Enumerable.Range(0, train.Rows).Where(i => train.Targets[i] == digit)];
            means[digit] = [.. Enumerable.Range(0, 256).Select(pixel => rows.Average(i => (double)train.Row(i)[pixel]))];
        }
        int right = Enumerable.Range(0, test.Rows).Count(
            i => means.Index().MinBy(mean => Distance(mean.Item, test, i)).Index == (int)test.Targets[i]);
        ((double)right / test.Rows).ShouldBeGreaterThan(0.8);
    }

    [Fact]
    public void The_portable_circle_agrees_with_the_library_s_and_is_exact_at_quarter_turns()
    {
        for (int i = -1000; i <= 1000; i++)
        {
            var (x, y) = UnitCircle.At(i * 0.00271828);
            x.ShouldBe(Math.Cos(2 * Math.PI * i * 0.00271828), 4e-15);
            y.ShouldBe(Math.Sin(2 * Math.PI * i * 0.00271828), 4e-15);
        }
        (double, double)[] quarters = [(1, 0), (0, 1), (-1, 0), (0, -1), (1, 0)];
        foreach (var (quarter, point) in quarters.Index())
            UnitCircle.At(quarter / 4.0).ShouldBe(point);
    }

    private static double Length(Dataset data, int row) => double.Hypot(data.Row(row)[0], data.Row(row)[1]);

    private static double Distance(double[] mean, Dataset data, int row)
    {
        double sum = 0;
        for (int i = 0; i < mean.Length; i++)
            sum += (mean[i] - data.Row(row)[i]) * (mean[i] - data.Row(row)[i]);
        return sum;
    }
}
