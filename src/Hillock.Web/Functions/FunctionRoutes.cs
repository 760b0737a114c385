using Microsoft.AspNetCore.Routing;

namespace Hillock.Web;

/// <summary>The pages of Functions.</summary>
internal static class FunctionRoutes
{
    /// <summary>Adds them.</summary>
    public static void MapFunctions(this IEndpointRouteBuilder routes)
    {
    }
}
