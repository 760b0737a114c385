using Microsoft.AspNetCore.Http;

namespace Hillock.Web;

/// <summary>A page of a heading and a sentence, for whoever cannot have another.</summary>
internal static class PlainPage
{
    /// <summary>Answers with it.</summary>
    /// <param name="context">The request.</param>
    /// <param name="status">The status of the answer.</param>
    /// <param name="heading">The heading.</param>
    /// <param name="markup">The sentence, as markup: nothing of the request may be in it.</param>
    public static Task Write(HttpContext context, int status, string heading, string markup)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync($"""
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>{heading} – Hillock</title><link rel="icon" href="data:,"></head>
            <body><main><h1>{heading}</h1><p>{markup}</p></main></body></html>

            """);
    }
}
