using Microsoft.AspNetCore.Routing;

namespace Hillock.Web;

/// <summary>The pages of Playground.</summary>
internal static class PlaygroundRoutes
{
    /// <summary>Adds them.</summary>
    public static void MapPlayground(this IEndpointRouteBuilder routes)
    {
    }
}
