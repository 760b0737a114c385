using Microsoft.AspNetCore.Routing;

namespace Hillock.Web;

/// <summary>The pages of Lessons.</summary>
internal static class LessonRoutes
{
    /// <summary>Adds them.</summary>
    public static void MapLessons(this IEndpointRouteBuilder routes)
    {
    }
}
