using Microsoft.AspNetCore.Routing;

namespace Hillock.Web;

/// <summary>The pages of Experiments.</summary>
internal static class ExperimentRoutes
{
    /// <summary>Adds them.</summary>
    public static void MapExperiments(this IEndpointRouteBuilder routes)
    {
    }
}
