using System.Net;

namespace Hillock.Web;

/// <summary>Where the site listens, and what it may use.</summary>
public sealed record SiteOptions
{
    /// <summary>The port it listens on unless told.</summary>
    public const int DefaultPort = 5180;

    /// <summary>The address to listen on. Others than the machine's own loopback let everyone in the network try the door.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>The port; 0 takes a free one.</summary>
    public int Port { get; init; } = DefaultPort;

    /// <summary>The folder that keeps the runs of experiments, the only one that requests can reach.</summary>
    public string Runs { get; init; } = "runs";

    /// <summary>
    /// A token that lets in as often as it is told, for addresses that others reach; <c>null</c> makes one that lets in once.
    /// </summary>
    public string? Token { get; init; }

    /// <summary>How many threads train networks, all sessions together.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}
