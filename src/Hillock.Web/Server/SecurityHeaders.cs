using Microsoft.AspNetCore.Http;

namespace Hillock.Web;

/// <summary>What browsers may do with our pages: load from here and nowhere else, and show no page inside another.</summary>
internal static class SecurityHeaders
{
    /// <summary>No script or style but those in files of this site, no frames, no plug-ins, no foreign address.</summary>
    public const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Adds them; an answer may bring a policy of its own.</summary>
    public static Task Invoke(HttpContext context, RequestDelegate next)
    {
        Add(context.Response.Headers);
        return next(context);
    }

    /// <summary>Adds them to an answer that was begun anew.</summary>
    public static void Add(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        // Under no-referrer browsers send forms with the origin "null", and we could not tell our own from others.
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        headers.CacheControl = "no-store";
    }
}
