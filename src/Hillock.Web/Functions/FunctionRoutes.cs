using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Hillock.Web;

/// <summary>The pages of Functions.</summary>
internal static class FunctionRoutes
{
    /// <summary>Adds them.</summary>
    public static void MapFunctions(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/functions", () => new RazorComponentResult<GalleryPage>());
        routes.MapGet("/functions/names", (HttpRequest request) =>
        {
            string[] names = [.. Gallery.Found(GalleryQuery.Of(request.Query)).Select(one => one.Entry.Name)];
            return Results.Json(new { names, told = Gallery.Told(names.Length) });
        });
        routes.MapGet("/functions/compare", () => new RazorComponentResult<ComparePage>());
        routes.MapGet("/functions/about", async (string f, HttpRequest request, CancellationToken stop) =>
        {
            var asked = Asked.Of(f, request.Query);
            await Study.Prepare(asked.Activation, asked.Range, stop);
            return new RazorComponentResult<Analysis>(new { asked.Activation, asked.Range });
        });
        routes.MapPost("/functions/time", (Timed timed) => TimedFunction.Of(Asked.Parse(timed.F ?? throw new HillockException("what is to be timed is missing; name a function"))));
        routes.MapGet("/functions/{name}.js", (string name) => Catalog.TryFind(name, out var entry) && entry is Function function ? Module(function.Create()) : Results.NotFound());
        routes.MapGet("/functions/{name}", Page);
        routes.MapGet("/own", (string? f, HttpRequest request, CancellationToken stop) => Own(f ?? OwnPage.First, request.Query, stop));
        routes.MapGet("/own/function.js", (string f) => Module(Asked.Parse(f)));
    }

    private static IResult Page(string name, HttpRequest request)
    {
        if (!Catalog.TryFind(name, out var entry))
        {
            return new RazorComponentResult<UnknownFunction>(new { Name = name }) { StatusCode = StatusCodes.Status404NotFound };
        }
        if (name != entry.Name)
        {
            return Results.Redirect($"/functions/{entry.Name}{request.QueryString}");
        }
        var asked = entry is Function ? Asked.Of(name, request.Query) : null;
        return new RazorComponentResult<EntryPage>(new { Entry = entry, asked?.Activation, asked?.Range });
    }

    private static async Task<RazorComponentResult<OwnPage>> Own(string text, IQueryCollection query, CancellationToken stop)
    {
        try
        {
            var asked = Asked.Of(text, query);
            await Study.Prepare(asked.Activation, asked.Range, stop);
            return new(new { Text = text, asked.Activation, asked.Range });
        }
        catch (HillockException e)
        {
            return new(new { Text = text.Length > Asked.LongestText ? text[..Asked.LongestText] : text, Problem = e.Message });
        }
    }

    private static IResult Module(Activation f) => Results.Text(Notation.Find("javascript").Write(f), "text/javascript; charset=utf-8");

    /// <summary>What is to be timed.</summary>
    /// <param name="F">A function, or a formula.</param>
    private sealed record Timed(string? F);
}
