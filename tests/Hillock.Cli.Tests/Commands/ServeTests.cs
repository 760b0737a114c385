using System.Net;

namespace Hillock.Cli.Tests;

public sealed class ServeTests
{
    [Fact]
    public async Task It_prints_an_address_that_lets_in_and_ends_when_asked()
    {
        using var scratch = new Scratch();
        using var served = Captured.Start($"serve --port 0 --runs {scratch.Folder}");
        var line = (await served.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken)).ShouldNotBeNull();
        var address = new Uri(line.Split(' ').Single(word => word.StartsWith("http://127.0.0.1:", StringComparison.Ordinal)));
        using var client = new HttpClient();
        (await Status(client, new(address, "/"))).ShouldBe(HttpStatusCode.Forbidden);
        (await Status(client, address)).ShouldBe(HttpStatusCode.OK);
        (await Status(client, new(address, "/"))).ShouldBe(HttpStatusCode.OK);
        using var another = new HttpClient();
        (await Status(another, address)).ShouldBe(HttpStatusCode.Forbidden);

        Interrupt(served.Id);
        await served.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        (served.ExitCode, await served.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldBe((ExitCode.Done, ""));
    }

    [Fact]
    public async Task A_port_that_is_taken_is_one_line()
    {
        using var scratch = new Scratch();
        using var taken = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var ran = await Captured.Run($"serve --port {((IPEndPoint)taken.LocalEndpoint).Port} --runs {scratch.Folder}");
        (ran.Code, ran.Out).ShouldBe((ExitCode.Usage, ""));
        ran.Error.ShouldContain("choose another --port");
        ran.Error.Trim().ShouldNotContain('\n');
    }

    private static async Task<HttpStatusCode> Status(HttpClient client, Uri address)
    {
        using var answer = await client.GetAsync(address, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    /// <summary>What Ctrl-C does.</summary>
    private static void Interrupt(int process)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are Unix's.");
        using var kill = System.Diagnostics.Process.Start("kill", ["-INT", $"{process}"]);
        kill.WaitForExit();
    }
}
