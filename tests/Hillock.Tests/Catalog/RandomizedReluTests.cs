namespace Hillock.Tests;

public class RandomizedReluTests
{
    [Fact]
    public void Slopes_lie_in_the_range_and_depend_on_seed_and_number_alone()
    {
        float[] all = new float[1000], part = new float[10], other = new float[1000];
        new RRelu().Draw(7, 0, all);
        new RRelu().Draw(7, 500, part);
        new RRelu().Draw(8, 0, other);
        part.ShouldBe(all[500..510]);
        other.ShouldNotBe(all);
        all.ShouldAllBe(slope => slope >= 0.125f && slope <= 0.33333334f);

        // The mean of 1000 uniform draws is within five deviations, 5·(5/24)/√12/√1000 = 0.0095, of the middle, 11/48.
        ((double)all.Average()).ShouldBe(11.0 / 48, 0.0095);
    }

    [Fact]
    public void Training_multiplies_each_element_by_its_own_slope()
    {
        float[] x = [-2, 3, -4], slopes = new float[3], y = new float[3];
        new RRelu().Draw(1, 0, slopes);
        new RRelu().Forward(x, slopes, y);
        y.ShouldBe([-2 * slopes[0], 3, -4 * slopes[2]]);
    }
}
