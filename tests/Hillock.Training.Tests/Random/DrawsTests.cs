namespace Hillock.Training.Tests;

public sealed class DrawsTests
{
    [Fact]
    public void The_generator_is_xoshiro256_star_star()
    {
        // The published test vector for the state (1, 2, 3, 4).
        var draws = new Draws(1, 2, 3, 4);
        ulong[] published =
        [
            11520, 0, 1509978240, 1215971899390074240, 1216172134540287360,
            607988272756665600, 16172922978634559625, 8476171486693032832, 10595114339597558777, 2904607092377533576,
        ];
        foreach (ulong bits in published)
            draws.NextBits().ShouldBe(bits);
    }

    [Fact]
    public void The_seed_goes_through_SplitMix64()
    {
        // The published test vector for the seed 1234567.
        ulong state = 1234567;
        foreach (ulong bits in (ulong[])[6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431])
            Draws.SplitMix(ref state).ShouldBe(bits);
    }

    [Theory]
    // Published vectors of 64-bit FNV-1a; they are for bytes, which ASCII letters are in either encoding.
    [InlineData("", 0xCBF29CE484222325)]
    [InlineData("a", 0xAF63DC4C8601EC8C)]
    [InlineData("foobar", 0x85944171F73967E8)]
    public void The_purpose_goes_through_FNV_1a(string text, ulong hash) => Draws.Fnv1a(text).ShouldBe(hash);

    [Fact]
    public void Purposes_and_neighbouring_seeds_give_different_streams()
    {
        ulong[] firsts = [.. from seed in Enumerable.Range(0, 100) from purpose in (string[])["", "a", "b", "ab", "ba"]
                             select new Draws((ulong)seed, purpose).NextBits()];
        firsts.Distinct().Count().ShouldBe(500);
    }

    [Fact]
    public void Uniform_draws_stay_below_one_and_fill_the_interval_evenly()
    {
        var draws = new Draws(7, "uniform");
        int[] tenths = new int[10];
        for (int i = 0; i < 100_000; i++)
        {
            double single = draws.NextUniformSingle(), uniform = draws.NextUniform();
            single.ShouldBeInRange(0, 1 - 1.0 / (1 << 24));
            uniform.ShouldBeInRange(0, 1 - 1.0 / (1UL << 53));
            tenths[(int)(uniform * 10)]++;
        }
        // Binomial with mean 10,000 and standard deviation √(100,000 · 0.1 · 0.9) = 95: five of those.
        tenths.ShouldAllBe(count => Math.Abs(count - 10_000) < 475);
    }

    [Fact]
    public void Integers_are_without_bias_where_the_remainder_of_a_division_would_have_one()
    {
        // Among 3·2²⁹ outcomes, bits mod n of a 32-bit draw would favour the lower third: 2/3 in place of 1/2 below the middle.
        var draws = new Draws(3, "integers");
        const int Count = 3 << 29, Trials = 40_000;
        int below = Enumerable.Range(0, Trials).Count(_ => draws.Next(Count) < Count / 2);
        below.ShouldBeInRange(Trials / 2 - 500, Trials / 2 + 500); // Standard deviation 100.
        Should.Throw<ArgumentOutOfRangeException>(() => draws.Next(0));
        draws.Next(1).ShouldBe(0);
    }

    [Fact]
    public void Normal_draws_have_the_moments_and_the_tails_of_the_normal_distribution()
    {
        const int Count = 1_000_000;
        var draws = new Draws(11, "normal");
        double mean = 0, square = 0, fourth = 0;
        int beyond2 = 0, beyond4 = 0;
        for (int i = 0; i < Count; i++)
        {
            double z = draws.NextNormal();
            (mean, square, fourth) = (mean + z, square + z * z, fourth + z * z * z * z);
            if (Math.Abs(z) > 2)
                beyond2++;
            if (Math.Abs(z) > 4)
                beyond4++;
        }
        // Moments 0, 1, 3 with standard errors √1, √2, √96 over √n; P(|z| > 2) = 0.0455003, P(|z| > 4) = 6.334e-5.
        (mean / Count).ShouldBe(0, 5 * 0.001);
        (square / Count).ShouldBe(1, 5 * 0.001414);
        (fourth / Count).ShouldBe(3, 5 * 0.0098);
        ((double)beyond2).ShouldBe(45_500.3, 5 * 208.4);
        ((double)beyond4).ShouldBe(63.34, 5 * 7.96);
    }

    [Theory]
    [InlineData(double.Epsilon * 4503599627370496)] // The smallest normal number, 2⁻¹⁰²².
    [InlineData(1e-30)]
    [InlineData(0.1)]
    [InlineData(0.7071067811865475)]
    [InlineData(0.7071067811865477)]
    [InlineData(0.999999999)]
    [InlineData(1)]
    public void The_portable_logarithm_agrees_with_the_library_s(double s) =>
        Draws.Log(s).ShouldBe(Math.Log(s), 4e-16 * Math.Abs(Math.Log(s)) + double.Epsilon);

    [Fact]
    public void Every_order_of_four_items_is_equally_likely()
    {
        var draws = new Draws(5, "shuffle");
        var counts = new Dictionary<string, int>();
        for (int i = 0; i < 24_000; i++)
        {
            char[] items = ['a', 'b', 'c', 'd'];
            draws.Shuffle<char>(items);
            counts[new string(items)] = counts.GetValueOrDefault(new string(items)) + 1;
        }
        counts.Count.ShouldBe(24);
        counts.Values.ShouldAllBe(count => Math.Abs(count - 1000) < 155); // Standard deviation 31.
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void A_state_that_was_kept_goes_on_the_same(int normalsBefore)
    {
        // After an odd number of normals one is left over, and belongs to the state.
        Draws first = new(3, "state"), second = new(4, "other");
        for (var i = 0; i < normalsBefore; i++)
        {
            first.NextNormal();
        }
        second.NextNormal();
        second.State = first.State;
        for (var i = 0; i < 5; i++)
        {
            second.NextNormal().ShouldBe(first.NextNormal());
        }
        second.NextBits().ShouldBe(first.NextBits());
    }
}
