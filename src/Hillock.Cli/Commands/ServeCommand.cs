using System.CommandLine;
using System.Net;

namespace Hillock.Cli;

/// <summary><c>hillock serve</c>: the explorer and playground in a browser.</summary>
internal static class ServeCommand
{
    /// <summary>A token that others on the network must not guess.</summary>
    private const int ShortestToken = 12;

    public static Command Create()
    {
        var port = new Option<int>("--port") { Description = "The port to listen on; 0 takes a free one.", HelpName = "N", DefaultValueFactory = _ => SiteOptions.DefaultPort };
        var bind = new Option<string?>("--bind") { Description = "Listen on this address of the machine instead of its own loopback, so that others in the network can come. Needs --token.", HelpName = "ADDRESS" };
        var token = new Option<string?>("--token") { Description = $"The token that lets in, of {ShortestToken} characters or more. Without it one is made that lets in once.", HelpName = "TOKEN" };
        var runs = RunsChoice.Folder();
        var command = new Command("serve", "Open the explorer and playground in a browser: functions, your own formula, networks that learn, lessons, experiments.") { port, bind, token, runs };
        command.SetAction((given, stop) => Run(
            new()
            {
                Port = PortOf(given.GetValue(port)),
                Address = AddressOf(given.GetValue(bind), given.GetValue(token)),
                Token = TokenOf(given.GetValue(token)),
                Runs = RunsChoice.NeededFolder(given.GetValue(runs)!),
            },
            stop));
        return command;
    }

    private static async Task<int> Run(SiteOptions options, CancellationToken stop)
    {
        var site = new HillockSite(options);
        await using (site.ConfigureAwait(false))
        {
            await site.StartAsync(stop).ConfigureAwait(false);
            if (!IPAddress.IsLoopback(options.Address))
            {
                await Console.Error.WriteLineAsync($"Others can reach {options.Address}: whoever knows the token can train networks on this machine, and what they type is not encrypted.").ConfigureAwait(false);
            }
            Console.WriteLine($"Open {site.Address} in a browser; Ctrl-C ends it.");
            await site.RunAsync(stop).ConfigureAwait(false);
        }
        return ExitCode.Done;
    }

    private static int PortOf(int port) =>
        port is >= 0 and <= ushort.MaxValue ? port : throw new HillockException($"--port {port} is none; it goes from 0 to {ushort.MaxValue}");

    private static IPAddress AddressOf(string? bind, string? token)
    {
        if (bind is null)
        {
            return IPAddress.Loopback;
        }
        if (!IPAddress.TryParse(bind, out var address))
        {
            throw new HillockException($"--bind {Shown.Quoted(bind)} is no address; give one of this machine's, such as 192.168.1.20");
        }
        // Requests must name the address that the site knows itself by.
        if (address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any))
        {
            throw new HillockException($"--bind {bind} stands for every address; give one of this machine's, such as 192.168.1.20");
        }
        return IPAddress.IsLoopback(address) || token is not null ? address
            : throw new HillockException($"--bind {bind} lets others reach this machine; choose a token that lets in with --token");
    }

    private static string? TokenOf(string? token) =>
        token is null || token.Length >= ShortestToken ? token : throw new HillockException($"--token has {token.Length} characters; take {ShortestToken} or more, so that nobody guesses it");
}
