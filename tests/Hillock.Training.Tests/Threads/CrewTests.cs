namespace Hillock.Training.Tests;

public sealed class CrewTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void Every_part_is_done_once_in_every_run(int threads)
    {
        using var crew = new Crew(threads);
        var done = new int[threads];
        for (var run = 0; run < 1000; run++)
        {
            crew.Run((part, parts) =>
            {
                parts.ShouldBe(threads);
                done[part]++;
            });
            done.ShouldAllBe(times => times == run + 1);
        }
    }

    [Fact]
    public void Sleeping_threads_wake()
    {
        using var crew = new Crew(3);
        for (var run = 0; run < 5; run++)
        {
            Thread.Sleep(30);
            var parts = 0;
            crew.Run((_, _) => Interlocked.Increment(ref parts));
            parts.ShouldBe(3);
        }
    }

    [Fact]
    public void Parts_that_wait_for_one_another_have_a_thread_each()
    {
        using var crew = new Crew(3);
        using var barrier = new Barrier(3);
        var threads = new int[3];
        crew.Run((part, _) =>
        {
            barrier.SignalAndWait();
            threads[part] = Environment.CurrentManagedThreadId;
        });
        threads.ShouldBeUnique();
        threads.ShouldContain(Environment.CurrentManagedThreadId);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void An_exception_in_a_part_reaches_the_caller_after_all_parts_and_the_crew_goes_on(int failing)
    {
        using var crew = new Crew(3);
        var ended = 0;
        Should.Throw<InvalidTimeZoneException>(() => crew.Run((part, _) =>
        {
            Interlocked.Increment(ref ended);
            if (part == failing)
            {
                throw new InvalidTimeZoneException();
            }
        }));
        ended.ShouldBe(3);
        crew.Run((_, _) => Interlocked.Increment(ref ended));
        ended.ShouldBe(6);
    }

    [Fact]
    public void Of_several_exceptions_that_of_the_lowest_part_is_thrown()
    {
        using var crew = new Crew(3);
        Should.Throw<InvalidOperationException>(() => crew.Run((part, _) => throw new InvalidOperationException($"{part}")))
            .Message.ShouldBe("0");
    }

    [Fact]
    public void Little_work_is_done_by_the_caller_alone()
    {
        using var crew = new Crew(2);
        crew.Run((_, parts) => parts.ShouldBe(1), operations: 10);
    }

    [Fact]
    public void A_disposed_crew_refuses_work_and_may_be_disposed_again()
    {
        var crew = new Crew(2);
        crew.Dispose();
        crew.Dispose();
        Should.Throw<ObjectDisposedException>(() => crew.Run((_, _) => { }));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1025)]
    public void A_crew_has_at_least_one_thread(int threads) => Should.Throw<ArgumentOutOfRangeException>(() => new Crew(threads).Dispose());

    [Theory]
    [InlineData(0, 3, 32)]
    [InlineData(1, 3, 32)]
    [InlineData(100, 3, 32)]
    [InlineData(64, 2, 32)]
    [InlineData(10, 4, 1)]
    public void Shares_cover_everything_once_and_break_at_multiples_of_the_grain(int count, int parts, int grain)
    {
        var next = 0;
        for (var part = 0; part < parts; part++)
        {
            var (first, length) = Share.Of(count, part, parts, grain).GetOffsetAndLength(count);
            first.ShouldBe(next);
            (first % grain == 0 || first == count).ShouldBeTrue();
            next += length;
        }
        next.ShouldBe(count);
    }
}
