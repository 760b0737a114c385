using System.Threading.Channels;
using Microsoft.AspNetCore.Http;

namespace Hillock.Web;

/// <summary>Server-sent events (HTML Living Standard, 9.2): what is read is sent, one event each.</summary>
internal static class EventStream
{
    /// <summary>Sends until there is no more, or nobody is there.</summary>
    /// <param name="context">The request that is answered.</param>
    /// <param name="events">What is sent, each one line of UTF-8. Who reads slowly holds up this loop and nothing else.</param>
    /// <param name="stop">Ends it.</param>
    public static async Task Send(HttpContext context, ChannelReader<byte[]> events, CancellationToken stop)
    {
        context.Response.ContentType = "text/event-stream";
        try
        {
            await foreach (var one in events.ReadAllAsync(stop))
            {
                await context.Response.Body.WriteAsync("data: "u8.ToArray(), stop);
                await context.Response.Body.WriteAsync(one, stop);
                await context.Response.Body.WriteAsync("\n\n"u8.ToArray(), stop);
                await context.Response.Body.FlushAsync(stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The page is closed, or the site.
        }
    }
}
