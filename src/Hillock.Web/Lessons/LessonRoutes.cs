using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Hillock.Web;

/// <summary>The pages of Lessons, and what their moves answer.</summary>
internal static class LessonRoutes
{
    /// <summary>What is kept of answers, and how many are worked out at a time: whoever moves a slider asks often, and often for the same.</summary>
    private const int MostKept = 512, MostAtOnce = 2;

    private static readonly SemaphoreSlim Turns = new(MostAtOnce);

    /// <summary>Adds them.</summary>
    public static void MapLessons(this IEndpointRouteBuilder routes)
    {
        var kept = new ConcurrentDictionary<string, Picture>();
        routes.MapGet("/lessons", () => new RazorComponentResult<LessonList>());
        routes.MapGet("/lessons/{name}", (string name) => Lesson.All.FirstOrDefault(lesson => lesson.Name == name) is { } found
            ? new RazorComponentResult<LessonPage>(new Dictionary<string, object?> { [nameof(LessonPage.Lesson)] = found })
            : (IResult)new RazorComponentResult<Missing> { StatusCode = StatusCodes.Status404NotFound });
        routes.MapGet("/lessons/move/{name}", async (string name, HttpRequest request, CancellationToken stop) =>
        {
            if (Move.All.FirstOrDefault(move => move.Name == name) is not { } move)
            {
                return Results.Json(new { error = "There is no such move." }, statusCode: StatusCodes.Status404NotFound);
            }
            var moved = new Moved(move, control => request.Query[control] is [{ } value] ? value : null);
            var key = $"{name}\n{moved.Key}";
            if (!kept.TryGetValue(key, out var picture))
            {
                await Turns.WaitAsync(stop);
                try
                {
                    picture = await Task.Run(() => move.Draw(moved, stop), stop);
                }
                finally
                {
                    Turns.Release();
                }
                if (kept.Count >= MostKept)
                {
                    kept.Clear();
                }
                kept[key] = picture;
            }
            return Results.Json(picture, JsonSerializerOptions.Web);
        });
    }
}
