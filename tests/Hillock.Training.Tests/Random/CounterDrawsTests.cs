namespace Hillock.Training.Tests;

public sealed class CounterDrawsTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(int.MaxValue)]
    [InlineData(long.MaxValue - 100)]
    public void Many_draws_are_those_that_come_one_by_one(long first)
    {
        var draws = new CounterDraws(77);
        foreach (var count in new[] { 0, 1, 3, 4, 5, 31, 64 })
        {
            var bits = new ulong[count];
            draws.Bits(first, bits);
            bits.ShouldBe(Enumerable.Range(0, count).Select(i => draws.Bits(first + i)));
        }
    }
}
