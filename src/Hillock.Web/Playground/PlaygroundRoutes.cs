using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Hillock.Web;

/// <summary>The page of the playground, and its sessions.</summary>
internal static class PlaygroundRoutes
{
    /// <summary>Where sessions are.</summary>
    public const string Path = "/playground/sessions";

    /// <summary>How long a session waits for somebody to look: a page that is loaded again finds it no more, one whose line was cut does.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(4);

    /// <summary>Adds them.</summary>
    [SuppressMessage("Reliability", "CA2000", Justification = "The sessions end when the site does.")]
    public static void MapPlayground(this IEndpointRouteBuilder routes)
    {
        var site = routes.ServiceProvider.GetRequiredService<IHostApplicationLifetime>();
        var sessions = new Sessions(routes.ServiceProvider.GetRequiredService<SiteOptions>().Threads, Grace);
        // Streams end first: the server waits for answers that are under way.
        site.ApplicationStopping.Register(sessions.Dispose);
        routes.MapGet("/playground", () => new RazorComponentResult<PlaygroundPage>());
        routes.MapPost(Path, async context =>
        {
            var (id, session) = sessions.Begin(await Posted.Json<Setup>(context));
            await context.Response.WriteAsJsonAsync(Begun.Of(id, session));
        });
        routes.MapGet(Path + "/{id}/events", async (string id, HttpContext context) =>
        {
            if (sessions.Find(id) is not { } session)
            {
                await Gone(context);
                return;
            }
            var frames = session.Look();
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, site.ApplicationStopping);
            try
            {
                await EventStream.Send(context, frames.Reader, stop.Token);
            }
            finally
            {
                session.Audience.Leave(frames);
            }
        });
        routes.MapPost(Path + "/{id}/command", async (string id, HttpContext context) =>
        {
            if (sessions.Find(id) is not { } session)
            {
                await Gone(context);
                return;
            }
            (await Posted.Json<Command>(context)).Obey(session);
            context.Response.StatusCode = StatusCodes.Status204NoContent;
        });
    }

    private static Task Gone(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return context.Response.WriteAsJsonAsync(new { error = "this playground is closed; load the page again to begin anew" });
    }
}
