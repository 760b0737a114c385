using System.Text.Json;
using Hillock.Lab;
using Hillock.Training;

namespace Hillock.Web.Tests;

/// <summary>Sessions as the server has them, without a browser.</summary>
public sealed class PlaygroundSessionTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task An_address_with_a_step_gives_the_very_numbers_that_were_there_at_that_step()
    {
        using var rota = new Rota(2);
        var setup = new Setup { Speed = 2000, Against = "relu" };
        var watched = await Until(new Session(setup, rota), frame => frame.Step >= 400, run: true);
        var jumped = await Until(new Session(setup with { Step = (int)watched.Step }, rota), frame => frame.Step >= watched.Step, run: false);
        jumped.Step.ShouldBe(watched.Step);
        Numbers(jumped).ShouldBe(Numbers(watched));
        jumped.Running.ShouldBeFalse();
    }

    [Fact]
    public void Another_activation_keeps_the_weights()
    {
        var setup = new Setup();
        var lane = new Lane(setup, new(setup));
        for (var i = 0; i < 50; i++)
        {
            lane.Train(look: false);
        }
        float[] before = [.. lane.Network.Trainables.SelectMany(t => t.Value.Values.ToArray())];
        lane.Switch(setup with { Layers = [new(8, "relu"), new(8, "x * sigmoid(x)")] });
        float[] after = [.. lane.Network.Trainables.SelectMany(t => t.Value.Values.ToArray())];
        after.ShouldBe(before);
        lane.Step.ShouldBe(50);
        lane.Network.Sites[0].Activation!.Name.ShouldBe("relu");
        lane.Train(look: true);
        lane.Last!.Step.ShouldBe(51);
    }

    [Fact]
    public async Task Who_reads_slowly_gets_the_newest_frame_and_holds_up_nobody()
    {
        using var rota = new Rota(1);
        var slow = new Session(new() { Speed = 2000 }, rota);
        var unread = slow.Look();
        slow.Run(true);
        await Until(new Session(new() { Speed = 2000 }, rota), frame => frame.Step >= 1000, run: true);
        unread.Reader.Count.ShouldBe(1);
        // Both had the same share of the one thread.
        (await unread.Reader.ReadAsync(TestContext.Current.CancellationToken)).ShouldSatisfyAllConditions(frame => Read(frame).Step.ShouldBeGreaterThan(400));
    }

    [Fact]
    public async Task Nothing_is_trained_that_nobody_looks_at()
    {
        using var rota = new Rota(1);
        var session = new Session(new() { Speed = 2000 }, rota);
        var frame = await Until(session, frame => frame.Step >= 200, run: true);
        // Another session has a thousand steps in the meantime.
        await Until(new Session(new() { Speed = 2000 }, rota), other => other.Step >= 1000, run: true);
        var again = session.Look();
        Read(await again.Reader.ReadAsync(TestContext.Current.CancellationToken)).Step.ShouldBeLessThan(frame.Step + 500);
    }

    [Fact]
    public async Task Ten_thousand_sessions_begun_and_left_leave_nothing()
    {
        using var sessions = new Sessions(2, TimeSpan.FromMilliseconds(200));
        var left = new List<WeakReference>();
        for (var i = 0; i < 10_000; i++)
        {
            left.Add(Abandoned(sessions, i));
        }
        sessions.Count.ShouldBeLessThanOrEqualTo(Sessions.Most);
        for (var end = DateTime.UtcNow + Patience; (sessions.Count > 0 || left.Any(one => one.IsAlive)) && DateTime.UtcNow < end;)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        sessions.Count.ShouldBe(0);
        // A thread may still hold the last one it had at work.
        left.Count(one => one.IsAlive).ShouldBeLessThanOrEqualTo(2);
        sessions.Threads.ShouldBeLessThanOrEqualTo(2);
    }

    [Fact]
    public void Who_looks_is_not_sent_away_and_the_next_is_told_why()
    {
        using var sessions = new Sessions(1, TimeSpan.FromMinutes(1));
        for (var i = 0; i < Sessions.Most; i++)
        {
            sessions.Begin(new() { Samples = 20 }).Session.Look();
        }
        Should.Throw<HillockException>(() => sessions.Begin(new())).Message.ShouldContain("close a tab");
    }

    [Fact]
    public void A_thread_takes_turns()
    {
        using var rota = new Rota(1);
        var (order, done, entered) = (new List<int>(), new ManualResetEventSlim(), new ManualResetEventSlim());
        Seat Of(int name) => new(() =>
        {
            entered.Wait();
            order.Add(name);
            if (order.Count == 30)
            {
                done.Set();
            }
            return order.Count >= 30 ? null : TimeSpan.Zero;
        });
        foreach (var name in new[] { 0, 1, 2 })
        {
            rota.Wake(Of(name));
        }
        entered.Set();
        done.Wait(Patience, TestContext.Current.CancellationToken).ShouldBeTrue();
        order.Take(30).ShouldBe(Enumerable.Range(0, 30).Select(i => i % 3));
    }

    [Fact]
    public async Task Numbers_that_end_are_told_with_step_and_layer_and_the_other_network_goes_on()
    {
        using var rota = new Rota(1);
        // Three exponentials leave the range of floats for some sample of the first batches, tanh never does.
        var frame = await Until(
            new(new() { Speed = 2000, Layers = [new(4, "exp(exp(exp(x * x)))"), new(4, "tanh")], Against = "tanh" }, rota), frame => frame.Step >= 400, run: true);
        frame.Running.ShouldBeTrue();
        frame.Lanes[0].Broken!.ShouldContain("dense1");
        frame.Lanes[0].Broken!.ShouldContain("step");
        frame.Lanes[1].Broken.ShouldBeNull();
    }

    [Theory]
    [InlineData("spiral")]
    [InlineData("blobs")]
    [InlineData("sine")]
    [InlineData("glyphs")]
    public async Task All_kinds_of_data_can_be_seen(string data)
    {
        using var rota = new Rota(1);
        var frame = await Until(new(new() { Data = data, Samples = 100 }, rota), _ => true, run: false);
        var maps = frame.Lanes[0].Layers.Select(layer => layer.Maps.Length);
        frame.Lanes[0].Map.Length.ShouldBe(data switch { "sine" => Canvas.Line, "glyphs" => 20, _ => Canvas.Side * Canvas.Side });
        maps.ShouldBe(data == "glyphs" ? [8, 0] : [8, 8]);
    }

    [Fact]
    public void Features_that_never_vary_have_a_place()
    {
        var setup = new Setup { Data = Setup.Own, Csv = "a,b,kind\n" + string.Concat(Enumerable.Range(0, 40).Select(i => $"1,2,{(i % 2 == 0 ? "yes" : "no")}\n")) };
        new Canvas(new Material(setup).Split).Reach.ShouldBe(1);
    }

    [Fact]
    public async Task What_is_asked_without_end_is_refused_and_others_go_on()
    {
        using var rota = new Rota(1);
        var busy = new Session(new(), rota);
        Should.Throw<HillockException>(() =>
        {
            for (var i = 0; i < 100_000; i++)
            {
                busy.TakeStep();
            }
        }).Message.ShouldContain("still busy");
        (await Until(new(new(), rota), frame => frame.Step >= 10, run: true)).Step.ShouldBeGreaterThanOrEqualTo(10);
    }

    [Fact]
    public void The_map_lies_as_the_points_do()
    {
        // A network of one linear unit per feature shows where x and y grow: to the right, and up.
        var setup = new Setup { Data = "circles", Layers = [new(2, "linear")] };
        var material = new Material(setup);
        var lane = new Lane(setup, material);
        var weights = lane.Network.Layers.OfType<Dense>().First();
        (weights.Weights.Value.Row(0)[0], weights.Weights.Value.Row(1)[0]) = (1, 0);
        (weights.Weights.Value.Row(0)[1], weights.Weights.Value.Row(1)[1]) = (0, 1);
        var units = new Canvas(material.Split).Of(lane.Network).Units[0];
        const int Across = Canvas.Side / Canvas.Coarse;
        units[0][0].ShouldBeLessThan(units[0][Across - 1]);
        units[1][0].ShouldBeGreaterThan(units[1][(Across - 1) * Across]);
        units[0].Index().Select(pair => pair.Item == units[0][pair.Index % Across]).ShouldAllBe(same => same);
    }

    [Fact]
    public void What_is_thinned_keeps_its_first_ones_its_last_and_even_distances()
    {
        var list = new Thinned<int>(2, 10);
        foreach (var i in Enumerable.Range(0, 1000))
        {
            list.Add(i);
            list.Kept.Count.ShouldBeLessThanOrEqualTo(11);
            list.Kept[^1].ShouldBe(i);
        }
        list.Kept.Take(2).ShouldBe([0, 1]);
        var between = list.Kept.Skip(2).SkipLast(1).ToArray();
        between.Zip(between.Skip(1), (a, b) => b - a).Distinct().Count().ShouldBe(1);
    }

    private static WeakReference Abandoned(Sessions sessions, int i)
    {
        var (_, session) = sessions.Begin(new() { Samples = 20, Seed = (ulong)i });
        if (i % 10 == 0)
        {
            session.Run(true);
            session.Audience.Leave(session.Look());
        }
        return new(session);
    }

    private static async Task<Frame> Until(Session session, Func<Frame, bool> enough, bool run)
    {
        var frames = session.Look();
        session.Run(run);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        while (true)
        {
            var frame = Read(await frames.Reader.ReadAsync(patience.Token));
            if (enough(frame))
            {
                session.Audience.Leave(frames);
                return frame;
            }
        }
    }

    private static Frame Read(byte[] frame) => JsonSerializer.Deserialize<Frame>(frame, JsonSerializerOptions.Web)!;

    private static string Numbers(Frame frame) => JsonSerializer.Serialize(frame.Lanes.Select(lane => lane with { Findings = [] }));
}
